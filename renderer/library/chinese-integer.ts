const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const tens: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 };

/** The characters of Chinese numerals in simplified script, for a regular expression's class. */
export const numeralCharacters = '〇零一二两三四五六七八九十百廿卅卌元';

/**
 * The number that Arabic or Chinese numerals name: 12, 十二, 廿二, 一九八三, 一百零三, and 元 for 1.
 * Null for anything else.
 */
export function integerOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '元') return 1;
  const characters = Array.from(text);
  if (characters.length === 0) return null;
  if (characters.every((character) => character in digits)) {
    return characters.reduce((sum, character) => sum * 10 + (digits[character] ?? 0), 0);
  }
  let sum = 0;
  let digit: number | null = null;
  for (const character of characters) {
    const unit = character === '十' ? 10 : character === '百' ? 100 : 0;
    if (unit > 0) {
      // 十二 leaves out the one before ten; 百 never does.
      if (digit === null && (unit === 100 || sum % 100 !== 0)) return null;
      sum += (digit ?? 1) * unit;
      digit = null;
    } else if (character in tens) {
      if (digit !== null) return null;
      sum += tens[character] ?? 0;
    } else if (character in digits) {
      if (digit !== null && digit !== 0) return null;
      digit = digits[character] ?? 0;
    } else {
      return null;
    }
  }
  return sum + (digit ?? 0);
}
