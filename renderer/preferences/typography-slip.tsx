import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  InterfaceLanguage,
  Preferences,
  ReadingDirection,
  ThemeChoice,
} from '../../archive/model/user-data.ts';
import { Choice } from '../components/choice.tsx';
import type { ChoosePreference } from './choose-preference.ts';
import { StorySetting } from './story-setting.tsx';
import { Icon } from '../components/icon.tsx';

/** The bounds and steps of what can be made larger and smaller. */
export const readingSteps = {
  readingSize: { least: 15, most: 32, step: 1 },
  readingLeading: { least: 1.6, most: 2.2, step: 0.1 },
  readingMeasure: { least: 18, most: 44, step: 2 },
} as const;

export type SteppedPreference = keyof typeof readingSteps;

/** The next value of a stepped preference, within its bounds. */
export function stepped(name: SteppedPreference, value: number, direction: 1 | -1): number {
  const { least, most, step } = readingSteps[name];
  return Math.round(Math.min(most, Math.max(least, value + direction * step)) * 10) / 10;
}

const themes: readonly ThemeChoice[] = ['system', 'light', 'sepia', 'dark', 'contrast'];
const directions: readonly ReadingDirection[] = ['printed', 'horizontal', 'vertical'];
/** Each in its own words, so that everybody finds their own. */
const languages: readonly (readonly [InterfaceLanguage, string])[] = [
  ['zh-Hans', '简体'],
  ['zh-Hant', '繁體'],
  ['en', 'English'],
];

function Stepper({
  label,
  name,
  value,
  words,
  onChoose,
}: {
  label: string;
  name: SteppedPreference;
  value: number;
  words: string;
  onChoose: ChoosePreference;
}): ReactElement {
  const { t } = useTranslation();
  const { least, most } = readingSteps[name];
  return (
    <div className="stepper" role="group" aria-label={label}>
      <span>{label}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={`${label}　${t('typography.smaller')}`}
        disabled={value <= least}
        onClick={() => {
          onChoose(name, stepped(name, value, -1));
        }}
      >
        <Icon name="minus" small />
      </button>
      <output>{words}</output>
      <button
        type="button"
        className="icon-button"
        aria-label={`${label}　${t('typography.larger')}`}
        disabled={value >= most}
        onClick={() => {
          onChoose(name, stepped(name, value, 1));
        }}
      >
        <Icon name="plus" small />
      </button>
    </div>
  );
}

/** How the text is set and what the interface speaks: everything changes at once and is kept. */
export function TypographySlip({
  preferences,
  onChoose,
  onReset,
  onClose,
}: {
  preferences: Preferences;
  onChoose: ChoosePreference;
  onReset: () => void;
  onClose: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const slip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    slip.current?.querySelector<HTMLElement>('input:checked')?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  useEffect(() => {
    function onPointerDown(event: PointerEvent): void {
      const target = event.target;
      if (!(target instanceof Element)) return;
      if (target.closest('.typography-slip, [data-opens="typography"]') === null) onClose();
    }
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, [onClose]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it
    <div
      ref={slip}
      className="typography-slip slip"
      role="dialog"
      aria-label={t('typography.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Choice
        legend={t('typography.theme')}
        values={themes}
        chosen={preferences.theme}
        onChoose={(theme) => {
          onChoose('theme', theme);
        }}
        render={(theme) => t(`typography.themes.${theme}`)}
      />
      <Stepper
        label={t('typography.size')}
        name="readingSize"
        value={preferences.readingSize}
        words={t('typography.pixels', { value: preferences.readingSize })}
        onChoose={onChoose}
      />
      <Stepper
        label={t('typography.leading')}
        name="readingLeading"
        value={preferences.readingLeading}
        words={t('typography.times', { value: preferences.readingLeading })}
        onChoose={onChoose}
      />
      <Stepper
        label={t('typography.measure')}
        name="readingMeasure"
        value={preferences.readingMeasure}
        words={t('typography.characters', { value: preferences.readingMeasure })}
        onChoose={onChoose}
      />
      <Choice
        legend={t('typography.direction')}
        values={directions}
        chosen={preferences.readingDirection}
        onChoose={(direction) => {
          onChoose('readingDirection', direction);
        }}
        render={(direction) => t(`typography.directions.${direction}`)}
      />
      <StorySetting preferences={preferences} onChoose={onChoose} />
      <Choice
        legend={t('typography.language')}
        values={languages.map(([language]) => language)}
        chosen={i18n.language as InterfaceLanguage}
        onChoose={(language) => {
          onChoose('language', language);
        }}
        render={(language) => (
          <span lang={language}>{languages.find(([tag]) => tag === language)?.[1]}</span>
        )}
      />
      <p className="slip-foot">
        <button type="button" className="link" onClick={onReset}>
          {t('typography.reset')}
        </button>
      </p>
    </div>
  );
}
