const uuidPrefix = 'urn:uuid:';

/** One part of the path; a stray surrogate, which no address can hold, becomes U+FFFD. */
export function addressSegment(text: string): string {
  const wellFormed = text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
    .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  const short = wellFormed.startsWith(uuidPrefix)
    ? wellFormed.slice(uuidPrefix.length)
    : wellFormed;
  return encodeURIComponent(short);
}

const scheme = 'guzhi://archive/';

/** What an address names; ids as the archive has them. */
export interface LinkedStory {
  readonly archiveId: string;
  readonly issueId: string;
  readonly page: string;
  readonly articleId: string;
}

/** Ids of archives and stories are UUIDs, which addresses give without their prefix. */
function wholeId(segment: string): string {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(segment)
    ? `${uuidPrefix}${segment}`
    : segment;
}

/** The story that an address names; null where it is no such address. */
export function readDeepLink(address: string): LinkedStory | null {
  if (address.slice(0, scheme.length).toLowerCase() !== scheme) return null;
  const path = address.slice(scheme.length).split(/[?#]/, 1)[0] ?? '';
  let parts: readonly string[];
  try {
    parts = path.replace(/\/$/, '').split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
  const [archiveId = '', issueId = '', page = '', articleId = ''] = parts;
  if (parts.length !== 4 || archiveId === '' || articleId === '') return null;
  return { archiveId: wholeId(archiveId), issueId, page, articleId: wholeId(articleId) };
}

/** The address of a story that opens it in the reader: `guzhi://archive/<id>/<issue>/<page>/<story>`. */
export function deepLink(
  archiveId: string,
  issueId: string,
  page: string,
  articleId: string,
): string {
  return `${scheme}${[archiveId, issueId, page, articleId].map(addressSegment).join('/')}`;
}
