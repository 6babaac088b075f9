import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isUtf8 } from 'node:buffer';
import type { ImportedArchive } from '../import/markdown/import-markdown.ts';
import { nameUuid } from '../import/markdown/name-uuid.ts';
import { importNewspaperPage } from '../import/newspaper-page/split-by-headings.ts';
import { isEdtfDate } from '../model/edtf.ts';
import { textOption, textsOption } from './command.ts';
import type { OptionValues } from './command.ts';
import { UsageError } from './terminal.ts';

/** The name space of archives that are named by their publication alone. */
const publicationNameSpace = 'urn:uuid:5f8f0c2e-6a57-5b0b-9d0e-3f1f6f3c8a41';

function required(options: OptionValues, name: string): string {
  const value = textOption(options, name);
  if (value === undefined) throw new UsageError(`pages need --${name}`);
  return value;
}

async function pageText(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new UsageError(
    `${file} is not UTF-8; convert it first, e.g. with iconv -f GB18030 -t UTF-8`,
  );
}

/** Reads pages of OCR, all of one issue, as an archive of their own. */
export async function importPages(
  files: readonly string[],
  options: OptionValues,
): Promise<ImportedArchive> {
  const publication = required(options, 'publication');
  const date = required(options, 'date');
  if (!isEdtfDate(date)) throw new UsageError(`--date ${date} is no date`);
  const pages = textsOption(options, 'page');
  const names = textsOption(options, 'page-name');
  if (pages.length !== files.length) throw new UsageError('every page needs its own --page');
  const language = textOption(options, 'language') ?? 'zh-Hans-CN';
  const rights = textOption(options, 'rights') ?? '';
  const archiveId = textOption(options, 'id') ?? nameUuid(publicationNameSpace, publication);
  const issue = { id: date, date, number: textOption(options, 'number') ?? '' };
  const imported = await Promise.all(
    files.map(async (file, index) => {
      const page = { number: pages[index] ?? '', name: names[index] ?? '' };
      const source = basename(file);
      const text = await pageText(file);
      return {
        page,
        ...importNewspaperPage(text, { archiveId, issue, page, language, rights: '', source }),
      };
    }),
  );
  return {
    description: {
      id: archiveId,
      revision: Number(textOption(options, 'revision') ?? 1),
      'dcterms:title': publication,
      'dcterms:publisher': '',
      'dcterms:temporal': date,
      'dcterms:language': language,
      'dcterms:rights': rights,
      'dcterms:license': '',
      'dcterms:source': '',
      publication: { names: [publication], issn: '', cnNumber: '' },
      defaults: {
        language,
        timezone: 'Asia/Shanghai',
        writingMode: 'horizontal-tb',
        calendar: 'gregorian',
      },
      gaps: [],
      sample: false,
    },
    issues: [
      {
        ...issue,
        pages: imported.map(({ page, furniture }) => ({
          ...page,
          ...(furniture.length > 0 ? { furniture } : {}),
        })),
        missingPages: [],
        ear: [],
        notes: [],
      },
    ],
    articles: imported.flatMap(({ articles }) => articles),
    media: [],
  };
}
