import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldNames } from './quotation-fields.ts';
import { unknownPlaces, usualTemplate } from './markdown-template.ts';

/** The template of a quotation in Markdown, folded away until it is wanted. */
export function TemplateField({
  template,
  onTemplate,
}: {
  template: string;
  /** Called when the field is left, not at every key. */
  onTemplate: (template: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(template);
  const unknown = unknownPlaces(text);
  return (
    <details className="export-template">
      <summary>{t('exporting.template')}</summary>
      <label htmlFor={id}>
        {t('exporting.templateHelp', {
          names: fieldNames.map((name) => `{{${name}}}`).join(' '),
        })}
      </label>
      <textarea
        id={id}
        rows={9}
        maxLength={4000}
        value={text}
        spellCheck={false}
        aria-invalid={unknown.length > 0}
        onChange={({ target }) => {
          setText(target.value);
        }}
        onBlur={() => {
          if (text !== template) onTemplate(text);
        }}
      />
      {unknown.length > 0 && (
        <p className="bad" role="alert">
          {t('exporting.templateUnknown', { names: unknown.join(' ') })}
        </p>
      )}
      <button
        type="button"
        className="button"
        disabled={text === usualTemplate}
        onClick={() => {
          setText(usualTemplate);
          onTemplate(usualTemplate);
        }}
      >
        {t('exporting.templateReset')}
      </button>
    </details>
  );
}
