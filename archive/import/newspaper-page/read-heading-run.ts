import type { PageUnit } from './page-unit.ts';
import type { TermProfile } from './page-terms.ts';
import type { StoryHead } from './story-head.ts';

/** Two or three short halves of like length, as slogans are set. */
const parallel = /^[\u3400-\u9fff]{3,6}(?:[ ·|]+[\u3400-\u9fff]{3,6}){1,2}$/u;

export interface RunReading {
  readonly banners: readonly PageUnit[];
  readonly head: Omit<StoryHead, 'confidence'> | null;
  readonly sections: readonly PageUnit[];
  /** How well the headings read so. */
  readonly score: number;
}

type Part = 'banner' | 'column' | 'kicker' | 'headline' | 'deck' | 'section';

const columnNames =
  /^(?:聚焦|社评|时评|评论|本报评论|特写|特稿|专访|读者来信|来信|读者之声|副刊|诗|诗歌|小说|散文|随笔|杂谈|小言|简讯|要闻|本埠|本埠要闻|本市要闻|本市|专电|电讯|国内|国际|圆桌|对话|访谈|调查|深度|人物|纪实|体育|文化|茶市|商情|市况|广告|启事|通告|公告|连载|专栏|今日谈|街谈|江岸|[\u3400-\u9fff]{2,3}·[\u3400-\u9fff]{2,4})$/u;
const columnEnding =
  /^[\u3400-\u9fff]{1,3}(?:讯|闻|象|评|谈|信|录|窗|苑|角|坛|园|版|事|告|市|行情)$/u;
const timed =
  /昨[日天晚夜]|今[日天晚晨年起]|明[日天晚晨]|日前|近日|首次|将于|第[\d一二三四五六七八九十]+届|启动|举行|召开|访|对话/u;
const slogan =
  /新征程|新时代|建功|奋进|喜迎|喜庆|学习贯彻|主题教育|走基层|特别报道|系列报道|专题报道|专版|特刊|进行时|在行动|二十大|两会|[—\-]{2}.{2,8}(?:篇|卷|季)$/u;

/**
 * Reads a run of headings that stand together as banner, column, kicker, headline, deck and section
 * head: of all readings in that order the one with the best score.
 */
export function readHeadingRun(
  run: readonly PageUnit[],
  isFirstOnPage: boolean,
  /** All headings of the page are of one level: levels say nothing. */
  isFlat: boolean,
  bodyTerms: TermProfile,
): RunReading {
  let best: { score: number; parts: readonly Part[] } = { score: -Infinity, parts: [] };
  const dashed = run.findIndex((unit) => !/^[—\-─]/u.test(unit.plain));
  for (const parts of readings(run.length, isFirstOnPage, Math.max(0, dashed))) {
    let score = 0;
    const main = parts.indexOf('headline');
    run.forEach((unit, at) => {
      score += partScore(unit, parts[at] ?? 'headline', run[main] ?? unit, run[at + 1], bodyTerms);
    });
    const decks = run.filter((_, at) => parts[at] === 'deck');
    const dashedDecks = decks.filter((unit) => /^[—\-─]/u.test(unit.plain)).length;
    // The decks of one head are set alike.
    if (dashedDecks > 0 && dashedDecks < decks.length) score -= 1.5;
    if (parts.includes('kicker') && run.length <= 3) score += 0.35;
    if (!isFlat) score += levelScore(run, parts, main);
    else if (parts[0] === 'banner') score -= 1.2;
    if (parts.filter((part) => part === 'kicker').length > 1) score -= 0.9;
    run.forEach((unit, at) => {
      // Page numbers and dates stand between the page's own words and its stories.
      const next = run[at + 1];
      if (
        next &&
        parts[at] === 'kicker' &&
        parts[at + 1] === 'kicker' &&
        next.level !== unit.level
      ) {
        score -= 1.4;
      }
      // What is set as big as the headline or bigger is no deck of it.
      const isBig = unit.level <= (run[main]?.level ?? 0);
      if (parts[at] === 'deck' && isBig && run.some(({ level }) => level !== unit.level))
        score -= 1.5;
      const isApart = next !== undefined && next.index > unit.index + 1;
      if (isApart && parts[at] === 'banner' && parts[at + 1] !== 'banner') score += 1.5;
    });
    if (score > best.score) best = { score, parts };
  }
  const pick = (part: Part): PageUnit[] => run.filter((_, at) => best.parts[at] === part);
  const inHead = run.filter((_, at) => !['banner', 'section'].includes(best.parts[at] ?? ''));
  const first = inHead[0];
  const last = inHead.at(-1);
  return {
    banners: pick('banner'),
    sections: pick('section'),
    score: best.score,
    head:
      first && last
        ? {
            kickers: pick('kicker'),
            headlines: pick('headline'),
            decks: pick('deck'),
            columns: pick('column'),
            start: first.index,
            end: last.index + 1,
          }
        : null,
  };
}

/** Whether a heading that stands alone at the top is the page's own: a slogan no story speaks of. */
export function isLoneBanner(unit: PageUnit, bodyTerms: TermProfile): boolean {
  const plain = unit.plain.trim();
  return (slogan.test(plain) || parallel.test(plain)) && coverage(unit, bodyTerms) < 0.15;
}

/** The headline is set biggest; a banner above it may be as big. */
function levelScore(run: readonly PageUnit[], parts: readonly Part[], main: number): number {
  const levels = run.filter((_, at) => parts[at] !== 'banner').map((unit) => unit.level);
  const least = Math.min(...levels);
  const level = run[main]?.level ?? least;
  if (levels.length === 1 && run.length > 1) return 1.2;
  if (Math.max(...levels) === least) return 0;
  return level === least ? 2.2 : -1.2 * (level - least);
}

/** All readings of `length` headings in the order a newspaper sets them. */
function* readings(
  length: number,
  isFirstOnPage: boolean,
  /** How many headings at the top begin with a dash, as decks do that have come before their headline. */
  leading: number,
): Generator<readonly Part[]> {
  if (leading > 0) {
    const decks = Array<Part>(leading).fill('deck');
    for (const parts of readings(length - leading, false, 0)) yield [...decks, ...parts];
  }
  const mostBanners = isFirstOnPage ? Math.min(3, length - 1) : 0;
  for (let banners = 0; banners <= mostBanners; banners++) {
    for (let columns = 0; columns <= Math.min(1, length - banners - 1); columns++) {
      const left = length - banners - columns;
      for (let kickers = 0; kickers <= Math.min(2, left - 1); kickers++) {
        for (let headlines = 1; headlines <= Math.min(2, left - kickers); headlines++) {
          const behind = left - kickers - headlines;
          for (let sections = 0; sections <= Math.min(1, behind); sections++) {
            yield [
              ...Array<Part>(banners).fill('banner'),
              ...Array<Part>(columns).fill('column'),
              ...Array<Part>(kickers).fill('kicker'),
              ...Array<Part>(headlines).fill('headline'),
              ...Array<Part>(behind - sections).fill('deck'),
              ...Array<Part>(sections).fill('section'),
            ];
          }
        }
      }
    }
  }
}

function partScore(
  unit: PageUnit,
  part: Part,
  main: PageUnit,
  below: PageUnit | undefined,
  body: TermProfile,
): number {
  const plain = unit.plain.trim();
  const length = plain.replace(/\s/gu, '').length;
  const mainLength = main.plain.replace(/\s/gu, '').length;
  const startsWithDash = /^[—\-─]/u.test(plain);
  switch (part) {
    case 'banner': {
      let score = -1.5;
      if (slogan.test(plain)) score += 1.8;
      else if (parallel.test(plain)) score += 0.8;
      else if (below?.level === unit.level) score -= 0.6;
      score += 2.4 * (0.35 - coverage(unit, body));
      if (unit.level <= main.level) score += 0.7;
      if (below && below.level > unit.level && below !== main) score += 0.8;
      return score;
    }
    case 'column':
      if (columnNames.test(plain.replace(/\s/gu, ''))) return 2.5;
      if (columnEnding.test(plain)) return 0.9;
      // Four characters are few for a kicker, and a column is set smaller than what it heads.
      if (length <= 4 && /^[\u3400-\u9fff]+$/u.test(plain) && unit !== main) {
        if (below && below !== main && unit.level > below.level) return 1.4;
        return below && unit.level > below.level + 2 ? 0.6 : -0.3;
      }
      return length <= 5 ? -0.8 : -4;
    case 'kicker': {
      let score = -0.3;
      if (startsWithDash) score -= 3;
      if (columnNames.test(plain)) score -= 1;
      if (unit.level > main.level) score += 0.5;
      if (unit.level < main.level) score -= 1.5;
      score += coverage(unit, body) - 0.3;
      if (length > mainLength + 8) score -= 0.8;
      if (length >= 4 && length <= 22) score += 0.5;
      if (/\S[\s，]+\S/u.test(plain) && length > 10) score -= 0.2;
      if (/^[“‘]/u.test(plain)) score -= 0.4;
      if (timed.test(plain)) score += 0.5;
      return score;
    }
    case 'headline': {
      let score = startsWithDash ? -3 : 0;
      score += 2 * (coverage(unit, body) - 0.4);
      if (columnNames.test(plain)) score -= 0.5;
      if (unit !== main) score += unit.level === main.level ? -1.2 : -5;
      if (timed.test(plain) && main.plain !== plain) score -= 0.2;
      if (timed.test(plain)) score -= 0.3;
      if (/\S[\s，]+\S/u.test(plain)) score += 0.4;
      if (length > 30) score -= 1;
      if (length < 4) score -= 0.5;
      return score;
    }
    case 'deck': {
      let score = -0.3;
      if (startsWithDash) score += 3;
      if (length >= mainLength) score += 0.3;
      if (/^(?:[一二三四五六七八九十\d]+月|附|译自|访|记)/u.test(plain)) score += 0.8;
      if (length >= mainLength * 1.5) score += 0.6;
      if (/[\d%]/u.test(plain) || plain.includes('，')) score += 0.3;
      if (length < mainLength - 6) score -= 0.6;
      score += 0.6 * (coverage(unit, body) - 0.4);
      if (length <= 4) score -= 1;
      return score;
    }
    case 'section':
      return unit.level > main.level + 1 && length <= 16 ? -1.1 : -1.9;
  }
}

/** How much of the heading's weight of telling words is found in texts of the page, 0 to 1. */
function coverage(unit: PageUnit, body: TermProfile): number {
  let found = 0;
  let total = 0;
  unit.terms.ids.forEach((id, at) => {
    const weight = unit.terms.weights[at] ?? 0;
    total += weight;
    if (body.count(id) > 0) found += weight;
  });
  return total === 0 ? 0.35 : found / total;
}
