import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bylineText } from '../../archive/text/canonical-text.ts';
import type { Article } from '../../archive/model/article.ts';
import { countCodePoints } from '../../archive/text/code-points.ts';
import { Segment } from './segments.tsx';

/** Printed lines of a headline, kicker or deck; they keep their breaks. */
export function PrintedLines({ name, text }: { name: string; text: string }): ReactElement {
  return (
    <span className="printed-lines">
      <Segment name={name} text={text} />
    </span>
  );
}

/** The headline's words, or the interface's word for a story that has none. */
export function HeadlineText({ article }: { article: Article }): ReactElement {
  const { t } = useTranslation();
  if (article.headline !== '') return <PrintedLines name="headline" text={article.headline} />;
  return <span className="untitled">{t('article.untitled')}</span>;
}

export function Kicker({ article }: { article: Article }): ReactElement | null {
  if (article.kicker === '') return null;
  return (
    <p className="kicker">
      <PrintedLines name="kicker" text={article.kicker} />
    </p>
  );
}

export function Deck({ article }: { article: Article }): ReactElement | null {
  if (article.deck === '') return null;
  return (
    <p className="deck">
      <PrintedLines name="deck" text={article.deck} />
    </p>
  );
}

export function Byline({ article }: { article: Article }): ReactElement | null {
  if (article.byline.length === 0) return null;
  return (
    <p className="byline">
      <Segment name="byline" text={bylineText(article.byline)} />
    </p>
  );
}

/** Code points from which a headline is set smaller, so that it does not fill the sheet alone. */
const longHeadline = 60;

/** The `data-head` of a story. */
export function headOf({ headline }: Article): 'long' | undefined {
  return countCodePoints(headline) >= longHeadline ? 'long' : undefined;
}

/** Kicker, headline, deck and byline over a story that is read or printed. */
export function StoryHead({
  article,
  children,
}: {
  article: Article;
  /** What stands under them. */
  children?: ReactNode;
}): ReactElement {
  return (
    <header className="story-head">
      <Kicker article={article} />
      <h1 className="headline">
        <HeadlineText article={article} />
      </h1>
      <Deck article={article} />
      <Byline article={article} />
      {children}
    </header>
  );
}
