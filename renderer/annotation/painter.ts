import { inks, type Ink } from '../../archive/model/annotation.ts';
import { laneCount, type Lane } from './lanes.ts';
import type { PlacedAnnotation } from './place-annotations.ts';
import type { StoryText } from './story-text.ts';

/** The CSS Custom Highlight that an ink's fill is painted with; `styles/annotation.css` sets it. */
function fillName(ink: Ink): string {
  return `fill-${ink}`;
}

function lineName(ink: Ink, lane: number): string {
  return `line-${ink}-${lane}`;
}

const activeName = 'mark-active';
const uncertainName = 'mark-uncertain';

function allNames(): readonly string[] {
  return [
    ...inks.flatMap((ink) => [
      fillName(ink),
      ...Array.from({ length: laneCount }, (_, lane) => lineName(ink, lane)),
    ]),
    uncertainName,
    activeName,
  ];
}

interface Painted {
  /** What it was painted from; unchanged, it is left alone. */
  readonly key: string;
  readonly ranges: readonly StaticRange[];
  readonly names: readonly string[];
}

function paintKey({ annotation, range, isUncertain }: PlacedAnnotation, lane: Lane): string {
  return `${annotation.mark?.ink} ${range.start} ${range.end} ${lane.lane} ${lane.hasFill} ${isUncertain}`;
}

/**
 * Paints marks with CSS Custom Highlights, and only what has changed since it last did. The browser
 * looks at every range there is whenever one changes: it is to get those about in sight alone.
 */
export class MarkPainter {
  #text: StoryText | null = null;
  #painted = new Map<string, Painted>();

  #highlight(name: string): Highlight {
    const known = CSS.highlights.get(name);
    if (known !== undefined) return known;
    const made = new Highlight();
    CSS.highlights.set(name, made);
    return made;
  }

  #unpaint({ names, ranges }: Painted): void {
    for (const name of names) {
      const highlight = CSS.highlights.get(name);
      for (const range of ranges) highlight?.delete(range);
    }
  }

  /**
   * `text` is another object after each change of what is on screen. Without lines, somebody else
   * draws them.
   */
  paint(
    text: StoryText,
    placed: readonly PlacedAnnotation[],
    lanes: ReadonlyMap<string, Lane>,
    hasLines: boolean,
  ): void {
    if (text !== this.#text) this.clear();
    this.#text = text;
    const next = new Map<string, Painted>();
    for (const each of placed) {
      const { id, mark } = each.annotation;
      const lane = lanes.get(id);
      if (mark === undefined || lane === undefined) continue;
      const key = paintKey(each, lane);
      const before = this.#painted.get(id);
      if (before?.key === key) {
        next.set(id, before);
        continue;
      }
      const ranges = text.rangesOf(each.range);
      const names = [
        ...(hasLines ? [lineName(mark.ink, lane.lane)] : []),
        ...(lane.hasFill ? [fillName(mark.ink)] : []),
        ...(each.isUncertain ? [uncertainName] : []),
      ];
      next.set(id, { key, ranges, names });
    }
    for (const [id, before] of this.#painted) if (next.get(id) !== before) this.#unpaint(before);
    for (const [id, { names, ranges }] of next) {
      if (this.#painted.get(id) === next.get(id)) continue;
      for (const name of names) {
        const highlight = this.#highlight(name);
        for (const range of ranges) highlight.add(range);
      }
    }
    this.#painted = next;
  }

  /** Sets the active mark apart; null for none. */
  paintActive(text: StoryText, active: PlacedAnnotation | null): void {
    CSS.highlights.delete(activeName);
    if (active === null) return;
    const highlight = new Highlight(...text.rangesOf(active.range));
    highlight.priority = 1;
    CSS.highlights.set(activeName, highlight);
  }

  clear(): void {
    for (const name of allNames()) CSS.highlights.delete(name);
    this.#painted = new Map();
  }
}
