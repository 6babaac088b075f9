import { useDeferredValue, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import type { CitationStyle } from '../../archive/citation/citation-style.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { Dialog } from '../components/dialog.tsx';
import { listTags } from '../database/annotations.ts';
import { shownLanguage } from '../script/content-script.ts';
import { ScriptConversionProvider, useShownText } from '../script/script-conversion.tsx';
import { ChoicesForm, scopesOf } from './choices-form.tsx';
import { documentProps, type DocumentMeans } from './document-props.ts';
import { firstQuotations } from './group-quotations.ts';
import { usualChoices, type ExportChoices, type ExportScope } from './export-choices.ts';
import { fileFormats } from './export-files.ts';
import { HighlightsDocument } from './highlights-document.tsx';
import { localDay } from './local-day.ts';
import { highlightsPdf } from './highlights-pdf.tsx';
import { usualTemplate } from './markdown-template.ts';
import type { QuotationRecord } from './quotation-record.ts';
import { SavingNotice } from './saving-notice.tsx';
import { TemplateField } from './template-field.tsx';
import { textFile } from './text-file.ts';
import { useQuotations } from './use-quotations.ts';
import { useSaving } from './use-saving.ts';

/** The preview shows so many quotations; the file has them all. */
const previewed = 8;

interface ExportDialogProps {
  /** What is open, the narrowest first; the first one is offered. */
  readonly open: readonly ExportScope[];
  readonly template: string | undefined;
  readonly onTemplate: (template: string) => void;
  /** Undefined until one was chosen. */
  readonly citationStyle: CitationStyle | undefined;
  readonly onCitationStyle: (style: CitationStyle) => void;
  readonly noteView: (note: string) => ReactNode;
  readonly mediaAddress: DocumentMeans['mediaAddress'];
  readonly onClose: () => void;
}

/** Takes marked passages out of the program, into a PDF or another file, with a live preview. */
export function ExportDialog(props: ExportDialogProps): ReactElement {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<ExportChoices>({
    ...usualChoices,
    citationStyle: props.citationStyle ?? usualChoices.citationStyle,
  });
  return (
    <Dialog title={t('exporting.title')} onClose={props.onClose}>
      <ScriptConversionProvider script={choices.script}>
        <ExportBody
          {...props}
          choices={choices}
          onChoose={(change) => {
            setChoices((before) => ({ ...before, ...change }));
            if (change.citationStyle !== undefined) props.onCitationStyle(change.citationStyle);
          }}
        />
      </ScriptConversionProvider>
    </Dialog>
  );
}

function ExportBody({
  open,
  template = usualTemplate,
  onTemplate,
  noteView,
  mediaAddress,
  onClose,
  choices,
  onChoose,
}: ExportDialogProps & {
  choices: ExportChoices;
  onChoose: (change: Partial<ExportChoices>) => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const shownText = useShownText();
  const tags = useLiveQuery(listTags) ?? [];
  const [scope, setScope] = useState<ExportScope>(open[0] ?? { kind: 'all' });
  const [title, setTitle] = useState<string>(t('exporting.defaultTitle'));
  const found = useQuotations(scope);
  const saver = useSaving();
  const means: DocumentMeans = {
    t,
    language: i18n.language as InterfaceLanguage,
    shown: (text, language) => ({
      text: shownText(text, language),
      language: shownLanguage(language, choices.script),
    }),
    noteView,
    mediaAddress,
    today: localDay(),
  };
  const words = { title: title.trim() || t('exporting.defaultTitle'), subtitle: '' };
  const records = found === null || found instanceof Error ? [] : found;
  const isWorking = saver.saving.state === 'working';
  const props = (): ReturnType<typeof documentProps> =>
    documentProps(records, choices, words, means);
  return (
    <div className="export-dialog">
      <p className="about">{t('exporting.about')}</p>
      <div className="export-columns">
        <div>
          <ChoicesForm
            title={title}
            onTitle={setTitle}
            scope={scope}
            scopes={scopesOf(open, tags)}
            onScope={setScope}
            choices={choices}
            onChoose={onChoose}
          />
          <TemplateField template={template} onTemplate={onTemplate} />
        </div>
        <Preview found={found} choices={choices} words={words} means={means} />
      </div>
      <SavingNotice saver={saver} />
      <div className="actions">
        <button
          type="button"
          className="button primary"
          disabled={records.length === 0 || isWorking}
          onClick={() => {
            saver.savePdf(() => highlightsPdf(props()), words.title);
          }}
        >
          {t('exporting.savePdf')}
        </button>
        <span role="group" aria-label={t('exporting.saveAs')}>
          {fileFormats.map((format) => (
            <button
              key={format}
              type="button"
              className="button"
              disabled={records.length === 0 || isWorking}
              onClick={() => {
                saver.saveFile(() => textFile(props(), format, template), format, words.title);
              }}
            >
              {t(`exporting.formats.${format}`)}
            </button>
          ))}
        </span>
        <button type="button" className="button" onClick={onClose}>
          {t('exporting.close')}
        </button>
      </div>
    </div>
  );
}

function Preview({
  found,
  choices,
  words,
  means,
}: {
  found: readonly QuotationRecord[] | Error | null;
  choices: ExportChoices;
  words: { readonly title: string; readonly subtitle: string };
  means: DocumentMeans;
}): ReactElement {
  const { t } = useTranslation();
  const shownChoices = useDeferredValue(choices);
  const records = useMemo(() => (found === null || found instanceof Error ? [] : found), [found]);
  if (found === null) return <p className="export-preview">{t('exporting.gathering')}</p>;
  if (found instanceof Error) {
    return (
      <p className="export-preview bad" role="alert">
        {t('exporting.broken', { reason: found.message })}
      </p>
    );
  }
  if (records.length === 0) {
    return <p className="export-preview">{t('exporting.empty')}</p>;
  }
  const whole = documentProps(records, shownChoices, words, means);
  const groups = firstQuotations(whole.groups, previewed);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take focus
    <section className="export-preview" aria-label={t('exporting.preview')} tabIndex={0}>
      <p className="shown">
        {records.length > previewed
          ? t('exporting.previewOf', { shown: previewed, all: records.length })
          : t('exporting.count', { count: records.length, formatted: String(records.length) })}
      </p>
      <div className="export-sheet">
        <HighlightsDocument {...whole} groups={groups} />
      </div>
    </section>
  );
}
