import type { UnitDraft } from './describe-units.ts';

const salutation = /^(?:编辑(?:同志|部|先生)|主笔先生|记者先生|尊敬的|敬启者|亲爱的).{0,12}[：，]/u;

/** Whether a text addresses the editors, as letters begin. */
export function isSalutation(plain: string): boolean {
  return salutation.test(plain);
}

/** The line right above a salutation tells who writes. */
export function settleLetterWriters(units: UnitDraft[]): void {
  units.forEach((unit, at) => {
    const isLine = unit.role === 'paragraph' && unit.plain.length <= 16;
    if (!isLine || !isSalutation(units[at + 1]?.plain ?? '')) return;
    if (/[，。；：！？]/u.test(unit.plain) || isSalutation(unit.plain)) return;
    const end = unit.plain.trimEnd().length;
    const start = /^[□■◎○●◇◆\s]*/u.exec(unit.plain)?.[0].length ?? 0;
    const people = [{ role: 'author', label: [start, start], name: [start, end] }] as const;
    Object.assign(unit, { role: 'byline', people, confidence: 0.8, openness: 0, orphanhood: -1 });
  });
}
