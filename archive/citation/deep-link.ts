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

/** The address of a story that opens it in the reader: `guzhi://archive/<id>/<issue>/<page>/<story>`. */
export function deepLink(
  archiveId: string,
  issueId: string,
  page: string,
  articleId: string,
): string {
  return `guzhi://archive/${[archiveId, issueId, page, articleId].map(addressSegment).join('/')}`;
}
