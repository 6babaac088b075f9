import type { ReactElement } from 'react';
import { PageImage } from '../reading/page-image.tsx';
import type { IssueData } from './issue-data.ts';

/** The image of the page that is open; begins anew with every page. */
export function PageImageOf({
  data,
  onClose,
}: {
  data: IssueData;
  onClose: () => void;
}): ReactElement {
  const { archive, issue, page } = data;
  return (
    <PageImage
      key={`${issue.key}/${page.number}`}
      bagId={archive.bagId}
      facsimile={page.facsimile}
      page={page.number}
      onClose={onClose}
    />
  );
}
