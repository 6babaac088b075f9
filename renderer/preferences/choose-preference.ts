import type { Preferences } from '../../archive/model/user-data.ts';

/** Keeps a choice; it shows at once. */
export type ChoosePreference = <Key extends keyof Preferences>(
  key: Key,
  value: Required<Preferences>[Key],
) => void;
