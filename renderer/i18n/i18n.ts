import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { en } from './locales/en.ts';
import { zhHans } from './locales/zh-hans.ts';
import { zhHant } from './locales/zh-hant.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zhHans };
    returnNull: false;
  }
}

const interfaceLanguages: readonly InterfaceLanguage[] = ['zh-Hans', 'zh-Hant', 'en'];

/** The interface language that suits the system's, best first in `tags` (BCP 47). */
export function languageForSystem(tags: readonly string[]): InterfaceLanguage {
  for (const tag of tags) {
    const locale = new Intl.Locale(tag).maximize();
    if (locale.language === 'zh') return locale.script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
    if (locale.language === 'en') return 'en';
  }
  return 'en';
}

/** Starts the interface in a language; all catalogues are in the program, nothing is fetched. */
export async function startI18n(language: InterfaceLanguage): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: [...interfaceLanguages],
    load: 'currentOnly',
    resources: {
      'zh-Hans': { translation: zhHans },
      'zh-Hant': { translation: zhHant },
      en: { translation: en },
    },
    returnObjects: true,
    interpolation: { escapeValue: false },
  });
  return instance;
}
