import type { ContentScript } from '../../archive/model/user-data.ts';
import type { Script } from '../../archive/text/script/configuration.ts';

/** Every way of showing content, in the order of the toolbar. */
export const contentScripts: readonly ContentScript[] = ['held', 'hans', 'hant', 'tw', 'twp', 'hk'];

const languageOf: Readonly<Record<Script, string>> = {
  hans: 'zh-Hans',
  hant: 'zh-Hant',
  tw: 'zh-Hant-TW',
  twp: 'zh-Hant-TW',
  hk: 'zh-Hant-HK',
};

/** The script that a language tag names, as the engine wants it; undefined for other languages. */
export function scriptOfLanguage(language: string): Script | undefined {
  if (!scriptsOfLanguages.has(language)) scriptsOfLanguages.set(language, readScript(language));
  return scriptsOfLanguages.get(language);
}

/** Every word on screen asks for its language's. */
const scriptsOfLanguages = new Map<string, Script | undefined>();

function readScript(language: string): Script | undefined {
  const locale = new Intl.Locale(language).maximize();
  if (locale.language !== 'zh') return undefined;
  if (locale.script !== 'Hant') return 'hans';
  if (locale.region === 'HK' || locale.region === 'MO') return 'hk';
  return language.includes('TW') ? 'tw' : 'hant';
}

/** BCP 47 of what stands on screen when content of a language is shown in a script. */
export function shownLanguage(language: string, script: ContentScript): string {
  if (script === 'held' || scriptOfLanguage(language) === undefined) return language;
  return languageOf[script];
}
