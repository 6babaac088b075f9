import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';

/** The slip over a story that was found: which of its hits is looked at, and the way back. */
export function HitsBar({
  typed,
  hit,
  total,
  backHref,
  onStep,
  onClose,
}: {
  typed: string;
  /** From 0; without meaning where there is none. */
  hit: number;
  total: number;
  backHref: string;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="hits-bar slip" role="group" aria-label={t('search.hitsOf', { typed })}>
      <a className="link" href={backHref}>
        {t('search.back')}
      </a>
      <b>{typed}</b>
      <output aria-live="polite">
        {total === 0 ? t('search.noHits') : t('search.hitOf', { hit: hit + 1, total })}
      </output>
      <IconButton
        label={t('search.previousHit')}
        shortcut="Shift+F4"
        isDisabled={total === 0}
        onPress={() => {
          onStep(-1);
        }}
      >
        <Icon name="caret-up" small />
      </IconButton>
      <IconButton
        label={t('search.nextHit')}
        shortcut="F4"
        isDisabled={total === 0}
        onPress={() => {
          onStep(1);
        }}
      >
        <Icon name="caret-down" small />
      </IconButton>
      <IconButton label={t('search.hideHits')} onPress={onClose}>
        <Icon name="close" small />
      </IconButton>
    </div>
  );
}
