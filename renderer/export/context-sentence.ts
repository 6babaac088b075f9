import type { TextRange } from '../../archive/text/text-range.ts';

/** What stands around a passage in its sentence, as held. */
export interface PassageContext {
  readonly before: string;
  readonly after: string;
}

/** UTF-16 units on either side at the most; what is cut off is marked by an ellipsis where it is shown. */
const longest = 120;
const sentenceEnd = /[。！？!?…\n]/;
/** Marks that still belong to the sentence that they follow. */
const closing = /[”’」』）)》〉〕】]/;

function isLowSurrogate(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
}

function sentenceStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < longest) {
    const last = text[at - 1] ?? '';
    if (sentenceEnd.test(last)) break;
    if (closing.test(last) && at > 1 && sentenceEnd.test(text[at - 2] ?? '')) break;
    at -= 1;
  }
  return isLowSurrogate(text, at) ? at + 1 : at;
}

function sentenceStop(text: string, from: number): number {
  // A passage that ends its sentence needs nothing after it.
  if (sentenceEnd.test(text[from - 1] ?? '')) return from;
  let at = from;
  while (at < text.length && at - from < longest) {
    const next = text[at] ?? '';
    if (next === '\n') return at;
    at += 1;
    if (sentenceEnd.test(next)) {
      while (at < text.length && closing.test(text[at] ?? '')) at += 1;
      return at;
    }
  }
  return isLowSurrogate(text, at) ? at - 1 : at;
}

/** The rest of the sentences that a passage begins and ends in; never past a line of the canonical text. */
export function passageContext(text: string, { start, end }: TextRange): PassageContext {
  return {
    before: text.slice(sentenceStart(text, start), start),
    after: text.slice(end, sentenceStop(text, end)),
  };
}
