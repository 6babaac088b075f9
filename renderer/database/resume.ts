import { database } from './database.ts';
import { saveUserData } from './user-data.ts';

interface ResumeRecord {
  readonly key: 'last';
  readonly place: string;
}

const resume = database.table<ResumeRecord, string>('resume');

/** Where the reader was last, as the URL hash has it without `#`. */
export async function readResumePlace(): Promise<string | undefined> {
  return (await resume.get('last'))?.place;
}

/** Resolves once the place is on disk. */
export function saveResumePlace(place: string): Promise<void> {
  return saveUserData([{ store: 'resume', key: 'last', value: { place } }]);
}
