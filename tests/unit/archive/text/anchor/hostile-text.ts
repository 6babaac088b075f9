import * as fc from 'fast-check';

const unit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Array.from('的一是不了澜江渡口，。“”　\nab12')) },
  { weight: 2, arbitrary: fc.constantFrom('𠮷', '𩽾', '😀', '後', 'ｶ') },
  { weight: 1, arbitrary: fc.constantFrom('\ud842', '\udfb7', '\0', '\u202e', '\ufeff') },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((u) => String.fromCharCode(u)) },
);

/** Texts with surrogate pairs, halves of them, controls and many repetitions. */
export const hostileText = fc.array(unit, { maxLength: 120 }).map((units) => units.join(''));

/** Whether an offset stands between the halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return (
    /[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset))
  );
}
