import { describe, expect, test } from 'vitest';
import type { GlossaryRecord, GlossaryScope } from '../../../../archive/model/user-data.ts';
import { correctionChanges, planImport } from '../../../../renderer/script/glossary-changes.ts';
import { orderGlossaries } from '../../../../renderer/script/glossary-order.ts';

const everywhere: GlossaryScope = { kind: 'everywhere' };
const archive: GlossaryScope = { kind: 'archive', archiveId: 'a' };
const article: GlossaryScope = { kind: 'article', archiveId: 'a', articleId: 's' };
const now = '2026-01-02T00:00:00.000Z';

function entry(
  id: string,
  scope: GlossaryScope,
  target: string,
  to?: GlossaryRecord['to'],
): GlossaryRecord {
  return {
    ...{ id, scope, source: '发', target, modified: '2026-01-01T00:00:00.000Z' },
    ...(to !== undefined && { to }),
  };
}

/** The glossary after changes. */
function after(
  records: readonly GlossaryRecord[],
  changes: ReadonlyMap<string, GlossaryRecord | null>,
): GlossaryRecord[] {
  const all = new Map<string, GlossaryRecord | null>(records.map((record) => [record.id, record]));
  for (const [id, record] of changes) all.set(id, record);
  return [...all.values()].filter((record) => record !== null);
}

describe('the order of glossaries', () => {
  const at = orderGlossaries(
    [entry('1', everywhere, '發'), entry('2', archive, '髮'), entry('3', article, '法')],
    new Map([['c', [{ source: '发', target: '发' }]]]),
  );
  const targets = (archiveId: string | null, articleId: string | null) =>
    at({ archiveId, articleId })
      .flat()
      .map(({ target }) => target);

  test('the story comes before the archive, the archive before everywhere', () => {
    expect(targets('a', 's')).toEqual(['法', '髮', '發']);
    expect(targets('a', 'other')).toEqual(['髮', '發']);
    expect(targets('b', 's2')).toEqual(['發']);
    expect(targets(null, null)).toEqual(['發']);
    expect(targets('c', 's3')).toEqual(['發', '发']);
  });

  test('places without entries of their own share one list', () => {
    expect(at({ archiveId: 'a', articleId: 'x' })).toBe(at({ archiveId: 'a', articleId: null }));
    expect(at({ archiveId: 'b', articleId: 'x' })).toBe(at({ archiveId: null, articleId: null }));
  });

  test('of two entries for the same the later one counts', () => {
    const later = { ...entry('4', everywhere, '髮'), modified: now };
    const found = orderGlossaries([entry('1', everywhere, '發'), later], new Map());
    expect(found({ archiveId: null, articleId: null }).flat()[0]?.target).toBe('髮');
  });
});

describe('corrections', () => {
  test('take the place of the entry for the same word and scripts', () => {
    const records = [entry('1', everywhere, '發', ['tw', 'twp'])];
    const changes = correctionChanges(
      records,
      [{ source: '发', target: '髮', to: ['tw', 'twp'] }],
      everywhere,
      now,
    );
    expect(after(records, changes)).toEqual([
      { id: '1', scope: everywhere, source: '发', target: '髮', to: ['tw', 'twp'], modified: now },
    ]);
  });

  test('leave entries of other scripts and other reach', () => {
    const records = [entry('1', everywhere, '發', ['tw', 'hans']), entry('2', article, '發')];
    const changes = correctionChanges(
      records,
      [{ source: '发', target: '髮', to: ['tw'] }],
      everywhere,
      now,
    );
    const left = after(records, changes);
    expect(left).toHaveLength(3);
    expect(left.find(({ id }) => id === '1')?.to).toEqual(['hans']);
    expect(left.find(({ id }) => id === '2')).toEqual(records[1]);
  });
});

test('an import adds what is new, changes what differs and leaves what is the same', () => {
  const records = [entry('1', everywhere, '發'), entry('2', archive, '髮')];
  const plan = planImport(
    records,
    [
      { source: '发', target: '髮', scope: everywhere },
      { source: '发', target: '髮', scope: archive },
      { source: '发', target: '髮', scope: article },
    ],
    now,
  );
  expect(plan).toMatchObject({ added: 1, changed: 1, same: 1 });
  expect(after(records, plan.changes).map(({ target }) => target)).toEqual(['髮', '髮', '髮']);
});
