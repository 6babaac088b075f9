import type { FoundPerson } from './recognise-byline.ts';
import { looksLikeName, recognisePeople } from './recognise-byline.ts';

/** What stands before the first word of a story's text, by places in the folded text. */
export interface Lead {
  /** 电头 such as 本报讯 or 新华社某地5月17日电; null where only people are named. */
  readonly dateline: readonly [number, number] | null;
  readonly people: readonly FoundPerson[];
  /** Where the text proper begins. */
  readonly textStart: number;
  /** 0 to 1: how surely a story begins here. */
  readonly strength: number;
}

const sent =
  '(?:讯(?!员|号|息|问|速)|电(?!话|子|影|力|视|邮|脑|商|器|动|台|报|网|压)|消息|特稿|报道|报导)';
const openings: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^[【〔（\\[]\\s?[^【】〔〕（）\\[\\]，。]{2,24}?${sent}\\s?[】〕）\\]]`, 'u'), 1],
  [
    new RegExp(
      `^(?:据)?(?:本报|本刊|本网|本台|本社|[\\u3400-\\u9fff]{2,8}?(?:日报|晚报|晨报|时报|早报|商报|都市报|新报|导报|新闻网|通讯社|新华网|社))[^，。：；“”（）]{0,20}?(?:专|特|夜|快|急)?${sent}`,
      'u',
    ),
    1,
  ],
  [/^(?:本埠|本市|本城|本县|本乡)(?:特|专|要|快)?(?:讯(?!员|号|息|问|速)|电(?!话|台|影))/u, 1],
  [
    /^(?:[\u3400-\u9fff]{2,8})\s?(?:\d{1,2}月)?(?:\d{1,2}|[〇一二三四五六七八九十廿卅]{1,3})日(?:专|特|急|下午|上午|晚|夜)?(?:电|讯)(?![话子影力视邮脑商])/u,
    0.9,
  ],
];
const reportedAt =
  /^(?:记者|特派员)\s?[\u3400-\u9fff]{2,4}\s?[/／]\s?[\u3400-\u9fff]{2,6}(?:报道|报导|电)\s?/u;
const trailingWords = /[\s，、]*(?:综合报道|报道|报导|摄影报道|文图|文\/图|图文|整理|综合)\s*$/u;

/** The lead at the start of a paragraph; null where none is printed. */
export function recogniseLead(plain: string): Lead | null {
  for (const [pattern, strength] of openings) {
    const found = pattern.exec(plain);
    if (!found) continue;
    let at = found[0].length;
    const people = peopleInBrackets(plain, at);
    if (people) at = people.end;
    const isFollowed = plain.length > at + 2;
    const isDelimited =
      people !== null || /^(?:\s|：|—|【|】)|^[\u3400-\u9fff\d“]/u.test(plain.slice(at));
    if (!isFollowed || !isDelimited) continue;
    at += /^[\s：—]*/u.exec(plain.slice(at))?.[0].length ?? 0;
    return {
      dateline: [0, found[0].length],
      people: people?.people ?? [],
      textStart: at,
      strength,
    };
  }
  const reported = reportedAt.exec(plain);
  if (reported) {
    const name = /[\u3400-\u9fff]{2,4}(?=\s?[/／])/u.exec(plain.slice(2));
    const start = 2 + (name?.index ?? 0);
    const person: FoundPerson = {
      role: 'reporter',
      label: [0, 2],
      name: [start, start + (name?.[0].length ?? 0)],
    };
    const dateline = [person.name[1] + 1, reported[0].trimEnd().length] as const;
    return { dateline, people: [person], textStart: reported[0].length, strength: 1 };
  }
  const headed = /^[^，。：；“”（）]{2,14}(?=（)/u.exec(plain);
  const reporters = headed ? peopleInBrackets(plain, headed[0].length) : null;
  if (headed && reporters && plain.length > reporters.end + 8) {
    const dateline = [0, headed[0].length] as const;
    return { dateline, people: reporters.people, textStart: reporters.end, strength: 0.95 };
  }
  const bracketed = peopleInBrackets(plain, 0);
  if (bracketed && plain.length > bracketed.end + 8) {
    return { dateline: null, people: bracketed.people, textStart: bracketed.end, strength: 0.9 };
  }
  return null;
}

/** People in brackets that open at this place, e.g. （记者 甲 通讯员 乙）. */
export function peopleInBrackets(
  plain: string,
  at: number,
): { readonly people: readonly FoundPerson[]; readonly end: number } | null {
  const found = /^\s?（([^（）]{2,60})）/u.exec(plain.slice(at, at + 70));
  if (!found) return null;
  const start = at + found[0].indexOf('（') + 1;
  const content = found[1] ?? '';
  const words = trailingWords.exec(content);
  const end = start + content.length;
  const people =
    recognisePeople(plain, start, end, false) ??
    (words ? recognisePeople(plain, start, end - words[0].length, false) : null);
  return people ? { people, end: at + found[0].length } : null;
}

/** A name, with the place where its bearer lives or the word reader before it. */
function isWriter(content: string): boolean {
  const name = /^(?:[\u3400-\u9fff]{2,8}[ 　])?([\u3400-\u9fff]{2,4})$/u.exec(content)?.[1];
  return name !== undefined && looksLikeName(name);
}

/** People named in brackets at the end of a paragraph; the place of the opening bracket. */
export function recogniseSignOff(plain: string): {
  readonly people: readonly FoundPerson[];
  readonly start: number;
  readonly end: number;
} | null {
  const found = /\s?（([^（）]{2,40})）\s*$/u.exec(plain);
  if (!found || found.index < 8) return null;
  const start = found.index + found[0].indexOf('（') + 1;
  const content = found[1] ?? '';
  const words = trailingWords.exec(content);
  const end = start + content.length;
  const people =
    recognisePeople(plain, start, end, false) ??
    (words ? recognisePeople(plain, start, end - words[0].length, false) : null) ??
    (isWriter(content) && /[。！？”]\s?$/u.test(plain.slice(0, found.index))
      ? recognisePeople(plain, start, end, true)
      : null);
  return people ? { people, start: found.index, end: plain.length } : null;
}
