import type { ProblemTexts } from '../../problem-text.ts';
import { adviceEn as advice } from './advice-en.ts';

/** Problems of what a bag holds, its description, text and records, in English. */
export const recordProblemsEn = {
  // archive.json
  'bad-description': {
    what: [
      'In archive.json, {{field}} is missing or does not follow the format',
      'archive.json cannot be read or does not follow the format',
    ],
    advice: advice.remake,
  },
  'format-too-new': {
    what: [
      'The format of this newspaper is {{found}}; this version of Guzhi knows {{known}}',
      'The format of this newspaper is too new for this version of Guzhi',
    ],
    advice: 'Use a newer Guzhi to load it.',
  },
  'format-newer-minor': {
    what: [
      'The format of this newspaper is {{found}}, slightly newer than {{known}}, which this version of Guzhi knows',
      'The format of this newspaper is slightly newer than this version of Guzhi',
    ],
    advice: 'It does not hinder loading; what is new in it takes a newer Guzhi to show.',
  },
  'counts-differ': {
    what: [
      'The number of {{count}} that archive.json records is {{expected}}; found: {{found}}',
      'The numbers recorded in archive.json are not those found',
    ],
    advice:
      'What was found counts, and loading is not hindered; the provider may check whether anything was left out.',
  },
  // Text
  'byte-order-mark': {
    what: 'The file begins with a byte order mark (BOM)',
    advice: 'It is passed over in reading; the content is not affected.',
  },
  'invalid-utf8': {
    what: 'This record has bytes that are not UTF-8 and cannot be read as text',
    advice: advice.skipped,
  },
  'too-much-invalid-utf8': {
    what: [
      'Lines that are not UTF-8 and cannot be read as text: {{invalidLines}} of {{lines}} read',
      'This file is not UTF-8 and cannot be read as text',
    ],
    advice:
      'Ask the provider to check the encoding of the text, put it into UTF-8 and make the bag anew.',
  },
  'legacy-encoding': {
    what: [
      'The text is not UTF-8; it looks like {{encoding}}',
      'The text is not UTF-8; it looks like GBK or Big5',
    ],
    advice: 'Ask the provider to convert the text to UTF-8 and make the bag anew.',
  },
  'control-characters': {
    what: [
      'The text contains control characters ({{characters}})',
      'The text contains control characters',
    ],
    advice: 'The text is kept as it is; visible signs such as “␀” stand for them on screen.',
  },
  'lone-surrogate': {
    what: [
      'The text contains incomplete characters ({{characters}})',
      'The text contains incomplete characters',
    ],
    advice: advice.skipped,
  },
  'bidi-override': {
    what: [
      'The text contains characters that change the direction of writing ({{characters}})',
      'The text contains characters that change the direction of writing',
    ],
    advice: 'The text is kept as it is; on screen their effect ends with the passage they are in.',
  },
  'private-use': {
    what: [
      'The text contains private-use characters ({{characters}})',
      'The text contains private-use characters',
    ],
    advice: 'They are kept as they are; without a font that has them they may appear as boxes.',
  },
  'line-too-long': {
    what: [
      'This line is too long: at least {{foundAtLeast}} bytes; the limit is {{maxLineBytes}}',
      'This line is longer than the limit',
    ],
    advice: 'Ask the provider to put one record on each line and make the bag anew.',
  },
  'too-deep': {
    what: [
      'This record is nested more than {{maxDepth}} levels deep',
      'This record is nested too deeply',
    ],
    advice: advice.skipped,
  },
  'proto-key': {
    what: 'A member of the record is called “__proto__”, which may confuse programs',
    advice: 'This member was removed; everything else is kept as it is.',
  },
  'bad-json': { what: 'This line is not a complete JSON record', advice: advice.skipped },
  // Records
  'duplicate-record': {
    what: 'This record is the same as an earlier one',
    advice: 'Only the earlier one is used; no content is missing.',
  },
  'duplicate-differs': {
    what: [
      'Two different records have the same identifier without a higher version (first {{earlierVersion}}, here {{version}})',
      'Two different records have the same identifier without a higher version',
    ],
    advice:
      'Nothing tells which one is right: ask the provider to correct the identifier or the version and make the bag anew.',
  },
  'newer-version': {
    what: [
      'Two records have the same identifier; the version goes from {{earlierVersion}} to {{version}}',
      'Two records have the same identifier; the later one has the higher version',
    ],
    advice: 'The one with the higher version counts, and loading is not hindered.',
  },
  'missing-field': {
    what: ['The record lacks {{field}}, which is required', 'The record lacks a required field'],
    advice: advice.skipped,
  },
  'wrong-field': {
    what: [
      'The content of {{field}} in the record does not follow the format',
      'A field of the record does not follow the format',
    ],
    advice: advice.skipped,
  },
  'unknown-block': {
    what: [
      'The story has blocks of types that Guzhi does not know ({{types}}; number of blocks: {{blocks}})',
      'The story has blocks of types that Guzhi does not know',
    ],
    advice: 'Only their text is shown; the original stays in the bag unchanged.',
  },
  'unknown-value': {
    what: [
      '“{{found}}” is new in the format and unknown to this version of Guzhi; “{{taken}}” is shown in its place',
      'The newspaper says something here that this version of Guzhi does not know',
    ],
    advice: 'The text is not affected; a newer Guzhi knows what it means.',
  },
  'impossible-date': {
    what: [
      'The date {{found}} does not exist or is not written as dates are',
      'A date does not exist or is not written as dates are',
    ],
    advice: advice.skipped,
  },
  'odd-page-number': {
    what: ['The page number “{{found}}” is unusual', 'The page number is unusual'],
    advice: 'It is kept and shown as it is.',
  },
  'page-not-listed': {
    what: [
      'The page of this story, “{{found}}”, is not among the pages of its issue',
      'The page of this story is not among the pages of its issue',
    ],
    advice: 'The story is not lost; its page comes after the other pages of the issue.',
  },
  'media-missing': {
    what: [
      'The record refers to the picture {{media}}, which the bag lacks',
      'The record refers to a picture that the bag lacks',
    ],
    advice:
      'The text is not affected; where the picture should be, a note says that it is not there.',
  },
  'image-too-large': {
    what: [
      'The picture has {{width}} × {{height}} pixels, more than 100 megapixels',
      'The picture has more than 100 megapixels',
    ],
    advice: advice.notShown,
  },
  'media-not-an-image': {
    what: 'This file should be a picture, but its content is none that Guzhi knows',
    advice: advice.notShown,
  },
  'svg-with-script': {
    what: 'This SVG picture contains scripts or outside content, or is too large to check',
    advice: advice.notShown,
  },
  'unsafe-link': {
    what: [
      'There are unsafe links, such as to scripts or files of this computer (number: {{dropped}})',
      'There are unsafe links, such as to scripts or files of this computer',
    ],
    advice: 'These links were removed; the text of the stories is not affected.',
  },
  'text-digest-mismatch': {
    what: 'The text of the story does not match the digest it carries',
    advice: 'It may have been altered: ask the provider to check it and make the bag anew.',
  },
  'unknown-issue': {
    what: [
      'The issue this story belongs to, “{{issue}}”, was not found',
      'The issue this story belongs to was not found',
    ],
    advice: advice.skipped,
  },
  'issue-date-differs': {
    what: [
      'The date of this story is {{found}}, that of its issue {{expected}}',
      'The date of this story is not that of its issue',
    ],
    advice: 'It does not hinder loading; the story stays with its issue.',
  },
  'continuation-missing': {
    what: 'The story goes on from or to another page, but its other part is not in the bag',
    advice: 'The part that is there is not affected; only the way to the other part is missing.',
  },
} satisfies Partial<ProblemTexts>;
