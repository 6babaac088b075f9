import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A story as its source holds it. */
export interface SampleStory {
  /** `paper/date/slug`. */
  readonly name: string;
  readonly isTraditional: boolean;
  readonly genre: string;
  readonly kicker: readonly string[];
  readonly headline: readonly string[];
  readonly deck: readonly string[];
  readonly section: string;
  readonly byline: readonly {
    readonly name: string;
    readonly role: string;
    readonly label: string;
  }[];
  readonly dateline: string;
  /** Markdown blocks, apart by blank lines in the source. */
  readonly blocks: readonly string[];
}

const papers = new URL('../archive/bundled/', import.meta.url);

/** All stories of the bundled papers; continuations of another story are left out. */
export function readSampleStories(): readonly SampleStory[] {
  const stories: SampleStory[] = [];
  for (const paper of folders(papers)) {
    for (const date of folders(new URL(`${paper}/`, papers))) {
      const folder = new URL(`${paper}/${date}/`, papers);
      stories.push(...storiesOf(folder, `${paper}/${date}`, paper.includes('xinbao')));
    }
  }
  return stories;
}

/** The stories of one folder of Markdown files. */
export function storiesOf(folder: URL, name: string, isTraditional: boolean): SampleStory[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return files.sort().flatMap((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const story = readStory(`${name}/${file.slice(0, -3)}`, source);
    return story ? [{ ...story, isTraditional }] : [];
  });
}

export function folders(url: URL): string[] {
  return readdirSync(url, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'media')
    .map((entry) => entry.name)
    .sort();
}

function readStory(name: string, source: string): Omit<SampleStory, 'isTraditional'> | null {
  const found = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(source);
  if (!found) throw new Error(`${name} has no front matter`);
  const front = parse(found[1] ?? '') as Record<string, unknown>;
  if (front.continued !== undefined) return null;
  const words = (value: unknown): string[] =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
  const byline = (front.byline ?? []) as { name?: unknown; role?: unknown; label?: unknown }[];
  const dateline = front.dateline as { text?: unknown } | undefined;
  return {
    name,
    genre: words(front.genre)[0] ?? 'news',
    kicker: words(front.kicker),
    headline: words(front.headline),
    deck: words(front.deck),
    section: words(front.section)[0] ?? '',
    byline: byline.map((person) => ({
      name: words(person.name)[0] ?? '',
      role: words(person.role)[0] ?? 'author',
      label: words(person.label)[0] ?? '',
    })),
    dateline: words(dateline?.text)[0] ?? '',
    blocks: (found[2] ?? '')
      .split(/\n\s*\n/u)
      .map((block) => block.trim())
      .filter((block) => block !== ''),
  };
}

export type SampleSplit = 'tune' | 'choose';

/** Whether rules are tuned on a story or chosen by it: by its name, so that no story is in both. */
export function splitOfSample(story: SampleStory): SampleSplit {
  let hash = 7;
  for (const character of story.name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return (hash >>> 8) % 3 === 1 ? 'choose' : 'tune';
}
