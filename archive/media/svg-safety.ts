/** Elements that run, load or embed something, or can change a link while the picture is shown. */
const activeElement =
  /<(?:[^\s<>/:"'=]+:)?(?:script|handler|listener|foreignobject|iframe|embed|object|audio|video|set|animate\w*|discard)[\s/>]/iu;

const foreignMarkup = /<!doctype|<!entity|<\?(?!xml\s)|\bon[a-z]+\s*=|1999\/xhtml/iu;

/** In another encoding the same bytes may be other markup than what is looked at here. */
const otherEncoding = /^[^>]*\bencoding\s*=\s*["'](?!(?:utf-8|us-ascii)["'])/iu;

/** References may point into the picture itself or hold a picture, nothing else. */
const reference = /\b(?:xlink:)?(?:href|src)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/giu;
/** A backslash can spell any word of CSS in another way. */
const cssLoading = /@import|url\(\s*["']?(?!#)|image-set\(|\\/iu;

function decodeReferences(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});?/giu, (_, hex: string) => characterOf(parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/gu, (_, digits: string) => characterOf(Number(digits)));
}

function characterOf(codePoint: number): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd';
}

/**
 * True for an SVG that can neither run nor load anything. Errs on the side of refusing: a picture
 * that is only drawn has no need of what is looked for here.
 */
export function isPassiveSvg(text: string): boolean {
  if (text.includes('\0') || otherEncoding.test(text)) return false;
  for (const form of [text, decodeReferences(text)]) {
    if (activeElement.test(form) || foreignMarkup.test(form) || cssLoading.test(form)) return false;
    for (const [, quoted] of form.matchAll(reference)) {
      const target = (quoted ?? '').replace(/^["']|["']$/gu, '').trim();
      if (!/^(?:#|data:image\/(?:png|jpeg|gif|webp);)/iu.test(target)) return false;
    }
  }
  return true;
}
