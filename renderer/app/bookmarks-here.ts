import { useLiveQuery } from 'dexie-react-hooks';
import type { AnnotationTarget } from '../../archive/model/annotation.ts';
import type { BookmarkFolder } from '../../archive/model/user-data.ts';
import type { BookmarkChoice } from '../bookmarks/bookmark-slip.tsx';
import { findBookmarks, listBookmarkFolders, toggleBookmark } from '../database/bookmarks.ts';
import type { Undo } from '../database/saving-with-undo.ts';
import type { Location } from '../location/location.ts';
import { passageTarget, readTargetArticle } from './open-target.ts';
import type { ReadingView } from './reading-screen.tsx';
import { selectedPassage } from '../reading/selected-passage.ts';

/** The places that are open and can be bookmarked, the narrowest first. */
function targetsAt(location: Location, view: ReadingView | null): readonly AnnotationTarget[] {
  if (location.screen !== 'issue' && location.screen !== 'article') return [];
  if (view?.open == null) return [];
  const { archiveId, issueId } = location;
  const issue: AnnotationTarget = { kind: 'issue', archiveId, issueId };
  const number = location.page ?? view.open.page;
  const pages: readonly AnnotationTarget[] =
    number === null ? [] : [{ kind: 'page', archiveId, issueId, page: number }];
  if (location.screen === 'issue') return [...pages, issue];
  const { articleId } = location;
  const state = { archiveId, articleId, articleVersion: 0, textDigest: '' };
  return [{ kind: 'article', ...state }, ...pages, issue];
}

export interface BookmarksHere {
  readonly choices: readonly BookmarkChoice[];
  readonly folders: readonly BookmarkFolder[];
  /** Null where nothing can be bookmarked. */
  readonly toggle:
    ((kind?: AnnotationTarget['kind']) => Promise<{ isSet: boolean; undo: Undo } | null>) | null;
}

/** What of the open place is bookmarked; `toggle` without a kind means what is selected, or the narrowest. */
export function useBookmarksHere(location: Location, view: ReadingView | null): BookmarksHere {
  const targets = targetsAt(location, view);
  const key = JSON.stringify(targets);
  const found = useLiveQuery(async () => {
    const places = JSON.parse(key) as readonly AnnotationTarget[];
    const [bookmarks, folders] = await Promise.all([findBookmarks(places), listBookmarkFolders()]);
    return { bookmarks, folders };
  }, [key]);
  const title = view?.title ?? '';
  const toggle: NonNullable<BookmarksHere['toggle']> = async (kind) => {
    const chosen = kind === undefined ? targets[0] : targets.find((each) => each.kind === kind);
    if (!chosen) return null;
    if (!('articleId' in chosen)) return toggleBookmark(chosen, title);
    const selected = kind === undefined ? selectedPassage() : null;
    const article = await readTargetArticle(chosen);
    if (!article) return null;
    const { version, textDigest } = article;
    const passage = selected && passageTarget(chosen.archiveId, article, selected);
    return toggleBookmark(passage ?? { ...chosen, articleVersion: version, textDigest }, title);
  };
  return {
    choices: targets.map(({ kind }, index) => ({ kind, bookmark: found?.bookmarks[index] })),
    folders: found?.folders ?? [],
    toggle: targets.length === 0 ? null : toggle,
  };
}
