import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAnnotationFile } from '../archive/annotation/annotation-file.ts';
import type { Annotation } from '../archive/model/annotation.ts';
import type { UserDataState } from './user-data-state.ts';
import { writeDurably } from './write-durably.ts';

/** Beside the snapshots: the annotations as they were at the newest one, for any other program. */
export const notesFileName = 'notes.jsonld';

/** Writes the annotations, the trash too, as W3C Web Annotation; where there are none, there is no file. */
export async function writeNotesFile(folder: string, state: UserDataState): Promise<void> {
  const path = join(folder, notesFileName);
  const records = state.recordsOf('annotations');
  if (records.length === 0) return rm(path, { force: true });
  const annotations = records.map(({ json }) => JSON.parse(json) as Annotation);
  await writeDurably(path, [writeAnnotationFile(annotations)]);
}
