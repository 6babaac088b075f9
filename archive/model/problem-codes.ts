/**
 * `refuse`: the bag is not loaded. `skip`: one record is left out. `warn`: accepted as it is.
 * `neutralise`: accepted, and made harmless where it is shown or carried.
 */
export type ProblemSeverity = 'refuse' | 'skip' | 'warn' | 'neutralise';

/**
 * Every problem the check of a bag can name: how grave it is and which items of the list of bad
 * input (archive/README.md) it answers. The interface's catalogues explain each of them.
 */
interface ProblemKind {
  readonly severity: ProblemSeverity;
  /** Numbers of the list of bad input; empty where a rule of the format itself is broken. */
  readonly items: readonly number[];
}

const refuse = (...items: number[]): ProblemKind => ({ severity: 'refuse', items });
const skip = (...items: number[]): ProblemKind => ({ severity: 'skip', items });
const warn = (...items: number[]): ProblemKind => ({ severity: 'warn', items });
const neutralise = (...items: number[]): ProblemKind => ({ severity: 'neutralise', items });

export const problemKinds = {
  // The file and its container
  unreadable: refuse(56),
  'file-changed': refuse(57),
  'not-a-zip': refuse(3),
  truncated: refuse(1),
  'junk-before': refuse(2),
  'junk-after': refuse(2),
  'junk-between': refuse(2),
  'zip-comment': warn(2),
  'broken-zip64': refuse(5),
  'broken-directory': refuse(3, 9),
  encrypted: refuse(6),
  'unknown-method': refuse(7),
  'multi-disk': refuse(8),
  'lying-sizes': refuse(9),
  'headers-differ': refuse(9),
  'entry-times-differ': warn(9),
  'crc-mismatch': refuse(9),
  'broken-compression': refuse(9),
  'entries-overlap': refuse(22),
  'ratio-too-high': refuse(23),
  'absurd-counts': refuse(24),
  'too-large-for-disk': refuse(24),
  // Names of entries
  'name-climbs': refuse(13),
  'name-not-normal': refuse(13),
  'name-absolute': refuse(14),
  'name-backslash': refuse(15),
  'not-a-regular-file': refuse(16),
  'name-twice': refuse(17),
  'name-ambiguous': refuse(17),
  'names-collide': refuse(18),
  'name-reserved': neutralise(19),
  'name-control': refuse(20),
  'name-not-utf8': refuse(20),
  'name-too-long': refuse(21),
  'no-top-folder': refuse(),
  // Tag files and fixity
  'declaration-missing': refuse(12),
  'declaration-bom': refuse(26),
  'bad-declaration': refuse(),
  'bagit-version-unknown': refuse(38),
  'tag-encoding-unsupported': refuse(28),
  'tag-file-too-large': refuse(24),
  'tag-file-not-utf8': refuse(27),
  'bad-tag-line': refuse(),
  'manifest-missing': refuse(12),
  'fetch-file': refuse(25),
  'listed-twice': refuse(17),
  'odd-manifest-path': warn(),
  'tag-manifest-form': warn(),
  'system-file': warn(),
  'not-in-manifest': refuse(11),
  'missing-file': refuse(12),
  'oxum-mismatch': refuse(11, 12),
  'digest-mismatch': refuse(10),
  'media-damaged': warn(10),
  'unknown-payload-file': warn(11),
  'empty-folder': warn(11),
  // archive.json
  'bad-description': refuse(39),
  'format-too-new': refuse(38),
  'format-newer-minor': warn(38),
  'counts-differ': warn(24),
  // Text
  'byte-order-mark': neutralise(26),
  'invalid-utf8': skip(27),
  'too-much-invalid-utf8': refuse(27),
  'legacy-encoding': refuse(28),
  'control-characters': neutralise(29),
  'lone-surrogate': skip(30),
  'bidi-override': neutralise(31),
  'private-use': warn(32),
  'line-too-long': refuse(33),
  'too-deep': skip(35),
  'proto-key': neutralise(36),
  'bad-json': skip(39),
  // Records
  'duplicate-record': skip(37),
  'duplicate-differs': refuse(37),
  'newer-version': warn(37),
  'missing-field': skip(39),
  'wrong-field': skip(39),
  'unknown-block': neutralise(40),
  'unknown-value': neutralise(38),
  'impossible-date': skip(41),
  'odd-page-number': warn(42),
  'page-not-listed': warn(42),
  'media-missing': warn(43),
  'image-too-large': neutralise(44),
  'media-not-an-image': neutralise(45),
  'svg-with-script': neutralise(46),
  'unsafe-link': neutralise(48),
  'text-digest-mismatch': refuse(10),
  'unknown-issue': skip(39),
  'issue-date-differs': warn(),
  'continuation-missing': warn(),
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof problemKinds;
