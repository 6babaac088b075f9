import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type ReactElement,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ContentScript, GlossaryScope } from '../../archive/model/user-data.ts';
import type { Correction } from '../../archive/text/script/correction.ts';
import { readGlossary, saveGlossary } from '../database/glossary.ts';
import { ambiguityAt, countDoubtful, useAmbiguityMarks } from './ambiguity-marks.ts';
import { CandidateSlip } from './candidate-slip.tsx';
import { correctionChanges } from './glossary-changes.ts';
import { useKeptSelection } from './kept-selection.ts';
import { PrintedForm, wordFacts, wordRange } from './printed-form.tsx';
import { useScriptConversion, type ScriptConversion } from './script-conversion.tsx';
import { shownWordsOf, wordsAtPoint, type WordPlace } from './shown-words.ts';
import { bringIntoSight } from './slip-place.ts';
import { UndoNotice, type UndoOffer } from './undo-notice.tsx';
import { usePointedWord } from './use-pointed-word.ts';
import { nextStop } from './word-steps.ts';

/** What the window's keys ask of the lens. */
export interface ScriptLensActions {
  /** Looks at the next or previous converted word; at doubtful ones alone while they are marked. */
  readonly step: (direction: 1 | -1) => void;
  /** Marks doubtful characters, or marks them no longer, and says so. */
  readonly toggleMarks: () => void;
}

/** A place, and the conversion in use when it was found: with another one it shows something else. */
interface FoundPlace {
  readonly place: WordPlace;
  readonly conversion: ScriptConversion;
}

function placeIn(found: FoundPlace | null, conversion: ScriptConversion): WordPlace | null {
  if (found?.conversion !== conversion) return null;
  const { element, words } = found.place;
  return element.isConnected && shownWordsOf(element) === words ? found.place : null;
}

/** A choice of the toolbar that was just made keeps the keyboard, and has no use for these keys. */
function isInControl(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('a, button, input:not([type="radio"]), select, textarea') !== null;
}

/**
 * What can be seen and done about converted words on the page: their printed form under the pointer
 * or by key, marks on doubtful ones, and their correction.
 */
export function ScriptLens({
  script,
  actions,
}: {
  script: ContentScript;
  /** Receives what keys can do here. */
  actions: RefObject<ScriptLensActions | null>;
}): ReactElement {
  const { t } = useTranslation();
  const isOn = script !== 'held';
  const [marksDoubtful, setMarks] = useState(false);
  const conversion = useScriptConversion();
  const [stopped, setStopped] = useState<FoundPlace | null>(null);
  const [opened, setOpened] = useState<FoundPlace | null>(null);
  const [offer, setOffer] = useState<UndoOffer | null>(null);
  const last = useRef<WordPlace | null>(null);
  const [pointed, forgetPointed] = usePointedWord(isOn && opened === null);
  useAmbiguityMarks(isOn && marksDoubtful);
  useKeptSelection(conversion);
  const stop = placeIn(stopped, conversion);

  useImperativeHandle(actions, () => ({
    step(direction) {
      const next = nextStop(stop ?? last.current, direction, marksDoubtful);
      last.current = next;
      if (next !== null) bringIntoSight(wordRange(next));
      setStopped(next === null ? null : { place: next, conversion });
    },
    toggleMarks() {
      setMarks(!marksDoubtful);
      const count = marksDoubtful || !isOn ? 0 : countDoubtful();
      const key = !isOn ? 'doubtsHeld' : count > 0 ? 'doubts' : 'noDoubts';
      setOffer({ words: t(`glossary.${marksDoubtful ? 'doubtsHidden' : key}`, { count }) });
    },
  }));
  const close = useCallback(() => {
    setOpened(null);
  }, []);
  const endOffer = useCallback(() => {
    setOffer(null);
  }, []);

  useEffect(() => {
    /** What was said of one screen is not true of the next; what can be undone stays. */
    function onMove(): void {
      setOffer((current) => (current?.undo === undefined ? null : current));
    }
    window.addEventListener('hashchange', onMove);
    return () => {
      window.removeEventListener('hashchange', onMove);
    };
  }, []);

  useEffect(() => {
    CSS.highlights.set('looked-at', new Highlight(...(stop === null ? [] : [wordRange(stop)])));
    return () => {
      CSS.highlights.delete('looked-at');
    };
  }, [stop]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (stop === null || event.defaultPrevented || isInControl(event.target)) return;
      if (event.key === 'Escape') setStopped(null);
      else if (event.key === 'Enter' && ambiguityAt(stop.words, stop.offset) !== null)
        setOpened({ place: stop, conversion });
      else return;
      event.preventDefault();
    }
    function onClick(event: MouseEvent): void {
      setStopped(null);
      if (!marksDoubtful || isInControl(event.target)) return;
      if (document.getSelection()?.isCollapsed === false) return;
      const place = wordsAtPoint(event.clientX, event.clientY);
      if (place === null || ambiguityAt(place.words, place.offset) === null) return;
      forgetPointed();
      setOpened({ place, conversion });
    }
    window.addEventListener('keydown', onKeyDown);
    const root = document.querySelector<HTMLElement>('.columns');
    root?.addEventListener('click', onClick);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      root?.removeEventListener('click', onClick);
    };
  });

  async function correct(corrections: readonly Correction[], scope: GlossaryScope): Promise<void> {
    setOpened(null);
    const changes = correctionChanges(
      await readGlossary(),
      corrections,
      scope,
      new Date().toISOString(),
    );
    const undoing = await saveGlossary(changes);
    const shown = corrections.find(({ to }) => (to as readonly string[]).includes(script));
    setOffer({
      words: t('glossary.corrected', {
        source: corrections[0]?.source ?? '',
        target: shown?.target ?? corrections[0]?.target ?? '',
        scope: t(`glossary.scopes.${scope.kind}`),
      }),
      undo() {
        void saveGlossary(undoing);
      },
    });
  }

  const place =
    stop ?? placeIn(pointed === null ? null : { place: pointed, conversion }, conversion);
  const facts = place === null ? null : wordFacts(place);
  const open = placeIn(opened, conversion);
  const doubt = open === null ? null : ambiguityAt(open.words, open.offset);
  return (
    <>
      <p className="unseen" role="status">
        {stop !== null &&
          facts !== null &&
          t(facts.candidates.length > 0 ? 'glossary.spokenDoubtful' : 'glossary.spoken', {
            shown: facts.shown,
            printed: facts.printed,
            forms: facts.candidates.join('、'),
          })}
      </p>
      {open === null && place !== null && facts !== null && (
        <PrintedForm place={place} facts={facts} isByKey={stop !== null} />
      )}
      {open !== null && doubt !== null && (
        <CandidateSlip
          key={`${doubt.source.start}`}
          place={open}
          doubt={doubt}
          onChoose={(corrections, scope) => void correct(corrections, scope)}
          onClose={close}
        />
      )}
      {offer !== null && <UndoNotice offer={offer} onEnd={endOffer} />}
    </>
  );
}
