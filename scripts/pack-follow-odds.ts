import {
  classNumber,
  grammarClasses,
  markClass,
} from '../archive/import/newspaper-page/word-classes.ts';
import { foldText } from '../archive/import/newspaper-page/fold-text.ts';
import { wordClasses } from '../archive/import/newspaper-page/seam-odds.ts';
import {
  decodeWordTable,
  oddsScale,
  oddsZero,
} from '../archive/import/newspaper-page/word-table.ts';
import { trainingParagraphs } from './restore-training-text.ts';

/** A word must occur so often in the training text to be a class of its own. */
const usualFrom = 45;
const smoothing = 12;
const stretch = 60;

/**
 * How word classes follow each other in the training text, packed: the usual words, then the odds
 * of every class behind every other against its share anywhere.
 * @param words The table of words, not yet followed by odds.
 */
export function packFollowOdds(words: Uint8Array): Uint8Array {
  const none = Buffer.concat([words, Buffer.alloc(2), Buffer.alloc(grammarClasses.length ** 2)]);
  const plainTable = decodeWordTable(none);
  const paragraphs = trainingParagraphs().map((text) =>
    foldText(text, plainTable).replace(/\s/gu, ''),
  );
  const usual = usualWords(paragraphs, plainTable);
  const header = Buffer.concat([packUsual(usual)]);
  const count = grammarClasses.length + usual.length;
  const table = decodeWordTable(Buffer.concat([words, header, Buffer.alloc(count ** 2)]));
  const pairs = new Float64Array(count ** 2);
  const firsts = new Float64Array(count);
  const seconds = new Float64Array(count);
  for (const paragraph of paragraphs) {
    let last = classNumber('paragraph-start');
    for (const { class: next } of readStretches(paragraph, table)) {
      pairs[last * count + next] = (pairs[last * count + next] ?? 0) + 1;
      firsts[last] = (firsts[last] ?? 0) + 1;
      seconds[next] = (seconds[next] ?? 0) + 1;
      last = next;
    }
  }
  const total = seconds.reduce((sum, value) => sum + value, 0);
  const odds = pairs.map((seen, at) => {
    const [first, second] = [Math.floor(at / count), at % count];
    const share = ((seconds[second] ?? 0) + 1) / (total + count);
    const behind = (seen + smoothing * share) / ((firsts[first] ?? 0) + smoothing);
    return Math.max(0, Math.min(255, oddsZero + Math.round(Math.log(behind / share) * oddsScale)));
  });
  return Buffer.concat([header, Uint8Array.from(odds)]);
}

type Table = ReturnType<typeof decodeWordTable>;

/** The words of a paragraph; read in stretches, to bound the time. */
function* readStretches(text: string, table: Table): Generator<{ text: string; class: number }> {
  for (const part of text.match(new RegExp(`.{1,${stretch}}`, 'gu')) ?? []) {
    let start = 0;
    for (const word of wordClasses(part, table)) {
      yield { text: part.slice(start, word.end), class: word.class };
      start = word.end;
    }
  }
}

function usualWords(paragraphs: readonly string[], table: Table): readonly string[] {
  const times = new Map<string, number>();
  for (const paragraph of paragraphs) {
    for (const { text } of readStretches(paragraph, table)) {
      if (markClass(text.charAt(0)) !== undefined) continue;
      times.set(text, (times.get(text) ?? 0) + 1);
    }
  }
  return [...times]
    .filter(([, count]) => count >= usualFrom)
    .sort((a, b) => b[1] - a[1])
    .map(([word]) => word)
    .slice(0, 200);
}

function packUsual(usual: readonly string[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeUInt16LE(usual.length);
  return Buffer.concat([
    count,
    ...usual.map((word) => {
      const packed = Buffer.alloc(1 + 2 * word.length);
      packed.writeUInt8(word.length);
      for (let at = 0; at < word.length; at++)
        packed.writeUInt16LE(word.charCodeAt(at), 1 + 2 * at);
      return packed;
    }),
  ]);
}
