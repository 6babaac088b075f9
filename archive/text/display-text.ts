/**
 * The text as it may be shown: control characters become visible pictures of themselves
 * (U+2400–2421) and stray surrogates U+FFFD, one UTF-16 unit for one, so that every offset stays.
 * Line feeds and tabs pass. What is stored and quoted is untouched.
 */
export function displayText(sourceText: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  if (!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/.test(sourceText)) return sourceText;
  return sourceText
    .replace(
      // eslint-disable-next-line no-control-regex -- as above
      /[\u0000-\u0008\u000b-\u001f]/g,
      (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)),
    )
    .replace(/\u007f/g, '\u2421')
    .replace(/[\u0080-\u009f]/g, '\u2426')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
    .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
