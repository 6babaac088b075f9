import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../archive/model/article.ts';
import { useShownLanguage } from '../script/script-conversion.tsx';
import { ArticleLanguageContext, SegmentStartsContext, segmentStarts } from './segments.tsx';
import { OpenStoryContext } from './open-story.ts';
import { ShownText } from './shown-text.ts';
import { headOf, StoryHead } from './story-head.tsx';
import { StoryBody } from './story-body.tsx';
import { settingOf, type ReadingSettings } from './reading-settings.ts';

/** A story as it is set for reading, for paper, with what is laid over it. */
export function PrintedStory({
  article,
  bagId,
  isVertical,
  settings,
  children,
}: {
  article: Article;
  bagId: string;
  isVertical: boolean;
  settings: ReadingSettings;
  children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const shownLanguage = useShownLanguage();
  const { continuesOn, continuedFrom } = article;
  const frame = useRef<HTMLDivElement>(null);
  const starts = useMemo(() => segmentStarts(article), [article]);
  const [text, setText] = useState<ShownText | null>(null);
  useLayoutEffect(() => {
    setText(frame.current === null ? null : new ShownText(frame.current));
  }, [article]);
  const open = useMemo(() => ({ frame, text, isVertical, layoutKey: '' }), [text, isVertical]);
  return (
    <div
      className={isVertical ? 'printed-story vertical' : 'printed-story'}
      ref={frame}
      style={settingOf(settings).style}
      {...settingOf(settings).data}
    >
      <SegmentStartsContext value={starts}>
        <ArticleLanguageContext value={article.language}>
          <article
            className="story"
            lang={shownLanguage(article.language)}
            data-genre={article.genre}
            data-head={headOf(article)}
          >
            <StoryHead article={article} />
            <div className="story-text">
              {continuedFrom !== undefined && (
                <p className="turn">{t('article.continuedFrom', { page: continuedFrom.page })}</p>
              )}
              <StoryBody
                article={article}
                blocks={article.body}
                bagId={bagId}
                headingLevel={2}
                showsDoubts
              />
              {continuesOn !== undefined && (
                <p className="turn">{t('article.continuesOn', { page: continuesOn.page })}</p>
              )}
            </div>
          </article>
        </ArticleLanguageContext>
      </SegmentStartsContext>
      <OpenStoryContext value={open}>{children}</OpenStoryContext>
    </div>
  );
}
