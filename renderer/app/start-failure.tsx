import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice.tsx';
import { NewerTablesError } from '../database/database.ts';

/** The tables cannot be opened: says what is safe and what to do. */
export function StartFailure({ error }: { error: unknown }): ReactElement {
  const { t } = useTranslation();
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const isNewer = words.includes(new NewerTablesError().name);
  return (
    <main className="whole-window">
      <Notice
        title={isNewer ? t('startFailure.newerTitle') : t('startFailure.title')}
        isError
        actions={
          !isNewer && (
            <button
              type="button"
              className="button primary"
              onClick={() => {
                window.location.reload();
              }}
            >
              {t('startFailure.again')}
            </button>
          )
        }
      >
        <p>{isNewer ? t('startFailure.newerText') : t('startFailure.text')}</p>
        {!isNewer && <pre>{words}</pre>}
      </Notice>
    </main>
  );
}
