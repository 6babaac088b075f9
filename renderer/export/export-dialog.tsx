import { useState, type ReactElement, type ReactNode } from 'react';
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
import { usualChoices, type ExportChoices, type ExportScope } from './export-choices.ts';
import { fileFormats } from './export-files.ts';
import { ExportPreview } from './export-preview.tsx';
import type { HighlightsDocumentProps } from './highlights-document-props.ts';
import { localDay } from './local-day.ts';
import { highlightsPdf } from './highlights-pdf.tsx';
import { usualTemplate } from './markdown-template.ts';
import { noPhotos, readPhotos, type MediaAddress } from './read-photos.ts';
import { SavingNotice } from './saving-notice.tsx';
import { TemplateField } from './template-field.tsx';
import { textFile } from './text-file.ts';
import { useQuotations } from './use-quotations.ts';
import { useSaving, type Saver } from './use-saving.ts';

interface ExportDialogProps {
  /** What is open, the narrowest first; the first one is offered. */
  readonly open: readonly ExportScope[];
  readonly template: string | undefined;
  readonly onTemplate: (template: string) => void;
  /** Undefined until one was chosen. */
  readonly citationStyle: CitationStyle | undefined;
  readonly onCitationStyle: (style: CitationStyle) => void;
  readonly noteView: (note: string) => ReactNode;
  readonly mediaAddress: MediaAddress;
  readonly onClose: () => void;
}

/** Takes marked passages out of the program, into a PDF or another file, with a live preview. */
export function ExportDialog(props: ExportDialogProps): ReactElement {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<ExportChoices>({
    ...usualChoices,
    citationStyle: props.citationStyle ?? usualChoices.citationStyle,
  });
  const saver = useSaving();
  // The first Escape ends what is being made, the next one closes.
  const close = saver.saving.state === 'working' ? saver.cancel : props.onClose;
  return (
    <Dialog title={t('exporting.title')} onClose={close}>
      <ScriptConversionProvider script={choices.script}>
        <ExportBody
          {...props}
          saver={saver}
          onClose={close}
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
  saver,
  choices,
  onChoose,
}: ExportDialogProps & {
  saver: Saver;
  choices: ExportChoices;
  onChoose: (change: Partial<ExportChoices>) => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const shownText = useShownText();
  const tags = useLiveQuery(listTags) ?? [];
  const [scope, setScope] = useState<ExportScope>(open[0] ?? { kind: 'all' });
  const [title, setTitle] = useState<string>(t('exporting.defaultTitle'));
  const found = useQuotations(scope);
  const means: DocumentMeans = {
    t,
    language: i18n.language as InterfaceLanguage,
    shown: (text, language) => ({
      text: shownText(text, language),
      language: shownLanguage(language, choices.script),
    }),
    noteView,
    photoSource: noPhotos.source,
    today: localDay(),
  };
  const words = { title: title.trim() || t('exporting.defaultTitle'), subtitle: '', scope };
  const records = found === null || found instanceof Error ? [] : found;
  const isWorking = saver.saving.state === 'working';
  /** The document of all quotations, its pictures looked at first. */
  async function make<Content>(
    form: 'linked' | 'embedded',
    write: (props: HighlightsDocumentProps, signal: AbortSignal) => Promise<Content>,
    signal: AbortSignal,
  ): Promise<{ content: Content; missingPhotos: number }> {
    const photos = choices.hasPhotos
      ? await readPhotos(records, mediaAddress, form, signal)
      : noPhotos;
    const props = documentProps(records, choices, words, { ...means, photoSource: photos.source });
    return { content: await write(props, signal), missingPhotos: photos.missing };
  }
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
        <ExportPreview
          found={found}
          isAll={scope.kind === 'all'}
          choices={choices}
          words={words}
          means={means}
          mediaAddress={mediaAddress}
        />
      </div>
      <SavingNotice saver={saver} />
      <div className="actions">
        <button
          type="button"
          className="button primary"
          disabled={records.length === 0 || isWorking}
          onClick={() => {
            saver.savePdf((signal) => make('linked', highlightsPdf, signal), words.title);
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
                const form = format === 'html' ? 'embedded' : 'linked';
                saver.saveFile(
                  (signal) =>
                    make(form, (props) => textFile(props, format, template, signal), signal),
                  format,
                  words.title,
                );
              }}
            >
              {t(`exporting.formats.${format}`)}
            </button>
          ))}
        </span>
        <button type="button" className="button" disabled={isWorking} onClick={onClose}>
          {t('exporting.close')}
        </button>
      </div>
    </div>
  );
}
