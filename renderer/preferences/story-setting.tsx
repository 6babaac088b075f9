import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../archive/model/user-data.ts';
import { Choice } from '../components/choice.tsx';
import type { ChoosePreference } from './choose-preference.ts';

const columnCounts = { one: 1, two: 2, three: 3 } as const;
type ColumnCount = keyof typeof columnCounts;

function countName(columns: number): ColumnCount {
  return columns === 3 ? 'three' : columns === 2 ? 'two' : 'one';
}

function OnOff({
  legend,
  isOn,
  onChoose,
}: {
  legend: string;
  isOn: boolean;
  onChoose: (isOn: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Choice
      legend={legend}
      values={['on', 'off'] as const}
      chosen={isOn ? 'on' : 'off'}
      onChoose={(value) => {
        onChoose(value === 'on');
      }}
      render={(value) => t(`setting.${value}`)}
    />
  );
}

/** Columns, indent, trimming and tiers of a story. */
export function StorySetting({
  preferences,
  onChoose,
}: {
  preferences: Preferences;
  onChoose: ChoosePreference;
}): ReactElement {
  const { t } = useTranslation();
  const flow = preferences.readingTiers === true ? 'tiers' : 'one';
  return (
    <div className="story-setting">
      <Choice
        legend={t('setting.columns')}
        values={['one', 'two', 'three'] as const}
        chosen={countName(preferences.readingColumns ?? 1)}
        onChoose={(name) => {
          onChoose('readingColumns', columnCounts[name]);
        }}
        render={(name) => t(`setting.columnCounts.${name}`)}
      />
      <Choice
        legend={t('setting.flow')}
        values={['one', 'tiers'] as const}
        chosen={flow}
        onChoose={(chosen) => {
          onChoose('readingTiers', chosen === 'tiers');
        }}
        render={(chosen) => t(`setting.flows.${chosen}`)}
      />
      <OnOff
        legend={t('setting.indent')}
        isOn={preferences.readingIndent ?? true}
        onChoose={(isOn) => {
          onChoose('readingIndent', isOn);
        }}
      />
      <OnOff
        legend={t('setting.trim')}
        isOn={preferences.readingTrim ?? true}
        onChoose={(isOn) => {
          onChoose('readingTrim', isOn);
        }}
      />
    </div>
  );
}
