import { database } from './database.ts';

/** How far the tables of user data follow the journal. */
interface JournalState {
  readonly name: 'applied';
  /** The tables hold every journal entry up to this one. */
  readonly sequence: number;
}

export const journalState = database.table<JournalState, string>('journalState');

/** 0 for empty tables. */
export async function appliedSequence(): Promise<number> {
  return (await journalState.get('applied'))?.sequence ?? 0;
}

export async function setAppliedSequence(sequence: number): Promise<void> {
  await journalState.put({ name: 'applied', sequence });
}
