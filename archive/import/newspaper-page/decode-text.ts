/** The encodings in which pages come; names as TextDecoder knows them. */
export type PageEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** Makes a decoder that replaces what it cannot read; `new TextDecoder(label)` fits. */
export type MakeDecoder = (encoding: PageEncoding) => { decode: (bytes: Uint8Array) => string };

export interface DecodedText {
  readonly text: string;
  readonly encoding: PageEncoding;
  /** 0 to 1; below 0.9 a person should look at it. */
  readonly confidence: number;
  /** The other readings that are not out of the question, likeliest first. */
  readonly alternatives: readonly {
    readonly encoding: PageEncoding;
    readonly confidence: number;
  }[];
}

const common = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里' +
    '用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实' +
    '日者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美' +
    '這個們來為國說時會對過發後裏種經麼學現當沒動點業將兩間問體無與長機實應戰頭進還開關從' +
    '，。、：；“”（）「」！？',
);

/**
 * Recognises UTF-8, UTF-16, GBK (as GB 18030) and Big5 from the bytes alone and decodes them. What
 * is read wrongly shows rare characters and replacement marks; right readings show common ones.
 */
export function decodeText(bytes: Uint8Array, makeDecoder: MakeDecoder): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) {
    const text = makeDecoder(marked)
      .decode(bytes)
      .replace(/^\ufeff/u, '');
    return { text, encoding: marked, confidence: 1, alternatives: [] };
  }
  const utf8 = makeDecoder('utf-8')
    .decode(bytes)
    .replace(/^\ufeff/u, '');
  const isAscii = bytes.every((byte) => byte < 0x80);
  const broken = utf8.match(/\ufffd/gu)?.length ?? 0;
  if (isAscii) return { text: utf8, encoding: 'utf-8', confidence: 1, alternatives: [] };
  const readings = (['gb18030', 'big5'] as const)
    .map((encoding) => {
      const text = makeDecoder(encoding).decode(bytes);
      return { encoding, text, share: plausibility(text) };
    })
    .sort((a, b) => b.share - a.share);
  // A few bad bytes in good UTF-8 are damage, not another encoding.
  const isUtf8 = broken === 0 || broken < utf8.length / 200;
  if (isUtf8) {
    const confidence = broken === 0 ? 0.99 : 0.85;
    return { text: utf8, encoding: 'utf-8', confidence, alternatives: [] };
  }
  const [best, second] = readings;
  if (!best || !second) return { text: utf8, encoding: 'utf-8', confidence: 0.1, alternatives: [] };
  const lead = best.share - Math.max(0, second.share);
  const confidence = best.share < 0.1 ? 0.2 : Math.max(0.3, Math.min(0.99, 0.55 + lead * 2.2));
  return {
    text: best.text,
    encoding: best.encoding,
    confidence,
    alternatives: [
      { encoding: second.encoding, confidence: Math.max(0, 1 - confidence) },
      { encoding: 'utf-8', confidence: 0 },
    ],
  };
}

function byteOrderMark(bytes: Uint8Array): PageEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Share of common characters among all that are not ASCII, less what cannot be text. */
function plausibility(text: string): number {
  let seen = 0;
  let usual = 0;
  let wrong = 0;
  for (const character of text.slice(0, 40_000)) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    seen++;
    if (common.has(character)) usual++;
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) wrong++;
  }
  return seen === 0 ? 0 : (usual - 3 * wrong) / seen;
}
