import {
  use,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type RefObject,
} from 'react';
import { createPortal } from 'react-dom';
import type { Article } from '../../archive/model/article.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { utf16Offset } from '../../archive/text/code-points.ts';
import type { TextRange } from '../../archive/text/text-range.ts';
import type { FoundBy } from '../location/location.ts';
import { hrefOf } from '../location/use-location.ts';
import { OpenStoryContext, type OpenStory } from '../reading/open-story.ts';
import { scrollToRange } from '../reading/scroll-to-range.ts';
import { HitsBar } from '../search/hits-bar.tsx';
import { useStoryHits } from '../search/use-story-hits.ts';
import { readDates } from './read-dates.ts';
import type { SearchActions } from '../search/search-actions.ts';

/** Paints the hits, the one that is looked at set apart, and brings that into sight once. */
function usePaintedHits(
  { text, frame }: OpenStory,
  hits: readonly TextRange[],
  current: number,
): void {
  const painted = useMemo(() => hits.map((hit) => text?.rangesOf(hit) ?? []), [hits, text]);
  /** What was last brought into sight: another script must not jump back to it. */
  const lookedAt = useRef<TextRange | null>(null);
  useEffect(() => {
    const here = painted[current] ?? [];
    CSS.highlights.set('hit', new Highlight(...painted.flat()));
    const highlight = new Highlight(...here);
    highlight.priority = 1;
    CSS.highlights.set('hit-here', highlight);
    const hit = hits[current] ?? null;
    const [first] = here;
    if (first !== undefined && frame.current !== null && lookedAt.current !== hit) {
      scrollToRange(frame.current, first);
      lookedAt.current = hit;
    }
    return () => {
      CSS.highlights.delete('hit');
      CSS.highlights.delete('hit-here');
    };
  }, [painted, hits, current, frame]);
}

function StoryHitsOf({
  story,
  archiveId,
  article,
  found,
  actions,
  onClose,
}: StoryHitsProps & { story: OpenStory }): ReactElement | null {
  const { search, at } = found;
  const text = useMemo(() => canonicalText(article), [article]);
  const hits = useStoryHits(archiveId, article.id, text, search, readDates);
  const ranges = hits ?? none;
  const [chosen, setChosen] = useState<number | null>(null);
  const meant = at === null ? 0 : utf16Offset(text, at);
  const first = Math.max(
    0,
    ranges.findIndex(({ end }) => end > meant),
  );
  const current = chosen ?? first;
  usePaintedHits(story, ranges, current);
  const step = (direction: 1 | -1): void => {
    if (ranges.length > 0) setChosen((current + direction + ranges.length) % ranges.length);
  };
  useImperativeHandle(actions, () => ({ step, focus: () => undefined }));
  const leaf = story.frame.current?.parentElement;
  if (hits === null || !leaf) return null;
  return createPortal(
    <HitsBar
      typed={search.typed}
      hit={current}
      total={ranges.length}
      backHref={hrefOf({ screen: 'search', search })}
      onStep={step}
      onClose={onClose}
    />,
    leaf,
  );
}

const none: readonly TextRange[] = [];

interface StoryHitsProps {
  readonly archiveId: string;
  readonly article: Article;
  readonly found: FoundBy;
  /** Receives what the keys do. */
  readonly actions: RefObject<SearchActions | null>;
  readonly onClose: () => void;
}

/** The hits of the search that led to the story that it stands in. */
export function StoryHits(props: StoryHitsProps): ReactElement | null {
  const story = use(OpenStoryContext);
  return story && <StoryHitsOf story={story} {...props} />;
}
