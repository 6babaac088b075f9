import { inks, markStyles, type Mark } from '../../archive/model/annotation.ts';
import type { Command, InkCommand } from './command-keys.ts';

const marks: ReadonlyMap<Command, Mark> = new Map(
  inks.flatMap((ink) =>
    markStyles.map((style): [InkCommand, Mark] => [`${style}-${ink}`, { ink, style }]),
  ),
);

/** The mark that a command makes; null for all others. */
export function markOfCommand(command: Command): Mark | null {
  return marks.get(command) ?? null;
}
