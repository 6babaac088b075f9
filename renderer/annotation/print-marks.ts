import type { Annotation } from '../../archive/model/annotation.ts';
import type { TextRange } from '../../archive/text/text-range.ts';
import { lanesOf, type PlacedAnnotation } from './place-annotations.ts';
import type { StoryText } from './story-text.ts';

/** A place inside a text node where a stretch with other marks begins, or a note belongs. */
interface Cut {
  readonly marks: { readonly start: number; readonly end: number; readonly style: string }[];
  readonly hosts: { readonly at: number; readonly host: HTMLElement }[];
}

/** The part of the story that stands for itself: a paragraph, a picture, a box, or the head. */
function partOf(sheet: HTMLElement, node: Node): HTMLElement {
  const body = sheet.querySelector('.story-text');
  let at: Node = node;
  while (at.parentNode !== null && at.parentNode !== body && at.parentNode !== sheet) {
    at = at.parentNode;
  }
  return at as HTMLElement;
}

/** Puts a text node's stretches into elements of their own, and the notes between them. */
function cutApart(node: Text, { marks, hosts }: Cut): void {
  const text = node.data;
  const edges = new Set([0, text.length]);
  for (const { start, end } of marks) edges.add(start).add(end);
  for (const { at } of hosts) edges.add(at);
  const places = [...edges].sort((a, b) => a - b);
  const pieces = document.createDocumentFragment();
  places.forEach((start, index) => {
    for (const { at, host } of hosts) if (at === start) pieces.append(host);
    const end = places[index + 1];
    if (end === undefined) return;
    let piece: Node = document.createTextNode(text.slice(start, end));
    for (const mark of marks) {
      if (mark.start > start || mark.end < end) continue;
      const element = document.createElement('span');
      element.className = 'printed-mark';
      element.style.cssText = mark.style;
      element.append(piece);
      piece = element;
    }
    pieces.append(piece);
  });
  node.replaceWith(pieces);
}

/**
 * Sets marks into the text of a sheet, and makes an empty element beside each note's line. Returns
 * those elements by the annotation's id; `range` null stands for the whole story. The sheet's text
 * nodes are not the same afterwards.
 */
export function printMarks(
  sheet: HTMLElement,
  text: StoryText,
  placed: readonly PlacedAnnotation[],
  beside: readonly { readonly annotation: Annotation; readonly range: TextRange | null }[],
): ReadonlyMap<string, Element> {
  const cuts = new Map<Text, Cut>();
  const cutOf = (node: Text): Cut => {
    let cut = cuts.get(node);
    if (cut === undefined) cuts.set(node, (cut = { marks: [], hosts: [] }));
    return cut;
  };
  const marked = placed.filter(({ annotation }) => annotation.mark !== undefined);
  const lanes = lanesOf(placed);
  for (const { annotation, range } of marked) {
    const { mark, id } = annotation;
    const lane = lanes.get(id);
    if (mark === undefined || lane === undefined) continue;
    const style =
      `text-decoration-color: var(--${mark.ink}-l); text-underline-offset: ${0.28 + 0.18 * lane.lane}em;` +
      (lane.hasFill ? ` background-color: var(--${mark.ink}-f)` : '');
    for (const { startContainer, startOffset, endOffset } of text.rangesOf(range)) {
      cutOf(startContainer as Text).marks.push({ start: startOffset, end: endOffset, style });
    }
  }
  const hosts = new Map<string, Element>();
  for (const { annotation, range } of beside) {
    const host = document.createElement('div');
    host.className = 'printed-note';
    const { mark, id } = annotation;
    if (mark !== undefined) host.style.borderColor = `var(--${mark.ink}-l)`;
    hosts.set(id, host);
    const point = range === null ? null : text.pointOf(range.start);
    const part = point === null ? null : partOf(sheet, point.node);
    if (point === null || part === null) sheet.prepend(host);
    else if (part.tagName === 'P') cutOf(point.node).hosts.push({ at: point.offset, host });
    else part.before(host);
  }
  for (const [node, cut] of cuts) cutApart(node, cut);
  return hosts;
}
