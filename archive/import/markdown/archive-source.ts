import type { ArchiveDescription, CoverageGap } from '../../model/archive-description.ts';
import { isEdtfDate, isEdtfDateOrInterval } from '../../model/edtf.ts';
import { scripts } from '../../text/script/configuration.ts';
import type { GlossaryEntry } from '../../text/script/glossary.ts';
import type { SourceProblems } from './source-problem.ts';
import { YamlFields } from './yaml-fields.ts';

/** What `archive.yaml` says; when and by what the bag is made is added by whoever makes it. */
export type ArchiveSource = Omit<
  ArchiveDescription,
  'format' | 'formatVersion' | 'minReaderVersion' | 'counts' | 'created' | 'generator'
>;

function gapOf(fields: YamlFields, problems: SourceProblems): CoverageGap {
  const day = (name: string): string => {
    const date = fields.required(name);
    if (!isEdtfDate(date)) problems.add('field-malformed', fields.line(name), date);
    return date;
  };
  const gap = {
    from: day('from'),
    to: day('to'),
    reason: fields.choice('reason', ['not-published', 'not-held']) ?? 'not-held',
    note: fields.optional('note') ?? '',
  };
  fields.finish();
  return gap;
}

function glossaryEntryOf(fields: YamlFields, problems: SourceProblems): GlossaryEntry {
  const source = fields.required('source');
  const target = fields.optional('target') ?? source;
  const to = fields.texts('to').flatMap((name) => {
    const script = scripts.find((each) => each === name);
    if (script === undefined) problems.add('field-malformed', fields.line('to'), name);
    return script ?? [];
  });
  fields.finish();
  return { source, target, ...(to.length > 0 && { to }) };
}

/** Reads `archive.yaml`; null (and reported) where it is no mapping. */
export function readArchive(text: string, problems: SourceProblems): ArchiveSource | null {
  const fields = YamlFields.parse(text, problems);
  if (!fields) return null;
  const check = (name: string, value: string, isGood: boolean): string => {
    if (fields.has(name) && !isGood) problems.add('field-malformed', fields.line(name), value);
    return value;
  };
  const id = fields.required('id');
  const uuid = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
  check('id', id, uuid.test(id));
  const title = fields.required('title');
  const names = fields.texts('names');
  const temporal = fields.required('temporal');
  check('temporal', temporal, isEdtfDateOrInterval(temporal));
  const revision = fields.number('revision') ?? 1;
  check('revision', String(revision), Number.isInteger(revision) && revision > 0);
  const language = fields.required('language');
  check('language', language, /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(language));
  const glossary = fields.list('glossary').map((entry) => glossaryEntryOf(entry, problems));
  const archive: ArchiveSource = {
    id,
    revision,
    'dcterms:title': title,
    'dcterms:publisher': fields.required('publisher'),
    'dcterms:temporal': temporal,
    'dcterms:language': language,
    'dcterms:rights': fields.required('rights'),
    'dcterms:license': fields.optional('license') ?? '',
    'dcterms:source': fields.optional('source') ?? '',
    publication: {
      names: names.length > 0 ? names : [title],
      issn: fields.optional('issn') ?? '',
      cnNumber: fields.optional('cnNumber') ?? '',
    },
    defaults: {
      language,
      timezone: fields.optional('timezone') ?? 'Asia/Shanghai',
      writingMode:
        fields.choice('writingMode', ['horizontal-tb', 'vertical-rl']) ?? 'horizontal-tb',
      calendar: fields.choice('calendar', ['gregorian', 'republican']) ?? 'gregorian',
    },
    gaps: fields.list('gaps').map((gap) => gapOf(gap, problems)),
    sample: fields.choice('sample', ['true', 'false']) === 'true',
    ...(glossary.length > 0 && { glossary }),
  };
  fields.finish();
  return archive;
}
