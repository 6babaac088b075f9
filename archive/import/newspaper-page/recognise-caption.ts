/** A caption and its credit, by places in the folded text. */
export interface FoundCaption {
  readonly caption: readonly [number, number];
  readonly credit: readonly [number, number];
  /** 0 to 1: how surely these are the words of a picture. */
  readonly strength: number;
}

const name = '[\\u3400-\\u9fff]{1,4}(?:[ 、，][\\u3400-\\u9fff]{1,4}){0,3}';
const agency = '[\\u3400-\\u9fffA-Za-z]{2,14}';
const creditForms: readonly string[] = [
  `(?:(?:本报|新华社|中新社|${agency})?(?:首席|特约|见习|实习)?(?:摄影)?(?:记者|通讯员|实习生|读者)\\s?)?${name}\\s?(?:[/]\\s?)?(?:摄影报道|摄影|摄制|摄|拍摄|供图|提供|制图|绘制|绘图|绘|图|翻拍)(?:\\s?[/]\\s?${agency}|\\s?（?资料(?:图片|照片)?）?)?`,
  `(?:图片?|照片|图表|资料)?(?:来源|由)[：\\s]?${agency}(?:供图|提供)?`,
  `(?:摄影|图片|图|制图|供图|绘图)[：/]\\s?(?:本报|新华社)?(?:记者|通讯员)?\\s?${name}`,
  `(?:${agency})?(?:供图|提供图片|发布|制图|制版|铜版部制)`,
  `(?:本报|新华社|中新社)?(?:资料|档案)(?:图片|照片|图|片)`,
  `新华社(?:记者|发)?\\s?(?:${name})?(?:\\s?摄|发|照片)?`,
  `(?:本报|新华社|${agency})记者\\s?${name}\\s?(?:摄|/摄|图)`,
];
const credits = creditForms.map((form) => new RegExp(`^(?:${form})$`, 'u'));
const manyCredits = new RegExp(
  `^(?:${creditForms.slice(0, 4).join('|')})(?:\\s(?:${creditForms.slice(0, 5).join('|')}))?$`,
  'u',
);

const opening =
  /^(?:[▲△▼▽◀◁▶▷↑↓←→]|(?:上|下|左|右|题|小|大|本)图|图(?:为|示|[①-⑩一二三四五六1-9]|说|片说明|表)|照片(?:为|说明)|配图|资料图)/u;

/** Whether the text as a whole is a credit such as 记者 甲 摄/乙. */
export function isCredit(plain: string): boolean {
  const bare = plain
    .trim()
    .replace(/^[（(]\s?|\s?[）)]$/gu, '')
    .trim();
  if (bare.length < 3 || bare.length > 40 || /[。！？；]/u.test(bare)) return false;
  return credits.some((form) => form.test(bare)) || manyCredits.test(bare);
}

/** Caption and credit of a block; null where it shows no sign of one. */
export function recogniseCaption(plain: string, isBesideImage: boolean): FoundCaption | null {
  const length = plain.length;
  if (length === 0 || length > 260) return null;
  if (isCredit(plain)) return { caption: [0, 0], credit: [0, length], strength: 0.95 };
  const tailStart = creditStart(plain);
  const hasOpening = opening.test(plain);
  const saysPicture = /(?:^|[。，；\s])(?:左|右|上|下)?图(?:为|①)/u.test(plain);
  if (tailStart !== null) {
    const isShort = length <= 160;
    const isDated = /^\s?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日/u.test(plain);
    const bracketed = plain.charAt(tailStart) === '（';
    const isSignature =
      bracketed &&
      /记者|通讯员/u.test(plain.slice(tailStart)) &&
      !/摄|图/u.test(plain.slice(tailStart));
    const strength = isSignature
      ? 0
      : hasOpening || saysPicture || isBesideImage
        ? 0.97
        : isDated && isShort
          ? 0.92
          : isShort
            ? 0.85
            : 0.4;
    if (strength > 0) {
      let end = tailStart;
      while (end > 0 && plain.charAt(end - 1) === ' ') end--;
      return { caption: [0, end], credit: [tailStart, length], strength };
    }
  }
  if (hasOpening && length <= 160) {
    return { caption: [0, length], credit: [length, length], strength: 0.9 };
  }
  if (saysPicture && length <= 160) {
    return { caption: [0, length], credit: [length, length], strength: 0.75 };
  }
  if (isBesideImage && length <= 70) {
    const isSentence = /[，。]/u.test(plain);
    return { caption: [0, length], credit: [length, length], strength: isSentence ? 0.45 : 0.5 };
  }
  return null;
}

/** Where a credit at the end of the text begins. */
function creditStart(plain: string): number | null {
  if (
    !/(?:摄|摄影|图|供|发|绘|制|片|报道|提供|照片|[\u3400-\u9fff]{2,8})\s?[）)]?\s*$/u.test(plain)
  )
    return null;
  const bracket = /（[^（）]{2,30}）\s*$/u.exec(plain);
  if (bracket && bracket.index > 3 && isCredit(plain.slice(bracket.index))) return bracket.index;
  const from = Math.max(4, plain.length - 34);
  for (let at = from; at < plain.length - 2; at++) {
    if (!/[\s。！？”]/u.test(plain.charAt(at - 1)) || plain.charAt(at) === ' ') continue;
    const tail = plain.slice(at).replace(/[。]\s*$/u, '');
    if (isCredit(tail) && /摄|图|供|片|绘|制|新华社|视觉/u.test(tail)) return at;
  }
  return null;
}

/**
 * A caption printed into the run of a paragraph: 图为… up to and with its credit. Places of its
 * first and behind its last character; null where none is sure.
 */
export function findInlineCaption(plain: string): readonly [number, number] | null {
  const found =
    /[（(]?(?:[上下左右]?图(?:为|[①-⑨])|▲|△)[^。！？（）]{4,80}?[。]?\s?[（(]?(?:本报|新华社)?(?:首席)?(?:摄影)?(?:记者|通讯员)\s?[\u3400-\u9fff]{2,4}\s?(?:摄影|摄|供图)(?:\/[\u3400-\u9fff]{2,8})?[）)]?/u.exec(
      plain,
    );
  if (!found || found.index === 0) return null;
  const end = found.index + found[0].length;
  return end >= plain.length ? null : [found.index, end];
}
