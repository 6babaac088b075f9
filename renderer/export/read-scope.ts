import type { ExportScope } from './export-choices.ts';
import { inkOf } from './ink-of.ts';

/** `all`, `story:ID`, `issue:ID`, `tag:X` or `ink:NAME`; null for anything else. */
export function readScope(words: string): ExportScope | null {
  const [, kind = '', value = ''] = /^(all|story|issue|tag|ink)(?::(.+))?$/s.exec(words) ?? [];
  if (kind === 'all') return value === '' ? { kind: 'all' } : null;
  if (value === '') return null;
  switch (kind) {
    case 'story':
      return { kind: 'article', articleId: value };
    case 'issue':
      return { kind: 'issue', issueId: value };
    case 'tag':
      return { kind: 'tag', tag: value };
    case 'ink': {
      const ink = inkOf(value);
      return ink === null ? null : { kind: 'ink', ink };
    }
    default:
      return null;
  }
}
