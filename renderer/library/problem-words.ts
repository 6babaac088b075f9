import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { BagProblem } from '../../archive/model/bag-report.ts';
import { formatCount } from '../i18n/dates.ts';
import { zhHans } from '../i18n/locales/zh-hans.ts';
import type { ProblemText, WordedProblemCode } from '../i18n/problem-text.ts';

/** A problem of a bag, or one of the journal in the same form; its code may have no words yet. */
export type ReportedProblem = Omit<BagProblem, 'code'> & { readonly code: string };

export interface ProblemWords {
  /** What happened, without a full stop. */
  readonly what: string;
  /** The file inside the bag and the line; empty where the bag as a whole is meant. */
  readonly where: string;
  /** What to do, or what was kept. */
  readonly advice: string;
}

const longestShown = 300;

/** Names come from the file that is being judged: none may break or turn a line of the report. */
function visible(text: string): string {
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return shown.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

function isWorded(code: string): code is WordedProblemCode {
  return Object.hasOwn(zhHans.problems, code);
}

function isCounted(value: string | number): value is keyof typeof zhHans.refusal.counted {
  return Object.hasOwn(zhHans.refusal.counted, value);
}

function figure(name: string, value: string | number, t: TFunction): string {
  if (name === 'count' && isCounted(value)) return t(`refusal.counted.${value}`);
  if (typeof value === 'string') return visible(value);
  const formatted = formatCount(value);
  return /bytes(?:AtLeast)?$/i.test(name)
    ? t('refusal.bytes', { count: value, formatted })
    : formatted;
}

/** The sentence with its figures; null where the problem lacks one of them. */
function filled(sentence: string, details: BagProblem['details'], t: TFunction): string | null {
  const figures = new Map(
    Object.entries(details)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, figure(name, value, t)]),
  );
  const placeholder = /\{\{(\w+)\}\}/g;
  const isComplete = [...sentence.matchAll(placeholder)].every(([, name = '']) =>
    figures.has(name),
  );
  return isComplete
    ? sentence.replace(placeholder, (_, name: string) => figures.get(name) ?? '')
    : null;
}

function textOf(code: string, t: TFunction): ProblemText {
  if (!isWorded(code)) {
    const { what, advice } = t('refusal.unknown', { returnObjects: true, code: visible(code) });
    return { what, advice };
  }
  return t(`problems.${code}`, { returnObjects: true, skipInterpolation: true });
}

function place({ path, line }: ReportedProblem, t: TFunction): string {
  if (line === undefined) return visible(path);
  const lineWords = t('refusal.line', { line: formatCount(line) });
  return path === '' ? lineWords : t('refusal.place', { path: visible(path), line: lineWords });
}

/** A problem in the words of the catalogue that `t` reads, with as many figures as it brings. */
export function problemWords(problem: ReportedProblem, t: TFunction): ProblemWords {
  const { what, advice } = textOf(problem.code, t);
  const sentences = typeof what === 'string' ? [what] : what;
  const known = sentences
    .map((sentence) => filled(sentence, problem.details, t))
    .find((sentence) => sentence !== null);
  return { what: known ?? visible(problem.code), where: place(problem, t), advice };
}

/** The words for problems in the interface's language. */
export function useProblemWords(): (problem: ReportedProblem) => ProblemWords {
  const { t } = useTranslation();
  return (problem) => problemWords(problem, t);
}

/**
 * A report to be copied and sent on, as plain text: for people the words, for programs the code,
 * the severity and every detail as it was found. `at` is its date, now unless told otherwise.
 */
export function problemReport(
  problems: readonly ReportedProblem[],
  words: (problem: ReportedProblem) => ProblemWords,
  fileName: string,
  at: Date = new Date(),
): string {
  const entries = problems.map((problem, index) => {
    const { what, where, advice } = words(problem);
    const details = Object.entries(problem.details).map(
      ([name, value]) => `${name}: ${typeof value === 'string' ? visible(value) : value}`,
    );
    const lines = [where, advice, ...details].filter((line) => line !== '');
    return [
      `${index + 1}. ${what} [${problem.code}, ${problem.severity}]`,
      ...lines.map((line) => `   ${line}`),
    ].join('\n');
  });
  return `${[`${visible(fileName)}\n${at.toISOString()}`, ...entries].join('\n\n')}\n`;
}
