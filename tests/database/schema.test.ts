import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { listArchives } from '../../renderer/database/archives.ts';
import { schemaVersion } from '../../archive/model/schema-version.ts';
import { database, NewerTablesError } from '../../renderer/database/database.ts';

afterEach(async () => {
  await database.delete({ disableAutoOpen: false });
});

test('tables of this version are opened', async () => {
  expect(await listArchives()).toEqual([]);
});

test('tables of a later version are refused and keep their records', async () => {
  const later = new Dexie('guzhi');
  later.version(schemaVersion + 1).stores({ archives: 'id', dossiers: 'id' });
  await later.table('dossiers').add({ id: 'kept' });
  later.close();
  const refusal = await listArchives().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(String(refusal)).toContain(new NewerTablesError().name);
  database.close();
  await later.open();
  expect(await later.table('dossiers').count()).toBe(1);
  later.close();
});
