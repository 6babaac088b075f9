import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { findArchive } from '../database/archives.ts';
import { interfaceDate } from '../i18n/dates.ts';
import { NotFound } from './not-found.tsx';

/** An issue that is not in the library: why not, where its archive says so of the day. */
export function MissingIssue({
  archiveId,
  issueId,
}: {
  archiveId: string;
  issueId: string;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const archive = useLiveQuery(() => findArchive(archiveId), [archiveId]);
  const day = issueId.slice(0, 10);
  const gap = archive?.description.gaps.find(
    ({ from, to }) => from.slice(0, 10) <= day && day <= to.slice(0, 10),
  );
  if (gap === undefined)
    return <NotFound title={t('issue.notFound')}>{t('issue.notFoundText')}</NotFound>;
  const date = interfaceDate(day, i18n.language as InterfaceLanguage);
  return (
    <NotFound title={t('day.gapTitle', { date })}>
      {[t(`gap.${gap.reason}`), gap.note].filter((each) => each !== '').join('　')}
    </NotFound>
  );
}
