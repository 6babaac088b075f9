import { hash } from 'node:crypto';
import type { Article } from '../../model/article.ts';
import type { BagProblem } from '../../model/bag-report.ts';
import type { Block, UnknownBlock } from '../../model/block.ts';
import { canonicalText } from '../../text/canonical-text.ts';
import { problem } from '../problem-list.ts';
import { knownArticleValues } from './later-values.ts';
import type { ParsedLine } from './parse-line.ts';
import { isArticle, schemaProblem } from './schemas.ts';
import { isUnsafeLink, withoutUnsafeLinks } from './unsafe-links.ts';

/** A record that is accepted, in the form in which it is handed on. */
export interface AcceptedArticle {
  readonly article: Article;
  /** JSON of the article as handed on: the source's own line where nothing had to be changed. */
  readonly json: string;
  readonly remarks: readonly BagProblem[];
}

const knownBlocks: ReadonlySet<string> = new Set<Exclude<Block['type'], 'unknown'>>([
  'paragraph',
  'heading',
  'list',
  'table',
  'figure',
  'pull-quote',
  'box',
  'qa',
  'separator',
]);

/** A block of a type this version does not know, as its text. */
function unknownBlock(block: Block): UnknownBlock {
  const { id, type, text } = block as { id: string; type: string; text?: string };
  return { id, type: 'unknown', originalType: type, text: text ?? '' };
}

/** `sha256:…` of the canonical text in UTF-8. */
function digestOf(article: Article): string {
  return `sha256:${hash('sha256', canonicalText(article), 'hex')}`;
}

function duplicateBlockId(body: readonly Block[]): string | null {
  const seen = new Set<string>();
  for (const { id } of body) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}

/** True for page numbers of the usual kinds: 3, A03, 第二張, 二, 12-13. */
function isUsualPageNumber(number: string): boolean {
  return (
    number.length <= 12 && /^[\p{L}\p{N}–—-]+$/u.test(number) && /[\p{N}\p{sc=Han}]/u.test(number)
  );
}

/**
 * Checks a parsed line against the schema and neutralises what the format demands. In an archive of
 * a newer minor version, values that this one does not know are replaced in the parsed record.
 */
export function checkArticle(
  line: ParsedLine,
  path: string,
  number: number,
  isNewerMinor: boolean,
): { readonly accepted: AcceptedArticle } | { readonly fault: BagProblem } {
  const { value } = line;
  const later = isNewerMinor ? knownArticleValues(value, path, number) : [];
  if (!isArticle(value)) return { fault: schemaProblem(isArticle.errors, value, path, number) };
  const twice = duplicateBlockId(value.body);
  if (twice !== null) {
    const details = { field: '/body', expected: 'unique block ids', found: twice };
    return { fault: problem('wrong-field', path, details, number) };
  }
  const remarks: BagProblem[] = [...line.remarks, ...later];
  let article = value;
  const unknown = value.body.filter(({ type }) => !knownBlocks.has(type));
  if (unknown.length > 0) {
    const types = [...new Set(unknown.map(({ type }) => type))].join(' ');
    remarks.push(problem('unknown-block', path, { types, blocks: unknown.length }, number));
    const body = value.body.map((b) => (knownBlocks.has(b.type) ? b : unknownBlock(b)));
    article = { ...article, body };
  }
  const ext = withoutUnsafeLinks(value.ext);
  if (ext.dropped > 0 || isUnsafeLink(value.provenance.source)) {
    remarks.push(problem('unsafe-link', path, { dropped: Math.max(1, ext.dropped) }, number));
    const { source } = value.provenance;
    article = {
      ...article,
      ext: ext.value as Article['ext'],
      provenance: { ...value.provenance, source: isUnsafeLink(source) ? '' : source },
    };
  }
  if (!isUsualPageNumber(value.page.number)) {
    remarks.push(problem('odd-page-number', path, { found: value.page.number }, number));
  }
  const found = digestOf(article);
  if (found !== value.textDigest) {
    const details = { article: value.id, expected: value.textDigest, found };
    remarks.push(problem('text-digest-mismatch', path, details, number));
  }
  const isChanged = line.isChanged || later.length > 0 || article !== value;
  return { accepted: { article, json: isChanged ? JSON.stringify(article) : line.json, remarks } };
}
