import { integerOf, numeralCharacters } from './chinese-integer.ts';
import type { AskedPage } from './place-reading.ts';

/** A typed place cut into the words of the date and the page; no page where none is named. */
export interface PageCut {
  readonly rest: string;
  readonly page: AskedPage | null;
}

const numeral = `(?:\\d{1,3}|[${numeralCharacters}]{1,5})`;
const lettered = '[a-z]{1,2}-?\\d{1,3}';

/** `a03` → `A03`, 十二 → `12`, `03` → `3`; null for what is not a page's number. */
export function pageNumber(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const letters = new RegExp(`^(${lettered})$`).exec(text)?.[1];
  if (letters !== undefined) return letters.toUpperCase().replace('-', '');
  const value = integerOf(text);
  return value === null || value < 1 ? null : String(value);
}

const named: readonly (readonly [RegExp, AskedPage])[] = [
  [/(?:上|前)一?(?:版|页)|\b(?:previous|prev) page\b/, { kind: 'step', by: -1 }],
  [/(?:下|后)一?(?:版|页)|\bnext page\b/, { kind: 'step', by: 1 }],
  [/(?:头|首)(?:版|页)|\bfront page\b/, { kind: 'number', number: '1' }],
  [/(?:末|最后一?)(?:版|页)|\blast page\b/, { kind: 'last' }],
];

const numbered = [
  new RegExp(`第?\\s?(${numeral}|${lettered})\\s?(?:版|页|张|面)`),
  new RegExp(`\\b(?:page|pp?)\\.?\\s?(\\d{1,3}|${lettered})\\b`),
];

function withoutMatch(text: string, match: RegExpExecArray): string {
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return rest
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?:\s?(?:的|[-/:·]))+$/, '')
    .trim();
}

/** The cut at words that say they are a page; null where there are none. */
export function explicitPage(text: string): PageCut | null {
  for (const [pattern, page] of named) {
    const match = pattern.exec(text);
    if (match !== null) return { rest: withoutMatch(text, match), page };
  }
  for (const pattern of numbered) {
    const match = pattern.exec(text);
    const number = pageNumber(match?.[1] ?? '');
    if (match !== null && number !== null) {
      return { rest: withoutMatch(text, match), page: { kind: 'number', number } };
    }
  }
  return null;
}

const atEnd = new RegExp(`^(.+?)(?:(?<=[日号])|[\\s/:#·])\\s?(${numeral}|${lettered})$`);

/** The cut before a last number that may be a page: `1983-5-12 3`. */
export function trailingPage(text: string): PageCut | null {
  const match = atEnd.exec(text);
  const number = pageNumber(match?.[2] ?? '');
  if (match === null || number === null) return null;
  return { rest: (match[1] ?? '').trim(), page: { kind: 'number', number } };
}

/** A page and nothing else, without a word that says so: `3`, `A03`. */
export function barePage(text: string): PageCut | null {
  if (!new RegExp(`^(?:${numeral}|${lettered})$`).test(text)) return null;
  const number = pageNumber(text);
  return number === null ? null : { rest: '', page: { kind: 'number', number } };
}

/**
 * The page that is meant among those of an issue, as printed; undefined where there is none. A bare
 * number finds 第三張 and the only page of that number in a lettered section (A03).
 */
export function findPage(
  pages: readonly string[],
  asked: AskedPage,
  current: string | null,
): string | undefined {
  if (asked.kind === 'last') return pages.at(-1);
  if (asked.kind === 'step') {
    const at = current === null ? 0 : pages.indexOf(current);
    return at < 0 ? undefined : pages[at + asked.by];
  }
  const plain = (printed: string): string => {
    const cut = explicitPage(printed.normalize('NFKC').toLowerCase().replace('張', '张'));
    const number = cut?.rest === '' && cut.page?.kind === 'number' ? cut.page.number : null;
    return (number ?? pageNumber(printed) ?? printed).replace(/^([A-Z]*)0+(?=\d)/, '$1');
  };
  const wanted = plain(asked.number);
  const exact = pages.find((page) => plain(page) === wanted);
  if (exact !== undefined) return exact;
  const ofNumber = pages.filter((page) => plain(page).replace(/^[A-Z]+/, '') === wanted);
  return ofNumber.length === 1 ? ofNumber[0] : undefined;
}
