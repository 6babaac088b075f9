import type { CitationItem } from './citation-item.ts';
import { scriptWords } from './script-words.ts';

/** How much of the heads of a story a reference gives. */
export type TitleExtent =
  /** The headline (主题). */
  | 'headline'
  /** The headline, and the deck where a dash before it says that it is a subtitle. */
  | 'subtitle'
  /** Headline and deck (副题). */
  | 'deck'
  /** Kicker (引题), headline and deck. */
  | 'all';

/** A dash before a deck, as newspapers print it before a subtitle. */
const dash = /^[\s\u3000]*(?:[—―–─]+|--+)[\s\u3000]*/u;

/**
 * The heads of a story as a title with its parts apart by `separator`. Where there is no headline
 * the kicker or the deck stands for it; where nothing was printed a word in brackets says so.
 */
export function citedTitle(item: CitationItem, extent: TitleExtent, separator: string): string {
  const { headline, script } = item;
  const kicker = item.kicker.replace(dash, '');
  const deck = item.deck.replace(dash, '');
  if (headline === '') {
    const inItsPlace = [kicker, deck].filter((text) => text !== '');
    if (inItsPlace.length === 0) return `[${scriptWords[script].untitled}]`;
    return extent === 'headline' || extent === 'subtitle'
      ? (inItsPlace[0] ?? '')
      : inItsPlace.join(separator);
  }
  const isSubtitle = dash.test(item.deck);
  const hasDeck =
    deck !== '' && (extent === 'deck' || extent === 'all' || (extent === 'subtitle' && isSubtitle));
  const hasKicker = kicker !== '' && extent === 'all';
  return [
    ...(hasKicker ? [`${kicker}${script === 'Latn' ? ' ' : '\u3000'}${headline}`] : [headline]),
    ...(hasDeck ? [deck] : []),
  ].join(separator);
}

/** The paper's name, with the word that tells an imaginary one. */
export function citedPaper(item: CitationItem): string {
  if (!item.isSample) return item.paper;
  const word = scriptWords[item.script].sample;
  return item.script === 'Latn' ? `${item.paper} [${word}]` : `${item.paper}[${word}]`;
}
