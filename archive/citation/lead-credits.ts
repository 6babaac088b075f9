import { hasHan } from './clean-line.ts';
import type { PrintedCredits } from './credit.ts';
import { leadingRole, roleOf, trailingAuthor, trailingPhotographer } from './role-words.ts';
import { surnameLength } from './surnames.ts';

/**
 * The byline printed in brackets at the start of a story, after 本报讯 or a dateline or nothing:
 * 本报讯（记者 陶野 通讯员 卫犇）. Whatever departs from roles and names in there gives no one.
 */
const formula =
  /^[\s□■●○◆◇▲△★☆]*(?:(?:本[报報刊]|新[华華]社|中[新央]社)[^（(。！？；，\n]{0,20})?[（(]([^（）()]{4,80})[）)]/u;

const sentenceMarks = /[。！？；：“”「」『』《》〈〉…—\d]/u;
const hanName = /^\p{Script=Han}{2,4}$/u;
const dottedName = /^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,3}$/u;
/** Words that a sentence in brackets has and a name has not. */
const sentenceWord = /记者|記者|获悉|獲悉|日前|昨日|今日|近日|报道|報道|采访|採訪|讯|訊/u;

interface Group {
  /** The role words before the names. */
  readonly role: string;
  /** The work named before the role: 图 of 图/记者. */
  readonly work: string;
  /** Words after the names, e.g. 摄; what follows them is somebody else. */
  after: string;
  readonly names: string[];
}

function isName(text: string): boolean {
  if (hasHan(text))
    return (hanName.test(text) || dottedName.test(text)) && !sentenceWord.test(text);
  return /^\p{Lu}[\p{Letter}.'’-]*$/u.test(text);
}

/** Single characters that follow one another are one spaced-out name: 王 芳. */
function joinSpacedNames(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const isSingle = /^\p{Script=Han}$/u.test(word) && !/^[文图圖摄攝等译譯]$/u.test(word);
    if (isSingle && isOpen) joined.push(`${joined.pop() ?? ''}${word}`);
    else joined.push(word);
    isOpen = isSingle && !isOpen;
  }
  return joined;
}

const nobody: PrintedCredits = { credits: [], hasMore: false };

/** 文/记者 and 图/记者: the work before the role, with a slash between. */
const workBefore = /^(文|[图圖]|[图圖]文|文[图圖])[/／](?=.{2})/u;

/** Adds one word of the bracket to the groups; false where it is neither role nor name. */
function addWord(groups: Group[], printed: string): boolean {
  const current = groups.at(-1);
  if (
    current !== undefined &&
    (trailingAuthor.test(printed) || trailingPhotographer.test(printed))
  ) {
    current.after += printed;
    return true;
  }
  const work = workBefore.exec(printed)?.[1] ?? '';
  const word = work === '' ? printed : printed.slice(work.length + 1);
  const role = leadingRole(word);
  if (role !== '') {
    const attached = word.slice(role.length);
    if (attached !== '' && (surnameLength(attached) === 0 || !isName(attached))) return false;
    groups.push({ role, work, after: '', names: attached === '' ? [] : [attached] });
    return true;
  }
  if (current === undefined || !isName(word)) return false;
  if (current.after === '') current.names.push(word);
  else groups.push({ role: current.role, work: '', after: '', names: [word] });
  return true;
}

/** Reads the bracketed byline of a first paragraph; nobody where it is not one beyond doubt. */
export function leadCredits(paragraph: string): PrintedCredits {
  const inside = formula.exec(paragraph)?.[1];
  if (inside === undefined || sentenceMarks.test(inside)) return nobody;
  const words = inside.split(/[\s、，,]+/u).filter((word) => word !== '');
  const groups: Group[] = [];
  let hasMore = false;
  for (const printed of joinSpacedNames(words)) {
    const word = printed.length > 1 && printed.endsWith('等') ? printed.slice(0, -1) : printed;
    if (printed.endsWith('等')) hasMore = true;
    if (word !== '等' && !addWord(groups, word)) return nobody;
  }
  const credits = groups.flatMap(({ role, work, after, names }) => {
    const label = `${role}${work}${after}`;
    return names.map((name) => ({ name, role: roleOf(label), label }));
  });
  return { credits, hasMore };
}
