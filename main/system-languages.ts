import { app } from 'electron';

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** BCP 47 tags the system prefers, best first; names that are none, such as `C`, are left out. */
export function systemLanguages(): readonly string[] {
  return app.getPreferredSystemLanguages().filter(isLanguageTag);
}
