import { isSpace } from './source-text.ts';
import type { WordTable } from './word-table.ts';

const widePunctuation: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
  '〔': '（',
  '〕': '）',
  '﹙': '（',
  '﹚': '）',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '【': '【',
  '】': '】',
  '／': '/',
  '｜': '|',
  '─': '—',
  '―': '—',
  '–': '—',
  '•': '·',
  '‧': '·',
  '．': '.',
  '﹔': '；',
  '﹕': '：',
  '﹐': '，',
};

/**
 * A form of the text for recognising things: simplified characters, full-width punctuation,
 * half-width letters and digits, plain spaces. Has the same length as the text, unit by unit.
 */
export function foldText(text: string, table: WordTable): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3400 && code <= 0x9fff) {
      folded += String.fromCharCode(table.foldCodeUnit(code));
    } else if (isSpace(code)) {
      folded += ' ';
    } else if (code >= 0xff10 && code <= 0xff5a && /[０-９Ａ-Ｚａ-ｚ]/u.test(text.charAt(at))) {
      folded += String.fromCharCode(code - 0xfee0);
    } else {
      folded += foldPunctuation(text, at);
    }
  }
  return folded;
}

function foldPunctuation(text: string, at: number): string {
  const character = text.charAt(at);
  const isBetweenDigits =
    /[\dA-Za-z]/u.test(text.charAt(at - 1)) && /[\dA-Za-z]/u.test(text.charAt(at + 1));
  if (character === '.') return isBetweenDigits || at === 0 ? '.' : closesLikeStop(text, at);
  if (isBetweenDigits && (character === ',' || character === ':')) return character;
  return widePunctuation[character] ?? character;
}

/** A half-width full stop behind a Han character stands for 。 */
function closesLikeStop(text: string, at: number): string {
  const before = text.charCodeAt(at - 1);
  const isBehindHan =
    (before >= 0x3400 && before <= 0x9fff) || /[”"）)』」%％\d]/u.test(text.charAt(at - 1));
  const after = text.charAt(at + 1);
  return isBehindHan && !/[\dA-Za-z.]/u.test(after) ? '。' : '.';
}
