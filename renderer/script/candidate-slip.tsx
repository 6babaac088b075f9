import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { GlossaryScope } from '../../archive/model/user-data.ts';
import type { Ambiguity } from '../../archive/text/script/ambiguity.ts';
import { wordsAround, type Correction } from '../../archive/text/script/correction.ts';
import { Icon } from '../components/icon.tsx';
import { rangeIn, type WordPlace } from './shown-words.ts';
import { isSetVertically, useSlipPlace } from './slip-place.ts';

function scopesOf({ archiveId, articleId }: WordPlace['words']['place']): readonly GlossaryScope[] {
  const scopes: GlossaryScope[] = [];
  if (archiveId !== null && articleId !== null) {
    scopes.push({ kind: 'article', archiveId, articleId });
  }
  if (archiveId !== null) scopes.push({ kind: 'archive', archiveId });
  scopes.push({ kind: 'everywhere' });
  return scopes;
}

/**
 * The forms that a doubtful character can have, each a click away for this story, this archive or
 * everywhere. The word that the correction is for can be made wider and narrower.
 */
export function CandidateSlip({
  place,
  doubt,
  onChoose,
  onClose,
}: {
  place: WordPlace;
  doubt: Ambiguity;
  onChoose: (corrections: readonly Correction[], scope: GlossaryScope) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const slip = useRef<HTMLDivElement>(null);
  const { words, node } = place;
  const { conversion, from, language } = words;
  const at = doubt.source.start;
  const around = wordsAround(conversion, at);
  const [width, setWidth] = useState(around.proposed);
  const word = around.words[width] ?? doubt.source;
  const [box] = rangeIn(node, doubt.target).getClientRects();
  useSlipPlace(slip, box ?? new DOMRect(), isSetVertically(place.element));
  const forms = [doubt.chosen, ...doubt.candidates.filter((form) => form !== doubt.chosen)];
  const offers = forms.map((form) => ({
    form,
    corrections: from.corrections(conversion.sourceText, language, { at, word, form }),
  }));

  useEffect(() => {
    const element = slip.current;
    const before = document.activeElement;
    // The first form is the one that stands there; what people come for is the next.
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    function onPointerDown(event: PointerEvent): void {
      if (event.target instanceof Node && element?.contains(event.target) === false) onClose();
    }
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, true);
      if (
        element?.contains(document.activeElement) === true ||
        document.activeElement === document.body
      )
        (before as HTMLElement | null)?.focus({ preventScroll: true });
    };
  }, [onClose]);

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowRight: 1,
      ArrowUp: -1,
      ArrowLeft: -1,
    };
    const step = steps[event.key];
    if (event.key === 'Escape') onClose();
    else if (step !== undefined) {
      const buttons = [...(slip.current?.querySelectorAll<HTMLElement>('button:enabled') ?? [])];
      const here = buttons.findIndex((button) => button === document.activeElement);
      buttons[(here + step + buttons.length) % buttons.length]?.focus();
    } else if (event.key === 'Tab') {
      // The slip is no part of the page's order: Tab goes round inside it.
      const buttons = [...(slip.current?.querySelectorAll<HTMLElement>('button:enabled') ?? [])];
      const edge = event.shiftKey ? buttons[0] : buttons.at(-1);
      if (document.activeElement !== edge) return;
      (event.shiftKey ? buttons.at(-1) : buttons[0])?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const printed = conversion.sourceText;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows walk its buttons
    <div
      className="candidate-slip slip"
      ref={slip}
      role="dialog"
      aria-label={t('glossary.candidates', { word: printed.slice(word.start, word.end) })}
      onKeyDown={onKeyDown}
    >
      <div className="word">
        <span>{t('glossary.forWord')}</span>
        <b lang={language}>
          {printed.slice(word.start, at)}
          <em>{printed.charAt(at)}</em>
          {printed.slice(at + 1, word.end)}
        </b>
        <button
          type="button"
          className="icon-button"
          aria-label={t('glossary.narrower')}
          title={t('glossary.narrower')}
          disabled={width === 0}
          onClick={() => {
            setWidth(width - 1);
          }}
        >
          <Icon name="minus" small />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('glossary.wider')}
          title={t('glossary.wider')}
          disabled={width >= around.words.length - 1}
          onClick={() => {
            setWidth(width + 1);
          }}
        >
          <Icon name="plus" small />
        </button>
      </div>
      {offers.map(({ form, corrections }, index) => {
        const shown =
          corrections.find(({ to }) => (to as readonly string[]).includes(from.script))?.target ??
          form;
        return (
          <div className="form" role="group" aria-label={shown} key={form}>
            <b lang={slipLanguage(place.element)}>{shown}</b>
            {form === doubt.chosen && <span className="now">{t('glossary.now')}</span>}
            <span className="scopes">
              {scopesOf(words.place).map((scope, k) => (
                <button
                  type="button"
                  className="button"
                  key={scope.kind}
                  data-first={(index === 1 && k === 0) || undefined}
                  disabled={corrections.length === 0}
                  onClick={() => {
                    onChoose(corrections, scope);
                  }}
                >
                  {t(`glossary.scopes.${scope.kind}`)}
                </button>
              ))}
            </span>
          </div>
        );
      })}
    </div>
  );
}

function slipLanguage(element: Element): string {
  return element.closest<HTMLElement>('[lang]')?.lang ?? 'zh';
}
