import type { DictionaryName } from './dictionary-file.ts';

/**
 * Scripts of Chinese text: `hans` simplified, `hant` traditional in OpenCC's own forms, `tw` and `hk`
 * with the forms of Taiwan and Hong Kong, `twp` Taiwan with its vocabulary.
 */
export const scripts = ['hans', 'hant', 'tw', 'twp', 'hk'] as const;
export type Script = (typeof scripts)[number];

/** Dictionaries one after the other; `segmentation` cuts the text first, where OpenCC has it so. */
export interface Configuration {
  readonly normalizes: boolean;
  readonly segmentation?: DictionaryName;
  readonly stages: readonly DictionaryName[];
}

const fromHans: Record<Exclude<Script, 'hans'>, readonly DictionaryName[]> = {
  hant: ['hansToHant'],
  tw: ['hansToHant', 'hantToTw'],
  twp: ['hansToHant', 'hantToTwp'],
  hk: ['hansToHant', 'hantToHk'],
};
const toHant: Record<Exclude<Script, 'hans'>, readonly DictionaryName[]> = {
  hant: [],
  tw: ['twToHant'],
  twp: ['twpToHant'],
  hk: ['hkToHant'],
};
const fromHant: Record<Exclude<Script, 'hans'>, readonly DictionaryName[]> = {
  hant: [],
  tw: ['hantToTw'],
  twp: ['taiwanWords', 'hantToTw'],
  hk: ['hantToHk'],
};

/** OpenCC's way from one script to another, exactly; no stage at all where they are the same. */
export function strictConfiguration(from: Script, to: Script): Configuration {
  if (from === to) return { normalizes: false, stages: [] };
  if (from === 'hans') {
    if (to === 'hans') return { normalizes: false, stages: [] };
    const stages = fromHans[to];
    return to === 'hant'
      ? { normalizes: true, stages }
      : { normalizes: true, segmentation: 'hansToHant', stages };
  }
  if (to === 'hans') {
    const stages = [...toHant[from], 'hantToHans' as const];
    return from === 'hant'
      ? { normalizes: true, stages }
      : { normalizes: true, segmentation: 'hantToHans', stages };
  }
  const stages = [...toHant[from], ...fromHant[to]];
  // OpenCC has no configuration of its own for the rest: plain chains without normalisation.
  const isOwn =
    (from === 'hant' && (to === 'tw' || to === 'hk')) ||
    (to === 'hant' && (from === 'tw' || from === 'hk'));
  return { normalizes: isOwn, stages };
}
