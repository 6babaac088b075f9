/** What the library knows of its files, in English. */
export const libraryEn = {
  fixity: {
    title: 'Fixity',
    lastVerified: 'Last verified',
    atLoad: '{{time}}, when it was loaded',
    files: 'Files compared',
    again: 'Verify again',
    againNote:
      'Compares every file with the manifest and reads every record; it can be read meanwhile.',
    running: 'Verifying {{title}}',
    done: '{{done}} of {{total}}',
    cancel: 'Cancel',
    busy: 'Another paper is being verified',
    changed: 'The file has changed',
    changedShort: 'Found {{date}}; see the details',
    changedText:
      'The library’s copy is no longer what was loaded. What you read was verified when it was loaded and is not affected, nor are your notes; pictures that do not match the manifest are not shown.',
    changedAdvice:
      'Open the file once more from where it came: it is verified and takes this copy’s place. If that happens again, have the disk checked.',
    openAgain: 'Open the file again',
    media: 'Pictures',
    counts: 'Holds',
    countsText: '{{issues}} issues, {{pages}} pages, {{articles}} stories, {{media}} pictures',
  },
  copying: {
    label: 'Copying {{name}} into the library',
    amount: '{{done}} of {{total}}',
    note: 'Afterwards the stick can be taken out',
    cancel: 'Cancel, leaving nothing behind',
    status: 'Copying {{name}} — {{percent}}',
  },
} as const;
