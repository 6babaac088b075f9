import type { ProblemTexts } from '../../problem-text.ts';
import { adviceEn as advice } from './advice-en.ts';

/** Problems of a bag's file, its container and the names in it, in English. */
export const containerProblemsEn = {
  // The file and its container
  unreadable: {
    what: [
      'The system cannot read this file ({{error}})',
      'The system could not read or copy this file ({{reason}})',
      'The system cannot read this file',
    ],
    advice:
      'Make sure that it is a file and not a folder, that the USB stick is still connected, the disk is not full and you may read the file, then try again.',
  },
  'file-changed': {
    what: [
      'The file was changed while it was being read: {{expectedBytes}} at first, {{foundBytes}} later',
      'The file was changed while it was being read',
    ],
    advice:
      'Wait until copying or syncing has ended and no other program writes to the file, then load it again.',
  },
  'not-a-zip': {
    what: [
      'This is not a newspaper bag: in its {{fileBytes}} there is no ZIP structure',
      'This is not a newspaper bag',
    ],
    advice:
      'Check which file was chosen; a web page, picture or document cannot be loaded under another extension.',
  },
  truncated: {
    what: [
      'The end of the file is missing, {{missingBytes}}: expected {{expectedBytes}}, found {{fileBytes}}',
      'The file is incomplete: {{missingBytes}} missing',
      'The file is incomplete: at least {{missingBytesAtLeast}} missing',
      'The file is incomplete',
    ],
    advice: 'Copying was probably interrupted: copy it again from where it came, then load it.',
  },
  'junk-before': {
    what: [
      'The file holds {{junkBytes}} that do not belong to the bag, usually at its start',
      'The file holds something that does not belong to the bag',
    ],
    advice: advice.copyAgain,
  },
  'junk-after': {
    what: [
      'The bag is followed by {{junkBytes}} that do not belong to it',
      'The bag is followed by something that does not belong to it',
    ],
    advice: advice.copyAgain,
  },
  'junk-between': {
    what: [
      'After this entry come {{junkBytes}} that the directory does not mention',
      'The bag holds something that its directory does not mention',
    ],
    advice: advice.distrust,
  },
  'zip-comment': {
    what: 'The ZIP carries a comment, which no digest covers',
    advice:
      'Nothing of it is read and the newspaper is not affected; the provider may leave it out the next time.',
  },
  'broken-zip64': {
    what: 'The directory of the bag is damaged: its part for large files (zip64) is missing or contradicts itself',
    advice: advice.copyAgain,
  },
  'broken-directory': {
    what: [
      'The directory of the bag is damaged: expected length {{expected}}, found {{found}} (in bytes)',
      'The directory of the bag is damaged, so its contents cannot be read',
    ],
    advice: advice.copyAgain,
  },
  encrypted: {
    what: 'The contents of the bag are locked with a password',
    advice: 'Ask the provider to make the bag anew without a password.',
  },
  'unknown-method': {
    what: [
      'This entry uses a compression method that Guzhi does not support (number {{method}})',
      'This entry uses a compression method that Guzhi does not support',
    ],
    advice:
      'Ask the provider to make the bag anew with the usual method, Deflate, or without compression.',
  },
  'multi-disk': {
    what: 'This is one part of a ZIP that was split into several files',
    advice: 'Ask the provider for the bag in one undivided file.',
  },
  'lying-sizes': {
    what: [
      'The length of this entry is not what was recorded: expected {{expected}}, found {{found}} (in bytes)',
      'The length of this entry is not what was recorded: expected {{expected}}, found at least {{foundAtLeast}} (in bytes)',
      'The length of this entry is not what was recorded',
    ],
    advice: advice.copyAgain,
  },
  'headers-differ': {
    what: 'The bag records this entry in two places that contradict each other',
    advice: advice.distrust,
  },
  'entry-times-differ': {
    what: 'The bag records two different times for this entry',
    advice: 'Guzhi uses neither; the content has been checked and is not affected.',
  },
  'crc-mismatch': {
    what: [
      'This entry is damaged: expected checksum {{expected}}, found {{found}}',
      'This entry is damaged: its checksum does not match',
    ],
    advice: advice.copyAgain,
  },
  'broken-compression': {
    what: 'The compressed data of this entry is damaged and cannot be unpacked',
    advice: advice.copyAgain,
  },
  'entries-overlap': {
    what: [
      'This entry and what follows it share {{overlapBytes}}',
      'This entry overlaps with what follows it',
    ],
    advice: advice.distrust,
  },
  'ratio-too-high': {
    what: [
      'This entry takes {{compressedBytes}} but unpacks to {{bytes}}',
      'This entry unpacks to an implausible size',
    ],
    advice:
      'Such a file can fill the disk: do not use it, and ask the provider where it came from.',
  },
  'absurd-counts': {
    what: [
      'The bag claims {{entries}} entries in a directory of {{directoryBytes}}, which is implausible',
      'The number of {{count}} that archive.json claims, {{claimed}}, is more than the content can hold',
      'The bag claims implausible numbers',
    ],
    advice: advice.askForWhole,
  },
  'too-large-for-disk': {
    what: [
      'Too little space: {{freeBytes}} free, {{neededBytes}} needed for loading',
      'Loading ran out of space; {{freeBytes}} are free now',
      'Too little space for this newspaper',
    ],
    advice:
      'Free some space on the disk, or remove newspapers you no longer need from the library: loading takes about three times the size of the file, at least 500 MB.',
  },
  // Names of entries
  'name-climbs': {
    what: [
      'The path “{{found}}” leads out of the bag, or to a place in it where it must not',
      'A path leads out of the bag, or to a place in it where it must not',
    ],
    advice: advice.distrust,
  },
  'name-not-normal': {
    what: 'A path is not in its plain form: it has an empty part or the part “.”',
    advice: advice.remake,
  },
  'name-absolute': {
    what: 'A path begins at the root of a disk and so leads out of the bag',
    advice: advice.distrust,
  },
  'name-backslash': {
    what: 'A path contains the backslash “\\”',
    advice: 'Ask the provider to make the bag anew with “/” between folders.',
  },
  'not-a-regular-file': {
    what: 'This entry is not a regular file but a link, a device or the like',
    advice: 'Ask the provider to make the bag anew with the file itself in its place.',
  },
  'name-twice': { what: 'Two entries of the bag have the same name', advice: advice.remake },
  'name-ambiguous': {
    what: ['This entry has two names; the other is “{{other}}”', 'This entry has two names'],
    advice: advice.remake,
  },
  'names-collide': {
    what: [
      'On some computers this has the same name as “{{other}}”',
      'On some computers two entries have the same name',
    ],
    advice: 'Ask the provider to rename one of the two and make the bag anew.',
  },
  'name-reserved': {
    what: 'This name cannot be used on Windows',
    advice:
      'The content is not affected; where it is written to a file, the name becomes one that every system can use.',
  },
  'name-control': {
    what: 'The name contains a line break or other invisible characters',
    advice: advice.remake,
  },
  'name-not-utf8': {
    what: 'The name is not in UTF-8',
    advice: 'Ask the provider to make the bag anew with names in UTF-8.',
  },
  'name-too-long': {
    what: [
      'The name is too long: {{bytes}} in all, {{longestPartBytes}} in its longest part',
      'The name is too long',
    ],
    advice:
      'Ask the provider to shorten it to at most 1 000 bytes in all and 255 bytes in each part.',
  },
  'no-top-folder': {
    what: 'The files of the bag do not lie in one folder',
    advice: 'Ask the provider to put all of them into one top folder and make the bag anew.',
  },
} satisfies Partial<ProblemTexts>;
