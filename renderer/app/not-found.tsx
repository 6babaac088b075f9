import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice.tsx';
import { hrefOf } from '../location/use-location.ts';

/** A place that leads nowhere, and the way back to the library. */
export function NotFound({
  title,
  children,
}: {
  title: string;
  children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <main className="leaf">
      <Notice
        title={title}
        actions={
          <a className="button" href={hrefOf({ screen: 'library' })}>
            {t('issue.toLibrary')}
          </a>
        }
      >
        <p>{children}</p>
      </Notice>
    </main>
  );
}
