import { citationStyles } from '../../archive/citation/citation-style.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { NoteText } from '../annotation/note-text.tsx';
import type { CommandStep } from '../../preload/bridge.ts';
import { mainBridge } from '../database/main-bridge.ts';
import { documentProps } from '../export/document-props.ts';
import { groupings, usualChoices, type ExportChoices } from '../export/export-choices.ts';
import { fileFormats, fileKinds, type FileFormat } from '../export/export-files.ts';
import { gatherQuotations } from '../export/gather-quotations.ts';
import { highlightsPdf } from '../export/highlights-pdf.tsx';
import { localDay } from '../export/local-day.ts';
import { usualTemplate } from '../export/markdown-template.ts';
import { noPhotos, readPhotos } from '../export/read-photos.ts';
import { readScope } from '../export/read-scope.ts';
import { textFile } from '../export/text-file.ts';
import { startI18n } from '../i18n/i18n.ts';
import { mediaAddress } from '../reading/media-address.ts';
import { contentScripts, shownLanguage } from '../script/content-script.ts';
import { conversionTo } from '../script/script-conversion.tsx';
import { readPreferences } from '../database/preferences.ts';
import { printError, printOut, StepFailure, writeFileOfStep } from './step.ts';
import type { StepContext, StepOutcome } from './step.ts';

const languages: readonly InterfaceLanguage[] = ['zh-Hans', 'zh-Hant', 'en'];

function oneOf<Value extends string>(
  options: CommandStep['options'],
  name: string,
  values: readonly Value[],
  usual: Value,
): Value {
  const given = options[name];
  if (given === undefined) return usual;
  const found = values.find((value) => value === given);
  if (found === undefined) {
    throw new StepFailure(`--${name} ${given} is none of ${values.join(', ')}`, {
      isUnusable: true,
    });
  }
  return found;
}

/** The format that the file's name ends in; null for a PDF. */
function formatOf(file: string): FileFormat | null {
  if (/\.pdf$/i.test(file)) return null;
  const found = fileFormats.find((format) =>
    fileKinds[format].extensions.some((ending) => file.toLowerCase().endsWith(`.${ending}`)),
  );
  if (found === undefined) {
    throw new StepFailure(
      `${file}: its name must end in .pdf, .md, .csv, .html, .json, .ris or .bib`,
      { isUnusable: true },
    );
  }
  return found;
}

/** `--export FILE [--scope …] [--script …]`: writes highlights as a document, a table or references. */
export async function exportStep(
  { value, options }: CommandStep,
  context: StepContext,
): Promise<StepOutcome> {
  const format = formatOf(value);
  const scope = readScope(options.scope ?? 'all');
  if (scope === null) {
    throw new StepFailure(
      `--scope ${options.scope ?? ''} is none of all, story:ID, issue:ID, tag:X, ink:NAME`,
      { isUnusable: true },
    );
  }
  const choices: ExportChoices = {
    ...usualChoices,
    hasPhotos: options.photos !== undefined,
    script: oneOf(options, 'script', contentScripts, 'held'),
    grouping: oneOf(options, 'group', groupings, usualChoices.grouping),
    citationStyle: oneOf(options, 'style', citationStyles, usualChoices.citationStyle),
  };
  const language = oneOf(options, 'language', languages, 'zh-Hans');
  const records = await gatherQuotations(scope);
  if (records.length === 0) {
    throw new StepFailure(
      `there are no highlights in ${options.scope ?? 'all'}; nothing was written`,
    );
  }
  const { t } = await startI18n(language);
  const { convert } = await conversionTo(choices.script);
  const photos = choices.hasPhotos
    ? await readPhotos(records, mediaAddress, format === 'html' ? 'embedded' : 'linked')
    : noPhotos;
  const title = options.title ?? t('exporting.defaultTitle');
  const props = documentProps(
    records,
    choices,
    { title, subtitle: '', scope },
    {
      t,
      language,
      shown: (text, held) => ({
        text: convert(text, held)?.text ?? text,
        language: shownLanguage(held, choices.script),
      }),
      noteView: (note) => <NoteText note={note} />,
      photoSource: photos.source,
      today: localDay(),
    },
  );
  const { markdownTemplate = usualTemplate } = await readPreferences();
  const content =
    format === null
      ? await mainBridge().request.printPdf(await highlightsPdf(props))
      : await textFile(props, format, markdownTemplate);
  const bytes = await writeFileOfStep(context, content);
  const unverified = records.filter(({ standing }) => standing !== 'verified').length;
  await printOut({
    step: 'export',
    file: value,
    outcome: 'exported',
    quotations: records.length,
    unverified,
    ...(choices.hasPhotos && { missingPhotos: photos.missing }),
    bytes,
  });
  if (unverified > 0) {
    await printError(`${value}: ${unverified} quotations could not be checked against the archive`);
  }
  if (photos.missing > 0) {
    await printError(`${value}: ${photos.missing} pictures are missing or damaged in the archive`);
  }
  return 'done';
}
