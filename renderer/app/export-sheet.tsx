import type { ReactElement } from 'react';
import { NoteText } from '../annotation/note-text.tsx';
import type { CitationStyle } from '../../archive/citation/citation-style.ts';
import { ExportDialog } from '../export/export-dialog.tsx';
import type { ExportScope } from '../export/export-choices.ts';
import type { Location } from '../location/location.ts';
import { mediaAddress } from '../reading/media-address.ts';

/** What is open, the narrowest first. */
function openScopes(location: Location): readonly ExportScope[] {
  if (location.screen !== 'article' && location.screen !== 'issue') return [];
  const { archiveId, issueId } = location;
  const issue: ExportScope = { kind: 'issue', archiveId, issueId };
  return location.screen === 'article'
    ? [{ kind: 'article', articleId: location.articleId }, issue]
    : [issue];
}

/** The export of the place that is open, or of everything. */
export function ExportSheet({
  location,
  template,
  onTemplate,
  citationStyle,
  onCitationStyle,
  onClose,
}: {
  location: Location;
  template: string | undefined;
  onTemplate: (template: string) => void;
  citationStyle: CitationStyle | undefined;
  onCitationStyle: (style: CitationStyle) => void;
  onClose: () => void;
}): ReactElement {
  return (
    <ExportDialog
      open={openScopes(location)}
      template={template}
      onTemplate={onTemplate}
      citationStyle={citationStyle}
      onCitationStyle={onCitationStyle}
      noteView={(note) => <NoteText note={note} />}
      mediaAddress={mediaAddress}
      onClose={onClose}
    />
  );
}
