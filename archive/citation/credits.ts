import type { Article } from '../model/article.ts';
import { cleanLine, hasHan } from './clean-line.ts';
import type { Credit, PrintedCredits } from './credit.ts';
import { leadCredits } from './lead-credits.ts';
import { isAuthorRole, leadingRole, roleOf } from './role-words.ts';
import { surnameLength } from './surnames.ts';

type CreditedArticle = Pick<Article, 'byline' | 'body'>;

const notAName = /^(?:本[报報刊][讯訊]?|[讯訊]|佚名|不詳|不详|未署名)$/u;

/** Several people in one field: apart by 、 or ，, or by spaces where every part is a short name. */
function splitNames(text: string): readonly string[] {
  if (!hasHan(text)) return [text];
  const parts = text.split(/[、，,;；]+/u).filter((part) => part.trim() !== '');
  return parts.flatMap((part) => {
    const words = part.trim().split(/[\s\u3000]+/u);
    if (words.every((word) => /^\p{Script=Han}{2,4}$/u.test(word))) return words;
    // 王　芳: characters apart, to align the column.
    return [part.trim().replace(/(?<=\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu, '')];
  });
}

/** A name without the role words that stand before it; unchanged where they may be part of it. */
function withoutRole(text: string): { readonly name: string; readonly role: string } {
  const role = leadingRole(text);
  const rest = text.slice(role.length);
  const isApart = rest === '' || /^[\s\u3000：:]/u.test(rest);
  if (role === '' || !(isApart || surnameLength(rest) > 0)) return { name: text, role: '' };
  return { name: rest.replace(/^[\s\u3000：:]+/u, ''), role };
}

function bylineCredits(byline: Article['byline']): PrintedCredits {
  let hasMore = false;
  const credits = byline.flatMap((person): readonly Credit[] => {
    const label = cleanLine(person.label);
    const { name: rest, role } = withoutRole(cleanLine(person.name));
    return splitNames(rest).flatMap((printed) => {
      const hasEtc = /^\p{Script=Han}{2,}等$/u.test(printed);
      if (hasEtc) hasMore = true;
      const name = hasEtc ? printed.slice(0, -1) : printed;
      if (name === '' || notAName.test(name)) return [];
      return [
        {
          name,
          role: person.role === 'other' && role !== '' ? roleOf(role) : person.role,
          label: label === '' ? role : label,
        },
      ];
    });
  });
  return { credits, hasMore };
}

/**
 * Everyone the story names as its makers: the byline, and where that names no author, the
 * bracketed byline at the start of the first paragraph.
 */
export function creditsOf(article: CreditedArticle): PrintedCredits {
  const byline = bylineCredits(article.byline);
  if (byline.credits.some(({ role, label }) => isAuthorRole(role, label))) return byline;
  const first = article.body.find((block) => block.type === 'paragraph');
  const lead = first === undefined ? null : leadCredits(first.text);
  if (lead === null || lead.credits.length === 0) return byline;
  return { credits: [...byline.credits, ...lead.credits], hasMore: lead.hasMore };
}

/** The authors of a story in the order of print, each once; photographers and editors are none. */
export function authorsOf(article: CreditedArticle): readonly Credit[] {
  const seen = new Set<string>();
  return creditsOf(article).credits.filter(({ name, role, label }) => {
    if (!isAuthorRole(role, label) || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
