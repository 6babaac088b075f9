import { useCallback, useId, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import type { GlossaryRecord, GlossaryScope } from '../../archive/model/user-data.ts';
import { Dialog } from '../components/dialog.tsx';
import { listArchives } from '../database/archives.ts';
import { readGlossary, saveGlossary, type GlossaryChanges } from '../database/glossary.ts';
import { formatCount } from '../i18n/dates.ts';
import type { ImportedEntry } from './glossary-csv.ts';
import { GlossaryFiles } from './glossary-files.tsx';
import { GlossaryForm, scopeId, type GlossaryDraft } from './glossary-form.tsx';
import { GlossaryList } from './glossary-list.tsx';
import type { ContentPlace } from './glossary-order.ts';
import { UndoNotice, type UndoOffer } from './undo-notice.tsx';

/** What was selected on the page when the glossary was opened. */
export interface GlossaryWish {
  readonly source: string;
  readonly target: string;
}

/** Everything the reader has settled: to look through, add to, change, take out and bring in. */
export function GlossaryScreen({
  place,
  articleTitle,
  wish,
  onClose,
}: {
  /** What is open, for entries that are to count there. */
  place: ContentPlace;
  articleTitle: string;
  wish: GlossaryWish | null;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const filterId = useId();
  const found = useLiveQuery(readGlossary);
  const archives = useLiveQuery(listArchives);
  const [filter, setFilter] = useState('');
  const [draft, setDraft] = useState<GlossaryDraft | null>(
    wish === null ? null : { record: null, ...wish, to: [] },
  );
  const [offer, setOffer] = useState<UndoOffer | null>(null);
  const endOffer = useCallback(() => {
    setOffer(null);
  }, []);
  const records = useMemo(
    () => [...(found ?? [])].sort((a, b) => b.modified.localeCompare(a.modified)),
    [found],
  );
  const listed =
    filter === ''
      ? records
      : records.filter(({ source, target }) => source.includes(filter) || target.includes(filter));

  function titleOf(archiveId: string): string {
    const archive = archives?.find(({ id }) => id === archiveId);
    return archive?.description['dcterms:title'] ?? t('glossary.unknownArchive');
  }
  function scopeWords(scope: GlossaryScope): string {
    if (scope.kind === 'everywhere') return t('glossary.scopes.everywhere');
    const title = titleOf(scope.archiveId);
    if (scope.kind === 'archive') return t('glossary.archiveNamed', { title });
    return scope.articleId === place.articleId
      ? t('glossary.thisArticle', { title: articleTitle })
      : t('glossary.articleNamed', { title });
  }
  /** Where an entry can count: what is open first, then every paper. */
  function scopesFor(record: GlossaryRecord | null): readonly GlossaryScope[] {
    const { archiveId, articleId } = place;
    const scopes: GlossaryScope[] = record === null ? [] : [record.scope];
    if (archiveId !== null && articleId !== null)
      scopes.push({ kind: 'article', archiveId, articleId });
    const ids = archives?.map(({ id }) => id) ?? [];
    if (archiveId !== null) ids.unshift(archiveId);
    scopes.push(...ids.map((id): GlossaryScope => ({ kind: 'archive', archiveId: id })));
    scopes.push({ kind: 'everywhere' });
    return [...new Map(scopes.map((scope) => [scopeId(scope), scope])).values()];
  }
  async function change(changes: GlossaryChanges, words: string): Promise<void> {
    const undoing = await saveGlossary(changes);
    setOffer({
      words,
      undo() {
        void saveGlossary(undoing);
      },
    });
  }
  function keep(entry: ImportedEntry): void {
    const id = draft?.record?.id ?? `urn:uuid:${crypto.randomUUID()}`;
    const words = draft?.record == null ? 'added' : 'changed';
    setDraft(null);
    void change(
      new Map([[id, { ...entry, id, modified: new Date().toISOString() }]]),
      t(`glossary.${words}`, { source: entry.source }),
    );
  }

  return (
    <Dialog title={t('glossary.title')} onClose={onClose}>
      <div className="glossary">
        <p>{t('glossary.intro')}</p>
        <div className="glossary-bar">
          <label htmlFor={filterId}>{t('glossary.filter')}</label>
          <input
            id={filterId}
            type="search"
            lang="zh"
            spellCheck={false}
            value={filter}
            onChange={(event) => {
              setFilter(event.target.value);
            }}
          />
          <span className="count" role="status">
            {filter === ''
              ? t('glossary.count', {
                  count: records.length,
                  formatted: formatCount(records.length),
                })
              : t('glossary.countOf', {
                  formatted: formatCount(listed.length),
                  total: formatCount(records.length),
                })}
          </span>
          <button
            type="button"
            className="button"
            onClick={() => {
              setDraft({ record: null, source: filter, target: '', to: [] });
            }}
          >
            {t('glossary.add')}
          </button>
        </div>
        {draft !== null && (
          <GlossaryForm
            key={draft.record?.id ?? 'new'}
            draft={draft}
            scopes={scopesFor(draft.record)}
            scopeWords={scopeWords}
            onSave={keep}
            onCancel={() => {
              setDraft(null);
            }}
          />
        )}
        {found !== undefined && records.length === 0 && (
          <div className="glossary-empty">
            <h3>{t('glossary.emptyTitle')}</h3>
            <p>{t('glossary.emptyText')}</p>
          </div>
        )}
        {records.length > 0 && listed.length === 0 && (
          <p className="glossary-empty">{t('glossary.noneFound')}</p>
        )}
        {listed.length > 0 && (
          <GlossaryList
            records={listed}
            scopeWords={scopeWords}
            onChange={(record) => {
              const { source, target, to = [] } = record;
              setDraft({ record, source, target, to });
            }}
            onRemove={(record) => {
              void change(
                new Map([[record.id, null]]),
                t('glossary.removed', { source: record.source }),
              );
            }}
          />
        )}
        <GlossaryFiles
          records={records}
          onImport={(changes, words) => void change(changes, words)}
        />
        <p className="actions">
          <button type="button" className="button" onClick={onClose}>
            {t('glossary.close')}
          </button>
        </p>
      </div>
      {offer !== null && <UndoNotice offer={offer} onEnd={endOffer} />}
    </Dialog>
  );
}
