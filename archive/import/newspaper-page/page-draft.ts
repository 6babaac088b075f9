import type { PageDraft, StoryDraft } from '../assembly/story-draft.ts';
import type { Block } from '../../model/block.ts';
import type { ArticleSource } from './restored-article.ts';
import { restoredArticle } from './restored-article.ts';
import type { RestoredPage, RestoredStory } from './restored-page.ts';

export interface PageDraftSource extends ArticleSource {
  readonly issueDate: string;
  readonly issueNumber: string;
  readonly page: PageDraft['page'];
  /** Path in the bag by the path the page names a picture with. */
  readonly pictures?: ReadonlyMap<string, string>;
}

function withPictures(body: readonly Block[], from: PageDraftSource): readonly Block[] {
  return body.map((block) =>
    block.type === 'figure' && from.pictures?.has(block.media) === true
      ? { ...block, media: from.pictures.get(block.media) ?? block.media }
      : block,
  );
}

function storyDraft(story: RestoredStory, from: PageDraftSource): StoryDraft {
  const article = restoredArticle(story, from);
  const { continuesOnPage, continuedFromPage } = story;
  return {
    name: story.anchor.quote,
    article: { ...article, body: withPictures(article.body, from) },
    continuesOnPage,
    continuedFromPage,
  };
}

/** What a restored page gives to the archive. */
export function pageDraft(restored: RestoredPage, from: PageDraftSource): PageDraft {
  return {
    date: from.issueDate,
    issueNumber: from.issueNumber,
    page: from.page,
    stories: restored.stories.map((story) => storyDraft(story, from)),
    furniture: restored.furniture.map(({ text }) => text),
    unplaced: restored.unplaced.map(({ text }) => text),
  };
}
