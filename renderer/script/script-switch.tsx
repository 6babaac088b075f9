import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContentScript } from '../../archive/model/user-data.ts';
import { contentScripts } from './content-script.ts';

/** 原 简 繁 台 台+ 港: which script the content is shown in. The interface's language is another matter. */
export function ScriptSwitch({
  script,
  onChoose,
}: {
  script: ContentScript;
  onChoose: (script: ContentScript) => void;
}): ReactElement {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className="script-switch">
      <legend className="unseen">{t('script.title')}</legend>
      {contentScripts.map((value, index) => (
        <label key={value} title={`${t(`script.names.${value}`)}　Alt+${index + 1}`}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === script}
            aria-label={t(`script.names.${value}`)}
            onChange={() => {
              onChoose(value);
            }}
          />
          <span aria-hidden="true">{t(`script.marks.${value}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
