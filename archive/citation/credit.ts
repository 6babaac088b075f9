import type { BylineRole } from '../model/article.ts';

/** A person or office that the story itself names as having made it. */
export interface Credit {
  /** Without roles, on one line. */
  readonly name: string;
  readonly role: BylineRole;
  /** The words printed about the name. */
  readonly label: string;
}

export interface PrintedCredits {
  /** In the order of print. */
  readonly credits: readonly Credit[];
  /** 等 was printed after the names: there were more. */
  readonly hasMore: boolean;
}
