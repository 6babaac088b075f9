/** Where user data lives, snapshots, restoring and what the start found, in English. */
export const safetyEn = {
  safety: {
    title: 'Where my notes live',
    summary:
      'Notes, bookmarks and everything else you make stay on this computer; nothing is sent anywhere.',
    here: 'The folder',
    show: 'Show the folder',
    lastSaved: 'Last saved',
    neverSaved: 'Nothing has been made yet',
    held: 'Held',
    store: {
      annotations: 'Notes and highlights',
      bookmarks: 'Bookmarks',
      bookmarkFolders: 'Bookmark folders',
      glossary: 'Glossary',
      savedSearches: 'Saved searches',
      history: 'Places visited',
      positions: 'Reading positions',
      resume: 'Place to open',
      preferences: 'Settings',
    },
    counted: '{{store}}: {{formatted}}',
    nothing: 'Nothing yet',
    status: {
      saved: 'Saved',
      saving: 'Saving…',
      failed: 'Not saved',
      open: 'Where my notes live',
    },
    failedTitle: 'The last change was not saved',
    failedText:
      'What was saved before is unharmed. Free some space or check the folder’s permissions, then make the change again. The system said: {{reason}}',
    back: {
      up: 'Back up now',
      working: 'Backing up…',
      done: 'Backed up: {{time}}',
      failedTitle: 'The backup was not written',
      failedText:
        'Your notes are unharmed and earlier backups stay. Free some space or check the folder, then try again. The system said: {{reason}}',
    },
    second: {
      title: 'Second folder',
      none: 'None chosen. A folder on another disk or a stick also gets every backup.',
      choose: 'Choose a folder',
      change: 'Choose another',
      forget: 'Use none',
      failed:
        'The last backup could not be written there; the one on this computer was. The system said: {{reason}}',
    },
    take: {
      title: 'Take my notes with me',
      text: 'All you have made, in one file that any Guzhi takes in and any text editor opens.',
      button: 'Take my notes with me',
      working: 'Writing…',
      done: 'Written, read again and found the same: {{path}}',
      failed:
        'The file was not written whole: {{path}}. Your notes are still here, unharmed. Try another stick or folder. ({{reason}})',
      verification: 'what was read again differs from what was written',
      wipe: 'This is a shared computer: delete my notes here',
      wipeTitle: 'Delete your notes from this computer?',
      wipeText:
        'Your notes are in {{path}}, read again and found the same. Now {{count}} records and every backup in this profile are deleted here; settings and newspapers stay. This cannot be undone here: only the file brings them back. Backups in a second folder stay.',
      wipeConfirm: 'Delete them here',
      wipeKeep: 'Keep them here too',
      wiped:
        'Your notes and their backups are deleted from this computer. The file you took has them.',
      notTaken:
        'Something changed since the file was written, so nothing was deleted. Take your notes with you once more.',
      in: 'Take a file in',
    },
    snapshots: {
      title: 'Backups',
      text: 'Made every quarter of an hour when something changed, when the program ends, and before anything large. Kept: 12 days, 10 weeks, 9 months.',
      empty: 'No backup yet. The first is made as soon as something changes, or now.',
      made: 'Made',
      why: 'Why',
      holds: 'Holds',
      look: 'Look',
      lookAt: 'Look at the backup of {{time}}',
      damaged: 'This file cannot be read as a backup',
    },
    reason: {
      regular: 'Quarter of an hour',
      quit: 'When the program ended',
      asked: 'Asked for',
      'before-load': 'Before loading a newspaper',
      'before-restore': 'Before restoring',
      'before-upgrade': 'Before a new version',
      'before-compacting': 'Before tidying the journal',
      'taken-along': 'Taken along',
    },
    restore: {
      title: 'Restore from {{time}}',
      from: 'File: {{file}}',
      how: 'How',
      merge: 'Merge',
      mergeText: 'Adds what is missing here; of two versions the later stays. Removes nothing.',
      replace: 'Replace',
      replaceText: 'Leaves exactly what the backup holds. What is not in it is removed.',
      preview: 'What would happen',
      what: 'Kind',
      added: 'Added',
      changed: 'Changed',
      removed: 'Removed',
      same: 'Unchanged',
      nothing: 'Nothing would change: all of it is here already.',
      first: 'A backup of what is here now is made first.',
      go: 'Restore',
      working: 'Restoring…',
      cancel: 'Cancel',
      done: 'Restored.',
      undo: 'Undo',
      undone: 'Undone: everything is as it was before.',
      failedTitle: 'Nothing was restored',
      failedText: 'What is here is unharmed. The system said: {{reason}}',
    },
    problem: {
      title: 'This file cannot be taken in',
      unchanged: 'Nothing here was changed.',
      unreadable: 'It could not be read ({{reason}}). If it is on a stick, plug it in again.',
      damaged:
        'It is a file of notes, but it was changed or damaged after it was written: its checksum does not fit. Use another copy.',
      'no-snapshot':
        'It is no file of notes that Guzhi wrote. Choose one that ends in .guzhi.json.',
      newer: 'A later version of Guzhi wrote it. Install that version, then take the file in.',
      close: 'Close',
    },
  },
  startNotice: {
    title: 'What was found at this start',
    rebuilt: 'The database had lost notes or other records. It was filled again from the journal.',
    recreated:
      'The database could not be read. It was made anew, your notes from the journal, the newspapers from their files.',
    changed:
      'Some records in the database had changed by themselves. They were set right from the journal.',
    healed: 'The journal had lost entries. The backup of {{time}} held them, and they are back.',
    incomplete:
      'The journal had lost entries. What the database held was written to it again ({{count}} records).',
    incompleteBackup: 'The backup of {{time}} was used as well.',
    archives_one: 'The database had lost {{titles}}. It is being loaded again from its file.',
    archives_other:
      'The database had lost {{titles}}. They are being loaded again from their files.',
    filesGone:
      'The database had lost {{titles}}, and no file of it is in the library. Open its file again.',
    kept: 'Kept: {{list}}.',
    nothingKept: 'There were no notes or other records to keep.',
    close: 'Close',
  },
  startFailure: {
    title: 'The database cannot be opened',
    newerTitle: 'A later version of Guzhi wrote this profile',
    newerText:
      'This version cannot read it rightly and has changed nothing. Install the later version, or start with another folder (--profile).',
    text: 'Your notes are safe in the journal, in the file journal.ndjson of the profile. Free some space if the disk is full, end the program and start it again. If it happens again, give the words below to whoever helps you.',
    again: 'Try again',
  },
} as const;
