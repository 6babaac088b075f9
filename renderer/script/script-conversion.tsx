import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
  type ReactElement,
} from 'react';
import type { ContentScript } from '../../archive/model/user-data.ts';
import type { Conversion } from '../../archive/text/script/conversion.ts';
import { loadScriptEngine, type ScriptEngine } from '../../archive/text/script/script-engine.ts';
import { scriptOfLanguage, shownLanguage } from './content-script.ts';

/** Shows the archive's text in the chosen script; the text itself is never touched. */
export interface ScriptConversion {
  readonly script: ContentScript;
  /** The conversion of a text in a language; null where it is shown as held. */
  readonly convert: (text: string, language: string) => Conversion | null;
}

const asHeld: ScriptConversion = { script: 'held', convert: () => null };

const ScriptConversionContext = createContext<ScriptConversion>(asHeld);

let engine: Promise<ScriptEngine> | undefined;

function loadEngine(): Promise<ScriptEngine> {
  engine ??= fetch('/dictionaries/script.bin')
    .then((response) => {
      if (!response.ok) throw new Error('The dictionaries of script conversion are missing');
      return response.arrayBuffer();
    })
    .then(loadScriptEngine);
  return engine;
}

const remembered = 4_000;

/** Converts and remembers: lists and pages ask for the same words again and again. */
function rememberingConversion(loaded: ScriptEngine, script: ContentScript): ScriptConversion {
  const known = new Map<string, Conversion>();
  return {
    script,
    convert(text, language) {
      const assume = scriptOfLanguage(language);
      if (script === 'held' || assume === undefined || text === '') return null;
      const key = `${assume}\n${text}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const conversion = loaded.convert(text, { to: script, assume });
      if (known.size >= remembered) known.clear();
      known.set(key, conversion);
      return conversion;
    },
  };
}

/** Gives the chosen script to everything below; until the dictionaries are there, text is as held. */
export function ScriptConversionProvider({
  script,
  children,
}: {
  script: ContentScript;
  children: ReactNode;
}): ReactElement {
  const [loaded, setLoaded] = useState<ScriptEngine | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void loadEngine().then((ready) => {
      if (isCurrent) setLoaded(ready);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  const conversion = useMemo(
    () => (loaded === null ? asHeld : rememberingConversion(loaded, script)),
    [loaded, script],
  );
  return <ScriptConversionContext value={conversion}>{children}</ScriptConversionContext>;
}

export function useScriptConversion(): ScriptConversion {
  return use(ScriptConversionContext);
}

/** Words of the archive as they are shown now. */
export function useShownText(): (text: string, language: string) => string {
  const { convert } = useScriptConversion();
  return useCallback((text, language) => convert(text, language)?.text ?? text, [convert]);
}

/** The language of words of the archive as they are shown now. */
export function useShownLanguage(): (language: string) => string {
  const { script } = useScriptConversion();
  return useCallback((language) => shownLanguage(language, script), [script]);
}

/** The conversion to a script outside of any view, for files that leave the program. */
export async function conversionTo(script: ContentScript): Promise<ScriptConversion> {
  return script === 'held' ? asHeld : rememberingConversion(await loadEngine(), script);
}
