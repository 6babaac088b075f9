import type { ContentsAnswer, ContentsQuestion } from './contents-query.ts';

/** What the page asks of the contents worker; `number` names the question in the replies. */
export interface ContentsOrder {
  readonly number: number;
  readonly archiveId: string;
  /** The load that the page shows: numbers of generations are used again. */
  readonly generation: number;
  readonly loadedAt: string;
  readonly question: ContentsQuestion;
}

/** What the contents worker replies. */
export type ContentsReply = { readonly number: number } & (
  | { readonly kind: 'answer'; readonly answer: ContentsAnswer }
  /** The generation was loaded by an earlier version and is being completed: stories read so far. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** Another load has taken the generation's place. */
  | { readonly kind: 'replaced' }
  | { readonly kind: 'failed'; readonly message: string }
);
