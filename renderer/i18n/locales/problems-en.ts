import type { ProblemTexts } from '../problem-text.ts';
import { adviceEn as advice } from './problems/advice-en.ts';
import { containerProblemsEn } from './problems/container-en.ts';
import { recordProblemsEn } from './problems/records-en.ts';

/** Problems of bags and of the journal, in English. */
export const problemsEn = {
  ...containerProblemsEn,
  // Tag files and fixity
  'declaration-missing': {
    what: 'The bag lacks its declaration, bagit.txt',
    advice:
      'This may be an ordinary ZIP, so check which file was chosen; if it is a newspaper, ask the provider to make it anew.',
  },
  'declaration-bom': {
    what: 'bagit.txt begins with a byte order mark (BOM), which the standard forbids',
    advice: 'Ask the provider to save it as UTF-8 without BOM and make the bag anew.',
  },
  'bad-declaration': {
    what: 'This line of bagit.txt does not follow the standard',
    advice: advice.remake,
  },
  'bagit-version-unknown': {
    what: [
      'The bag declares BagIt version {{found}}; Guzhi supports 1.0 only',
      'The bag declares a BagIt version that Guzhi does not support',
    ],
    advice: 'Ask the provider to make the bag anew by BagIt 1.0.',
  },
  'tag-encoding-unsupported': {
    what: [
      'The bag declares its tag files to be in {{found}}; Guzhi supports UTF-8 only',
      'The bag declares an encoding that Guzhi does not support',
    ],
    advice: 'Ask the provider to make the bag anew in UTF-8.',
  },
  'tag-file-too-large': {
    what: [
      'This tag file has {{bytes}}; the limit is {{maxBytes}}',
      'This tag file is longer than the limit',
    ],
    advice: advice.remake,
  },
  'tag-file-not-utf8': {
    what: [
      'The text of this file is not in the encoding it declares, {{encoding}}',
      'The text of this file is not in the encoding it declares',
    ],
    advice: 'Ask the provider to save this file in UTF-8 and make the bag anew.',
  },
  'bad-tag-line': {
    what: 'This line does not follow the standard and cannot be understood',
    advice: advice.remake,
  },
  'manifest-missing': {
    what: 'The bag lacks this manifest, so it cannot be verified',
    advice: advice.askForWhole,
  },
  'fetch-file': {
    what: 'The bag has a fetch.txt: part of its content would have to come from the network',
    advice:
      'Guzhi stays offline: ask the provider to put all content into the bag and make it anew.',
  },
  'listed-twice': {
    what: ['The manifest lists “{{listed}}” twice', 'The manifest lists a file twice'],
    advice: advice.remake,
  },
  'odd-manifest-path': {
    what: 'In this line of the manifest a needless “*” or “./” stands before the path',
    advice:
      'It hinders neither verifying nor loading; the provider may leave it out the next time.',
  },
  'tag-manifest-form': {
    what: 'The lines of this manifest are not in the order of the paths, or not ended alike',
    advice:
      'No digest covers this file, so every unusual form is reported. What it lists matches; loading is not hindered.',
  },
  'system-file': {
    what: 'The bag includes a file that an operating system made by itself',
    advice: 'The newspaper is not affected; the provider may leave it out the next time.',
  },
  'not-in-manifest': {
    what: [
      'The bag has this file, but the manifest {{manifest}} does not list it',
      'The bag has this file, but no manifest lists it',
    ],
    advice:
      'It may have been added afterwards: ask the provider to look into it and make the bag anew.',
  },
  'missing-file': {
    what: [
      'The manifest {{manifest}} lists this file, but the bag does not have it',
      'The bag lacks this file',
    ],
    advice: advice.askForWhole,
  },
  'oxum-mismatch': {
    what: [
      'The bytes and files of the content differ: expected {{expected}}, found {{found}}',
      'The bytes and files of the content are not those that bag-info.txt records',
    ],
    advice: advice.askForWhole,
  },
  'digest-mismatch': {
    what: [
      'The content of this file does not match its digest in {{manifest}}',
      'The content of this file does not match its digest in the manifest',
    ],
    advice: advice.copyAgain,
  },
  'media-damaged': {
    what: 'This picture is damaged: it does not match what the bag records of it',
    advice:
      'The text is not affected and the damaged picture is not shown; the provider may have a sound one.',
  },
  'empty-folder': {
    what: 'A folder in which there is no file; nothing lists it',
    advice: 'It holds nothing and does not hinder loading.',
  },
  'unknown-payload-file': {
    what: 'The manifest lists this file, but the format gives it no purpose',
    advice: 'It stays in the bag, is not shown, and does not hinder loading.',
  },
  ...recordProblemsEn,
  // The journal
  'torn-end': {
    what: [
      'The end of the journal was not written completely (length in bytes: {{amount}})',
      'The end of the journal was not written completely',
    ],
    advice:
      'The power probably failed the last time; this stretch was set aside in the data folder, and the journal before it stays in use.',
  },
  'damaged-line': {
    what: [
      'A line of the journal cannot be read (length in bytes: {{amount}})',
      'A line of the journal cannot be read',
    ],
    advice: 'The change it recorded cannot be restored from the journal; the others stay in use.',
  },
  'missing-entries': {
    what: [
      'Entries are missing from the journal before this line: {{amount}}',
      'Entries are missing from the journal before this line',
    ],
    advice: 'The missing changes cannot be restored from the journal; the others stay in use.',
  },
} satisfies ProblemTexts;
