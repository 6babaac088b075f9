import type {
  Annotation,
  AnnotationTarget,
  Mark,
  Motivation,
} from '../../archive/model/annotation.ts';
import type { Article } from '../../archive/model/article.ts';
import { describe } from '../../archive/text/anchor/describe.ts';
import type { TextRange } from '../../archive/text/text-range.ts';

/** The story that annotations are made on. */
export interface AnnotatedStory {
  readonly archiveId: string;
  readonly article: Article;
  /** Canonical. */
  readonly text: string;
}

function articleState({ archiveId, article }: AnnotatedStory): {
  archiveId: string;
  articleId: string;
  articleVersion: number;
  textDigest: string;
} {
  return {
    archiveId,
    articleId: article.id,
    articleVersion: article.version,
    textDigest: article.textDigest,
  };
}

/** The target of a passage; null where the range holds nothing. */
export function passageTarget(story: AnnotatedStory, range: TextRange): AnnotationTarget | null {
  const selectors = describe(story.text, range);
  return selectors && { kind: 'passage', ...articleState(story), selectors };
}

export function storyTarget(story: AnnotatedStory): AnnotationTarget {
  return { kind: 'article', ...articleState(story) };
}

/** Why an annotation is there, from what it holds. */
export function motivationsOf({
  mark,
  note,
  tags,
}: Pick<Annotation, 'mark' | 'note' | 'tags'>): readonly Motivation[] {
  const found: Motivation[] = [];
  if (mark !== undefined) found.push('highlighting');
  if (note !== '' || (mark === undefined && tags.length === 0)) found.push('commenting');
  if (tags.length > 0) found.push('tagging');
  return found;
}

export function makeAnnotation(target: AnnotationTarget, mark: Mark | null): Annotation {
  const now = new Date().toISOString();
  const base = { note: '', tags: [], ...(mark === null ? {} : { mark }) };
  return {
    id: `urn:uuid:${crypto.randomUUID()}`,
    target,
    motivations: motivationsOf(base),
    ...base,
    created: now,
    modified: now,
    ext: {},
  };
}

/** What an edit may set; a member that is absent stays, an empty corrected reading goes. */
export type Edit = Partial<
  Pick<Annotation, 'note' | 'tags' | 'mark' | 'target' | 'correctedReading' | 'trashed'>
>;

/** The annotation with an edit; itself where nothing changes. */
export function edited(annotation: Annotation, edit: Edit): Annotation {
  const next = { ...annotation, ...edit };
  if (next.correctedReading === '') delete next.correctedReading;
  const isSame = (Object.keys(edit) as (keyof Edit)[]).every(
    (member) => JSON.stringify(next[member]) === JSON.stringify(annotation[member]),
  );
  if (isSame) return annotation;
  return { ...next, motivations: keptMotivations(next), modified: new Date().toISOString() };
}

/** Its own motivations, brought in line; `bookmarking`, which nothing here decides, stays. */
function keptMotivations(annotation: Annotation): readonly Motivation[] {
  const own = motivationsOf(annotation);
  return annotation.motivations.includes('bookmarking') ? [...own, 'bookmarking'] : own;
}

/** What the archive holds where the annotation was made; empty for whole stories and pages. */
export function quotedText({ target }: Annotation): string {
  return target.kind === 'passage' ? (target.selectors.quote?.exact ?? '') : '';
}
