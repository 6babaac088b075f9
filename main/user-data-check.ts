import type { UserDataChange, UserDataStore } from '../archive/model/user-data.ts';

/** Each store's member that repeats the key, and members without which nothing can be shown. */
const stores: Readonly<
  Record<UserDataStore, { readonly key: string | null; readonly needs: readonly string[] }>
> = {
  preferences: { key: null, needs: [] },
  history: { key: 'at', needs: ['place', 'title'] },
  positions: { key: 'articleId', needs: ['codePoint'] },
  resume: { key: null, needs: ['place'] },
  annotations: {
    key: 'id',
    needs: ['target', 'motivations', 'note', 'tags', 'created', 'modified', 'ext'],
  },
  bookmarks: { key: 'id', needs: ['target', 'title', 'folderId', 'created', 'modified'] },
  bookmarkFolders: { key: 'id', needs: ['name', 'created'] },
  glossary: { key: 'id', needs: ['scope', 'source', 'target'] },
  savedSearches: { key: 'id', needs: ['name', 'place'] },
};

const longestKey = 1_024;
const largestValue = 1 << 20;

export function isUserDataStore(value: unknown): value is UserDataStore {
  return typeof value === 'string' && Object.hasOwn(stores, value);
}

/** What is wrong with a change; null where it may go into the journal. */
function changeProblem(change: unknown): string | null {
  if (typeof change !== 'object' || change === null) return 'A change is an object';
  const { store, key, value } = change as Partial<Record<keyof UserDataChange, unknown>>;
  if (!isUserDataStore(store)) return 'A change names no store of user data';
  if (typeof key !== 'string' || key === '' || key.length > longestKey) {
    return `A change of ${store} has no fitting key`;
  }
  if (value === undefined || JSON.stringify(value).length > largestValue) {
    return `The value of ${store} ${key} does not fit the journal`;
  }
  return null;
}

/** What is wrong with a change that another program may have made; null where it can be shown. */
export function userDataProblem(change: {
  readonly store: UserDataStore;
  readonly key: unknown;
  readonly value: unknown;
}): string | null {
  const problem = changeProblem(change);
  if (problem !== null || change.value === null) return problem;
  const { key, needs } = stores[change.store];
  if (key === null && needs.length === 0) return null;
  const { value } = change;
  if (typeof value !== 'object' || Array.isArray(value)) {
    return `The value of ${change.store} is no object`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  const missing = needs.find((name) => members[name] === undefined);
  if (missing !== undefined) return `A value of ${change.store} lacks ${missing}`;
  return key === null || members[key] === change.key
    ? null
    : `A value of ${change.store} has another key`;
}

/** Throws for anything that is not a list of changes; nothing else may reach the journal. */
export function assertUserDataChanges(value: unknown): asserts value is readonly UserDataChange[] {
  if (!Array.isArray(value)) throw new TypeError('User data changes must be a list');
  for (const change of value as readonly unknown[]) {
    const problem = changeProblem(change);
    if (problem !== null) throw new TypeError(problem);
  }
}
