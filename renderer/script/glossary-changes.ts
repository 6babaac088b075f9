import type { GlossaryRecord, GlossaryScope } from '../../archive/model/user-data.ts';
import type { Correction } from '../../archive/text/script/correction.ts';
import type { GlossaryChanges } from '../database/glossary.ts';
import type { ImportedEntry } from './glossary-csv.ts';

function isSameScope(a: GlossaryScope, b: GlossaryScope): boolean {
  return scopeKey(a).join('\n') === scopeKey(b).join('\n');
}

function scopeKey(scope: GlossaryScope): readonly string[] {
  if (scope.kind === 'everywhere') return [];
  return scope.kind === 'archive' ? [scope.archiveId] : [scope.archiveId, scope.articleId];
}

/** Names what an entry is about: two entries with the same key cannot both count. */
function entryKey({ scope, source, to }: Pick<GlossaryRecord, 'scope' | 'source' | 'to'>): string {
  return JSON.stringify([scopeKey(scope), source, [...(to ?? [])].sort()]);
}

/**
 * The changes that put corrections into a glossary: an entry for the same word, scope and scripts is
 * changed, others that would stand in their way lose the scripts concerned.
 */
export function correctionChanges(
  records: readonly GlossaryRecord[],
  corrections: readonly Correction[],
  scope: GlossaryScope,
  now: string,
): GlossaryChanges {
  const changes = new Map<string, GlossaryRecord | null>();
  const all = new Set(corrections.flatMap(({ to }) => to));
  for (const record of records) {
    if (!isSameScope(record.scope, scope)) continue;
    if (!corrections.some(({ source }) => source === record.source)) continue;
    if (record.to === undefined) continue; // it counts for more scripts; the later entry goes before it
    const left = record.to.filter((script) => !all.has(script));
    if (left.length === record.to.length) continue;
    changes.set(record.id, left.length === 0 ? null : { ...record, to: left });
  }
  for (const { source, target, to } of corrections) {
    const reused = records.find(
      (record) =>
        changes.get(record.id) === null &&
        record.source === source &&
        isSameScope(record.scope, scope) &&
        record.to?.some((script) => to.includes(script)) === true,
    );
    const id = reused?.id ?? `urn:uuid:${crypto.randomUUID()}`;
    changes.set(id, { id, scope, source, target, to, modified: now });
  }
  return changes;
}

/** What an import does: what is new, what differs from what was there, what was there already. */
export interface ImportPlan {
  readonly changes: GlossaryChanges;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** Compares a file's entries with the glossary; an entry for the same word and reach is changed. */
export function planImport(
  records: readonly GlossaryRecord[],
  entries: readonly ImportedEntry[],
  now: string,
): ImportPlan {
  const known = new Map(records.map((record) => [entryKey(record), record]));
  const changes = new Map<string, GlossaryRecord | null>();
  let changed = 0;
  let same = 0;
  for (const entry of entries) {
    const record = known.get(entryKey(entry));
    if (record?.target === entry.target) {
      same += 1;
      continue;
    }
    if (record !== undefined) changed += 1;
    const id = record?.id ?? `urn:uuid:${crypto.randomUUID()}`;
    changes.set(id, { ...entry, id, modified: now });
  }
  return { changes, added: changes.size - changed, changed, same };
}
