import type { ReadingPosition } from '../../archive/model/user-data.ts';
import { database } from './database.ts';
import { saveUserData } from './user-data.ts';

const positions = database.table<ReadingPosition, string>('positions');

export function readPosition(articleId: string): Promise<ReadingPosition | undefined> {
  return positions.get(articleId);
}

/** Resolves once the position is on disk. */
export function savePosition(position: ReadingPosition): Promise<void> {
  return saveUserData([{ store: 'positions', key: position.articleId, value: position }]);
}
