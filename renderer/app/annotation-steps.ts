import type { CommandStep } from '../../preload/bridge.ts';
import {
  applyImport,
  exportAnnotations,
  planImport,
  type ImportReading,
} from '../database/annotation-exchange.ts';
import {
  printError,
  printOut,
  readFileOfStep,
  StepFailure,
  writeFileOfStep,
  type StepContext,
  type StepOutcome,
} from './step.ts';

const refusals: Readonly<Record<Extract<ImportReading, { outcome: 'refused' }>['reason'], string>> =
  {
    'not-utf8': 'the file is not UTF-8',
    'not-json': 'the file is not JSON',
    'wrong-context':
      'the file has not the @context http://www.w3.org/ns/anno.jsonld of W3C Web Annotation',
    'no-annotations': 'the file holds no annotations',
    'pages-elsewhere': 'the collection names its pages and does not hold them',
  };

const listedRecords = 20;

/** Lists records for people, the first ones by themselves. */
async function printRecords(
  file: string,
  what: string,
  records: readonly { readonly place: number; readonly words: string }[],
): Promise<void> {
  for (const { place, words } of records.slice(0, listedRecords)) {
    await printError(`${file}: record ${place} ${what}: ${words}`);
  }
  const more = records.length - listedRecords;
  if (more > 0) await printError(`${file}: ${more} more records ${what}`);
}

/** `--import-annotations FILE [--dry-run]`: merges W3C Web Annotations into those of the profile. */
export async function importAnnotationsStep(
  { value, options }: CommandStep,
  context: StepContext,
): Promise<StepOutcome> {
  const reading = await planImport(await readFileOfStep(context));
  if (reading.outcome === 'refused') {
    throw new StepFailure(`${value}: ${refusals[reading.reason]}; nothing was imported`);
  }
  const { plan } = reading;
  const isDryRun = 'dry-run' in options;
  if (!isDryRun) await applyImport(plan);
  const { fates, places } = plan;
  await printOut({
    step: 'import-annotations',
    file: value,
    outcome: isDryRun ? 'planned' : 'imported',
    new: fates.new,
    changed: fates.changed,
    same: fates.same,
    older: fates.older,
    conflicts: fates.conflict,
    attached: places.attached,
    uncertain: places.uncertain,
    notFound: places['not-found'],
    unattached: places['unknown-story'],
    capped: plan.capped.map(({ place, id, parts }) => ({ record: place, id, parts })),
    skipped: plan.skipped.map(({ place, id, reason }) => ({ record: place, id, reason })),
  });
  await printRecords(
    value,
    'was left out',
    plan.skipped.map(({ place, reason }) => ({ place, words: reason })),
  );
  await printRecords(
    value,
    'was too long and was cut',
    plan.capped.map(({ place, parts }) => ({ place, words: parts.join(', ') })),
  );
  return plan.skipped.length + plan.capped.length > 0 ? 'partial' : 'done';
}

/** `--export-annotations FILE`: writes all annotations of the profile, the trash included. */
export async function exportAnnotationsStep(
  { value }: CommandStep,
  context: StepContext,
): Promise<StepOutcome> {
  const { text, count } = await exportAnnotations();
  const bytes = await writeFileOfStep(context, text);
  await printOut({
    step: 'export-annotations',
    file: value,
    outcome: 'exported',
    annotations: count,
    bytes,
  });
  return 'done';
}
