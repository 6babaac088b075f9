import { fileURLToPath } from 'node:url';
import { readSourceFolder } from '../../../../../../archive/cli/source-folder.ts';
import { importMarkdown } from '../../../../../../archive/import/markdown/import-markdown.ts';
import type { Article } from '../../../../../../archive/model/article.ts';
import { canonicalSegments, type Segment } from '../../../../../../archive/text/canonical-text.ts';
import type { Random } from './random.ts';
import type { SegmentKind, TracedSegment, TracedStory } from './traced-story.ts';

/** The stories of one issue with where their characters come from. */
export interface TracedIssue {
  readonly id: string;
  readonly isTraditional: boolean;
  readonly stories: readonly TracedStory[];
}

const bundled = fileURLToPath(new URL('../../../../../../archive/bundled/', import.meta.url));

/** All stories of the bundled papers, through the importer that builds their bags. */
export async function bundledArticles(): Promise<readonly Article[]> {
  const articles: Article[] = [];
  for (const paper of ['lanjiang-daily', 'lanjiang-xinbao']) {
    const { archive } = importMarkdown(await readSourceFolder(`${bundled}${paper}`));
    if (!archive) throw new Error(`${paper} cannot be imported`);
    articles.push(...archive.articles);
  }
  return articles;
}

function kindOf(article: Article, { place }: Segment): SegmentKind {
  if ('field' in place) return 'headline';
  const block = article.body.find(({ id }) => id === place.blockId);
  if (block?.type === 'heading') return 'heading';
  return place.part === 'caption' ? 'caption' : 'body';
}

/** Gives every character of an issue a number of its own. */
class Tracer {
  #next = 0;

  segment(kind: SegmentKind, text: string): TracedSegment {
    const characters = Array.from(text, (character) => {
      this.#next += 1;
      return { character, origin: this.#next - 1 };
    });
    return { kind, characters };
  }
}

function segmentsOf(article: Article): readonly (readonly [SegmentKind, string])[] {
  return canonicalSegments(article).map(
    (segment) => [kindOf(article, segment), segment.text] as const,
  );
}

/** The bundled issues as they are. */
export function tracedIssues(articles: readonly Article[]): readonly TracedIssue[] {
  const byIssue = byIssueOf(articles);
  return [...byIssue.values()].map((members) => {
    const tracer = new Tracer();
    const [first] = members;
    return {
      id: first?.issue.id ?? '',
      isTraditional: first?.language.startsWith('zh-Hant') === true,
      stories: members.map((article) => ({
        id: article.id,
        version: 1,
        issueId: article.issue.id,
        page: article.page.number,
        segments: segmentsOf(article).map(([kind, text]) => tracer.segment(kind, text)),
      })),
    };
  });
}

/**
 * New issues from the parts of others in the same script: each story takes a head from one and
 * paragraphs from several stories; some paragraphs come twice in a story and some in two stories, as
 * forms of notices and weather reports do.
 */
export function recombinedIssues(
  issues: readonly TracedIssue[],
  count: number,
  random: Random,
): readonly TracedIssue[] {
  const poolOf = (isTraditional: boolean): readonly TracedSegment[] =>
    issues
      .filter((issue) => issue.isTraditional === isTraditional)
      .flatMap(({ stories }) => stories.flatMap((story) => story.segments));
  const [traditional, simplified] = [poolOf(true), poolOf(false)];
  return Array.from({ length: count }, (_, number) => {
    const isTraditional = random.chance(0.2) && traditional.length > 0;
    const segments = isTraditional ? traditional : simplified;
    const tracer = new Tracer();
    const heads = segments.filter(({ kind }) => kind === 'headline');
    const others = segments.filter(({ kind }) => kind !== 'headline');
    const textOfSegment = ({ characters }: TracedSegment): string =>
      characters.map(({ character }) => character).join('');
    let carried: TracedSegment | undefined;
    const stories = Array.from({ length: 10 }, (_unused, order): TracedStory => {
      const parts = [
        ...Array.from({ length: random.between(1, 3) }, () => random.pick(heads)),
        ...Array.from({ length: random.between(3, 14) }, () => random.pick(others)),
      ];
      const repeated = parts.at(-1);
      if (repeated && random.chance(0.2))
        parts.splice(random.between(1, parts.length - 2), 0, repeated);
      if (carried && random.chance(0.2)) parts.push(carried);
      carried = random.pick(parts);
      return {
        id: `urn:uuid:recombined-${String(number)}-${String(order)}`,
        version: 1,
        issueId: `recombined-${String(number)}`,
        page: String(1 + Math.floor(order / 3)),
        segments: parts.map((part) => tracer.segment(part.kind, textOfSegment(part))),
      };
    });
    return { id: `recombined-${String(number)}`, isTraditional, stories };
  });
}

function byIssueOf(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const key = `${article.language} ${article.issue.id}`;
    groups.set(key, [...(groups.get(key) ?? []), article]);
  }
  return groups;
}
