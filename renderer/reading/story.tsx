import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
  type WheelEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Article } from '../../archive/model/article.ts';
import type { HeadingBlock } from '../../archive/model/block.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { useScrollKeys } from '../components/use-scroll-keys.ts';
import { issueDate } from '../i18n/issue-date.ts';
import { Icon } from '../components/icon.tsx';
import { PrintedWords } from '../script/printed-words.tsx';
import {
  useScriptConversion,
  useShownLanguage,
  useShownText,
} from '../script/script-conversion.tsx';
import { scriptOfLanguage } from '../script/content-script.ts';
import { FindBar } from './find-bar.tsx';
import { settingOf, storyFlow, type ReadingSettings } from './reading-settings.ts';
import { ArticleLanguageContext, SegmentStartsContext, segmentStarts } from './segments.tsx';
import { OpenStoryContext } from './open-story.ts';
import { ShownText } from './shown-text.ts';
import { StoryBody } from './story-body.tsx';
import { headOf, StoryHead } from './story-head.tsx';
import { StoryPictures } from './story-pictures.tsx';
import { useStoryActions, type StoryActions } from './use-story-actions.ts';
import { useFlowKeys } from './use-flow-keys.ts';
import { useReadingPosition } from './use-reading-position.ts';

interface Turn {
  readonly href: string;
  readonly page: string;
}

/** Where the story comes from and what the archive says of its text, quietly under the headline. */
function SourceLine({
  article,
  description,
  reviewHref,
}: {
  article: Article;
  description: ArchiveDescription;
  /** Where one sees how the story was restored; null for any other story. */
  reviewHref: string | null;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const { calendar } = description.defaults;
  const shownText = useShownText();
  const { script } = useScriptConversion();
  const isTraditional = scriptOfLanguage(article.language) !== 'hans';
  const doubts = article.provenance.problems;
  return (
    <p className="source-line">
      <span className="paper">
        <PrintedWords
          text={description['dcterms:title']}
          language={description.defaults.language}
        />
      </span>
      <span>{issueDate(article.issue.date, i18n.language as InterfaceLanguage, calendar)}</span>
      <span>
        {t('issue.page', { page: article.page.number })}
        {article.page.name !== '' && '　'}
        <PrintedWords text={article.page.name} language={article.language} />
      </span>
      {article.section !== '' && (
        <span>
          {t('article.sections', { section: shownText(article.section, article.language) })}
        </span>
      )}
      <span className="gap" />
      {script !== 'held' && (
        <span>
          {t('script.shownAs', {
            from: t(isTraditional ? 'script.held.hant' : 'script.held.hans'),
            to: t(`script.names.${script}`),
          })}
        </span>
      )}
      {description.sample && <span>{t('article.sample')}</span>}
      <span>{t(`article.provenance.${article.provenance.method}`)}</span>
      {doubts.length > 0 && (
        <span className="doubt" title={doubts.map(({ reason }) => reason).join('\n')}>
          <Icon name="warning-circle" small /> {t('article.problems')} {doubts.length}
        </span>
      )}
      {reviewHref !== null && (
        <a className="link" href={reviewHref}>
          {t('review.open')}
        </a>
      )}
    </p>
  );
}

function Outline({
  headings,
  language,
}: {
  headings: readonly HeadingBlock[];
  language: string;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <nav className="outline" aria-label={t('article.outline')}>
      <ul>
        {headings.map((heading) => (
          <li key={heading.id}>
            <button
              type="button"
              onClick={() => {
                document
                  .getElementById(`section-${heading.id}`)
                  ?.scrollIntoView({ block: 'start', inline: 'start' });
              }}
            >
              <PrintedWords text={heading.text} language={language} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A story for reading, horizontal or vertical. */
export function Story({
  article,
  description,
  bagId,
  isVertical,
  settings,
  continuesOn,
  continuedFrom,
  afterBlock,
  reviewHref,
  actions,
  children,
}: {
  article: Article;
  description: ArchiveDescription;
  bagId: string;
  isVertical: boolean;
  settings: ReadingSettings;
  continuesOn: Turn | null;
  continuedFrom: Turn | null;
  /** What stands behind a block, by its id: seams of torn parts. */
  afterBlock?: ((blockId: string) => ReactNode) | undefined;
  reviewHref: string | null;
  /** Receives what keys and menus can do here. */
  actions: RefObject<StoryActions | null>;
  /** Drawn inside the scrolling frame, which its places are relative to. */
  children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const starts = useMemo(() => segmentStarts(article), [article]);
  const setting = settingOf(settings);
  const conversion = useScriptConversion();
  const shownLanguage = useShownLanguage();
  const flow = storyFlow(isVertical, settings);
  const layoutKey = `${Object.values(settings).join('/')}/${conversion.script}`;
  useReadingPosition(frame, article, flow, layoutKey);
  const [text, setText] = useState<ShownText | null>(null);
  useLayoutEffect(() => {
    setText(frame.current === null ? null : new ShownText(frame.current));
  }, [article, conversion, isVertical]);
  const openStory = useMemo(
    () => ({ frame, text, isVertical, layoutKey: `${layoutKey}/${isVertical}` }),
    [text, isVertical, layoutKey],
  );
  const tools = useStoryActions(actions, frame, article, description);
  useScrollKeys(frame, article.id);
  useFlowKeys(frame, flow);
  const headings = article.body.filter((block): block is HeadingBlock => block.type === 'heading');
  function scrollSideways(event: WheelEvent<HTMLDivElement>): void {
    if (flow === 'down' || event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    event.currentTarget.scrollLeft += flow === 'left' ? -event.deltaY : event.deltaY;
  }

  return (
    <>
      {tools.isFinding && (
        <FindBar find={tools.find} input={tools.findInput} onClose={tools.closeFind} />
      )}
      <p className={tools.notice === '' ? 'unseen' : 'story-notice slip'} role="status">
        {tools.notice}
      </p>
      <div
        className={isVertical ? 'story-frame vertical' : 'story-frame'}
        ref={frame}
        style={setting.style}
        {...setting.data}
        onWheel={scrollSideways}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take focus
        tabIndex={0}
      >
        {headings.length > 1 && !isVertical && settings.columns === 1 && (
          <Outline headings={headings} language={article.language} />
        )}
        <SegmentStartsContext value={starts}>
          <ArticleLanguageContext value={article.language}>
            <article
              className="story"
              lang={shownLanguage(article.language)}
              data-genre={article.genre}
              data-head={headOf(article)}
            >
              <StoryHead article={article}>
                <SourceLine article={article} description={description} reviewHref={reviewHref} />
              </StoryHead>
              <div className="story-text">
                {continuedFrom !== null && (
                  <p className="turn">
                    <a className="link" href={continuedFrom.href}>
                      {t('article.continuedFrom', { page: continuedFrom.page })}
                    </a>
                  </p>
                )}
                <StoryPictures article={article} bagId={bagId}>
                  <StoryBody
                    article={article}
                    blocks={article.body}
                    bagId={bagId}
                    headingLevel={2}
                    afterBlock={afterBlock}
                    showsDoubts
                  />
                </StoryPictures>
                {continuesOn !== null && (
                  <p className="turn">
                    <a className="link" href={continuesOn.href}>
                      {t('article.continuesOn', { page: continuesOn.page })}
                    </a>
                  </p>
                )}
              </div>
            </article>
          </ArticleLanguageContext>
        </SegmentStartsContext>
        <OpenStoryContext value={openStory}>{children}</OpenStoryContext>
      </div>
    </>
  );
}
