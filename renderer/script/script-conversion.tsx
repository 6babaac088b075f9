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
import { useLiveQuery } from 'dexie-react-hooks';
import type { ContentScript, GlossaryRecord } from '../../archive/model/user-data.ts';
import type { Ambiguity } from '../../archive/text/script/ambiguity.ts';
import type { Conversion } from '../../archive/text/script/conversion.ts';
import { correctionsFor, type Correction } from '../../archive/text/script/correction.ts';
import type { Glossaries } from '../../archive/text/script/glossary.ts';
import {
  loadScriptEngine,
  type ConversionOptions,
  type ScriptEngine,
} from '../../archive/text/script/script-engine.ts';
import { listArchives } from '../database/archives.ts';
import { readGlossary } from '../database/glossary.ts';
import { scriptOfLanguage, shownLanguage } from './content-script.ts';
import { orderGlossaries, type ContentPlace } from './glossary-order.ts';

/** Shows the archive's text in the chosen script; the text itself is never touched. */
export interface ScriptConversion {
  readonly script: ContentScript;
  /** The conversion of a text in a language; null where it is shown as held. */
  readonly convert: (text: string, language: string) => Conversion | null;
  /** The characters of a text whose form no word and no glossary settles. */
  readonly ambiguities: (text: string, language: string) => readonly Ambiguity[];
  /** What the glossary has to hold for the character `at` to have this form. */
  readonly corrections: (
    text: string,
    language: string,
    wish: Parameters<typeof correctionsFor>[3],
  ) => readonly Correction[];
}

const asHeld: ScriptConversion = {
  script: 'held',
  convert: () => null,
  ambiguities: () => [],
  corrections: () => [],
};

type ConversionAt = (place: ContentPlace) => ScriptConversion;

const ConversionAtContext = createContext<ConversionAt>(() => asHeld);
const ContentPlaceContext = createContext<ContentPlace>({ archiveId: null, articleId: null });

let engine: Promise<ScriptEngine> | undefined;

/** The engine of script conversion, loaded once. */
export function loadEngine(): Promise<ScriptEngine> {
  engine ??= fetch('/dictionaries/script.bin')
    .then((response) => {
      if (!response.ok) throw new Error('The dictionaries of script conversion are missing');
      return response.arrayBuffer();
    })
    .then(loadScriptEngine);
  return engine;
}

/** Texts of each script; a story of 100,000 characters has some 500. */
const remembered = 2_000;

/** Converts and remembers: lists and pages ask for the same words again and again. */
function rememberingConversion(
  loaded: ScriptEngine,
  script: ContentScript,
  glossaries: Glossaries,
): ScriptConversion {
  const known = new Map<string, Conversion>();
  function optionsFor(language: string): ConversionOptions | null {
    const assume = scriptOfLanguage(language);
    return script === 'held' || assume === undefined ? null : { to: script, assume, glossaries };
  }
  return {
    script,
    convert(text, language) {
      const options = optionsFor(language);
      if (options === null || text === '') return null;
      const key = `${String(options.assume)}\n${text}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const conversion = loaded.convert(text, options);
      if (known.size >= remembered) known.clear();
      known.set(key, conversion);
      return conversion;
    },
    ambiguities(text, language) {
      const options = optionsFor(language);
      return options === null ? [] : loaded.ambiguities(text, options);
    },
    corrections(text, language, wish) {
      const options = optionsFor(language);
      return options === null ? [] : correctionsFor(loaded, text, options, wish);
    },
  };
}

/**
 * The conversion that counts at each place, by script; places with the same glossaries share one. A
 * script that one comes back to still knows its conversions.
 */
function conversionsBy(
  loaded: ScriptEngine | null,
  glossariesAt: (place: ContentPlace) => Glossaries,
): (script: ContentScript) => ConversionAt {
  if (loaded === null) return () => () => asHeld;
  const known = new Map<ContentScript, ConversionAt>();
  return (script) => {
    const found = known.get(script) ?? conversionsAt(loaded, script, glossariesAt);
    known.set(script, found);
    return found;
  };
}

function conversionsAt(
  loaded: ScriptEngine,
  script: ContentScript,
  glossariesAt: (place: ContentPlace) => Glossaries,
): ConversionAt {
  const known = new Map<Glossaries, ScriptConversion>();
  return (place) => {
    const glossaries = glossariesAt(place);
    let conversion = known.get(glossaries);
    if (conversion === undefined) {
      conversion = rememberingConversion(loaded, script, glossaries);
      known.set(glossaries, conversion);
    }
    return conversion;
  };
}

const noRecords: readonly GlossaryRecord[] = [];

/**
 * Gives the chosen script and the reader's glossary to everything below; until the dictionaries are
 * there, text is as held.
 */
export function ScriptConversionProvider({
  script,
  children,
}: {
  script: ContentScript;
  children: ReactNode;
}): ReactElement {
  const [loaded, setLoaded] = useState<ScriptEngine | null>(null);
  const records = useLiveQuery(readGlossary) ?? noRecords;
  useEffect(() => {
    let isCurrent = true;
    void loadEngine().then((ready) => {
      if (isCurrent) setLoaded(ready);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  const archives = useLiveQuery(listArchives);
  const glossariesAt = useMemo(() => {
    const ofArchives = (archives ?? []).flatMap(({ id, description: { glossary } }) =>
      glossary === undefined ? [] : [[id, glossary] as const],
    );
    return orderGlossaries(records, new Map(ofArchives));
  }, [records, archives]);
  const conversions = useMemo(() => conversionsBy(loaded, glossariesAt), [loaded, glossariesAt]);
  const conversionAt = useMemo(() => conversions(script), [conversions, script]);
  return <ConversionAtContext value={conversionAt}>{children}</ConversionAtContext>;
}

/** Tells what is below which archive and story it belongs to, for the glossary. */
export function ContentPlaceProvider({
  archiveId,
  articleId = null,
  children,
}: {
  archiveId: string | null;
  articleId?: string | null;
  children: ReactNode;
}): ReactElement {
  const place = useMemo(() => ({ archiveId, articleId }), [archiveId, articleId]);
  return <ContentPlaceContext value={place}>{children}</ContentPlaceContext>;
}

export function useContentPlace(): ContentPlace {
  return use(ContentPlaceContext);
}

/** The conversion for the archive and story that this is part of. */
export function useScriptConversion(): ScriptConversion {
  return use(ConversionAtContext)(use(ContentPlaceContext));
}

/** The conversion for any place, for lists that mix archives and stories. */
export function useConversionAt(): (place: ContentPlace) => ScriptConversion {
  return use(ConversionAtContext);
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

/**
 * The conversion to a script outside of any view, for files that leave the program; of the glossary
 * only what counts everywhere, as a file holds words of many stories.
 */
export async function conversionTo(script: ContentScript): Promise<ScriptConversion> {
  if (script === 'held') return asHeld;
  const [loaded, records] = await Promise.all([loadEngine(), readGlossary()]);
  const glossaries = orderGlossaries(records, new Map())({ archiveId: null, articleId: null });
  return rememberingConversion(loaded, script, glossaries);
}
