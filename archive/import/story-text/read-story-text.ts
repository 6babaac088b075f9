import type { BylinePerson } from '../../model/article.ts';
import type { SourceOrder } from '../assembly/import-order.ts';
import type { SourceReport } from '../assembly/source-report.ts';
import type { PageDraft, StoryDraft } from '../assembly/story-draft.ts';
import { guessLanguage } from '../newspaper-page/restored-article.ts';
import { readStoryFrontMatter, splitAuthors } from './story-front-matter.ts';
import { storyTextBlocks } from './story-text-blocks.ts';

const labels =
  /^(.*?(?:记者|記者|通讯员|通訊員|特派员|實習生|实习生|评论员|評論員))[\s　:：]*(.+)$/u;

function person(text: string): BylinePerson {
  const [, label = '', name = text] = labels.exec(text.trim()) ?? [];
  const role = /记者|記者/u.test(label)
    ? 'reporter'
    : /通讯员|通訊員/u.test(label)
      ? 'correspondent'
      : 'author';
  return { name: name.trim(), role, label };
}

/** Reads one story: front matter where there is some, then paragraphs, headings and lists. */
export function readStoryText(
  text: string,
  order: SourceOrder,
  language?: string,
): { readonly draft: PageDraft; readonly report: SourceReport } {
  const matter = readStoryFrontMatter(text);
  const { holding } = order;
  const fields = matter?.fields ?? {};
  const { title, blocks } = storyTextBlocks(matter?.rest ?? text);
  const stated = holding?.title ?? fields.title ?? '';
  // A heading that only repeats the stated title is the title; any other stays in the text.
  const repeats = title !== '' && (stated === '' || stated.trim() === title.trim());
  const headline = stated === '' ? title : stated;
  const body =
    title === '' || repeats
      ? blocks
      : [{ id: 'b0', type: 'heading' as const, text: title }, ...blocks];
  const authors =
    holding && holding.author !== '' ? splitAuthors(holding.author) : (matter?.authors ?? []);
  const words = [headline, ...body.map((block) => ('text' in block ? block.text : ''))].join('');
  const isEmpty = body.length === 0;
  const problems = isEmpty ? [{ code: 'text-missing', reason: 'no-text-in-source' }] : [];
  const story: StoryDraft = {
    name: headline.slice(0, 24),
    article: {
      language: language ?? guessLanguage(words),
      kicker: fields.kicker ?? '',
      headline,
      deck: fields.deck ?? '',
      section: holding?.section ?? fields.section ?? '',
      genre: body.length === 1 ? 'brief' : 'news',
      byline: authors.map(person),
      body,
      provenance: { source: order.source, method: 'unknown', problems },
      ext: matter && Object.keys(matter.others).length > 0 ? { frontMatter: matter.others } : {},
    },
    continuesOnPage: '',
    continuedFromPage: '',
  };
  const characters = text.replaceAll(/\s/gu, '').length;
  const isNothing = headline === '' && isEmpty;
  const code = isNothing ? 'empty-page' : isEmpty ? 'text-missing' : null;
  return {
    draft: {
      date: order.date,
      issueNumber: order.issueNumber === '' ? (fields.issue ?? '') : order.issueNumber,
      page: order.page,
      stories: isNothing ? [] : [story],
      furniture: [],
      unplaced: [],
    },
    report: {
      source: order.source,
      characters,
      unplacedCharacters: 0,
      stories: isNothing ? 0 : 1,
      joins: 0,
      remarks: code === null ? [] : [{ code, headline, before: '', after: '', confidence: null }],
    },
  };
}
