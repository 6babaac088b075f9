import type { Article, Dateline, Genre } from '../../model/article.ts';
import type { RestoredStory } from './restored-page.ts';

/** An article but for what the issue and the archive give it. */
export type RestoredArticle = Omit<
  Article,
  'id' | 'version' | 'textDigest' | 'issue' | 'page' | 'order' | 'rights'
>;

export interface ArticleSource {
  /** Free words naming the source file. */
  readonly source: string;
  /** BCP 47; guessed from the characters where absent. */
  readonly language?: string;
  /** The issue's day (EDTF): datelines print month and day, or the day alone. */
  readonly issueDate?: string;
}

/** Turns a restored story into the values of an article. */
export function restoredArticle(story: RestoredStory, from: ArticleSource): RestoredArticle {
  const body = story.blocks.map(({ block }) => block);
  const words = [story.headline, ...body.map((block) => ('text' in block ? block.text : ''))].join(
    '',
  );
  const dateline = story.dateline ? articleDateline(story.dateline, from.issueDate ?? '') : null;
  return {
    language: from.language ?? guessLanguage(words),
    kicker: story.kicker,
    headline: story.headline,
    deck: story.deck,
    section: story.section,
    genre: guessGenre(story),
    byline: story.byline.map(({ name, role, label }) => ({ name, role, label })),
    ...(dateline ? { dateline } : {}),
    body,
    provenance: { source: from.source, method: 'ocr', problems: story.problems },
    ext: {
      newspaperPage: {
        marks: story.marks.map(({ text }) => text),
        continuesOnPage: story.continuesOnPage,
        continuedFromPage: story.continuedFromPage,
        // For those who look at a seam: where it is and what the source has there.
        joins: story.joins.map(({ blockId, offset, confidence, first, second }) => ({
          blockId,
          offset,
          confidence: Math.round(confidence * 100) / 100,
          first,
          second,
        })),
      },
    },
  };
}

function articleDateline(
  dateline: NonNullable<RestoredStory['dateline']>,
  issueDate: string,
): Dateline {
  const { text, place } = dateline;
  const found = /(?:(\d{1,2})月)?(\d{1,2})日/u.exec(text);
  const [year = '', issueMonth = ''] = issueDate.split('-');
  const month = found?.[1] ?? issueMonth;
  const isKnown = found && /^\d{4}$/u.test(year) && month !== '';
  // A dateline of December in an issue of January is of the year before.
  const wraps = Number(month) === 12 && Number(issueMonth) === 1;
  const date = isKnown
    ? `${String(Number(year) - (wraps ? 1 : 0))}-${month.padStart(2, '0')}-${(found[2] ?? '').padStart(2, '0')}`
    : undefined;
  return {
    text,
    ...(place === undefined ? {} : { place }),
    ...(date === undefined ? {} : { date }),
  };
}

const simplifiedOnly =
  /[们这国个来时说为学会对发经动进还开关从实应头体无与长机问间两将业点当现么种后过]/gu;
const traditionalOnly =
  /[們這國個來時說為爲學會對發經動進還開關從實應頭體無與長機問間兩將業點當現麼種後過]/gu;

/** zh-Hans-CN or zh-Hant-TW, by the characters that only one script has. */
export function guessLanguage(text: string): 'zh-Hans-CN' | 'zh-Hant-TW' {
  const simplified = text.match(simplifiedOnly)?.length ?? 0;
  const traditional = text.match(traditionalOnly)?.length ?? 0;
  return traditional > simplified ? 'zh-Hant-TW' : 'zh-Hans-CN';
}

function guessGenre(story: RestoredStory): Genre {
  const blocks = story.blocks.map(({ block }) => block);
  const count = (type: string): number => blocks.filter((block) => block.type === type).length;
  if (count('qa') >= 3) return 'interview';
  if (/社评|社評|评论|評論|时评|時評/u.test(story.section)) return 'commentary';
  if (/来信|來信|来函|來函/u.test(story.section + story.headline)) return 'letter';
  if (/启事|啟事|啓事|公告|通告/u.test(story.section + story.headline)) return 'notice';
  if (/广告|廣告/u.test(story.section)) return 'advertisement';
  if (/^(?:诗|詩|小说|小說|散文|副刊|连载|連載)/u.test(story.section)) return 'literature';
  if (count('table') > 0 && count('paragraph') <= 1) return 'table';
  return count('paragraph') + count('list') <= 1 ? 'brief' : 'news';
}
