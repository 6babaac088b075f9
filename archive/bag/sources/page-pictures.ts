import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { BagMedia } from '../bag-writer.ts';

/** A picture that lies where the page says. */
export interface PagePicture extends BagMedia {
  /** The path the page names it with. */
  readonly named: string;
}

/**
 * A file named by another one, resolved against its folder; null where there is none, or where the
 * name or a link leads out of that folder: a source may not take in what lies elsewhere on the disk.
 */
export async function fileBeside(from: string, named: string): Promise<string | null> {
  if (named === '' || isAbsolute(named) || /^[a-z]+:/iu.test(named)) return null;
  try {
    const folder = await realpath(dirname(from));
    const file = await realpath(resolve(folder, ...named.split(/[\\/]/u)));
    const way = relative(folder, file);
    if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
    return (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

const pictureEnd = /\.(?:jpe?g|png|gif|webp|avif)$/iu;

function decoded(named: string): string {
  try {
    return decodeURIComponent(named);
  } catch {
    return named;
  }
}

/** The pictures of a page that are there, with a place in the bag that no other page's has. */
export async function findPagePictures(
  page: string,
  named: readonly string[],
  { date, number }: { readonly date: string; readonly number: string },
): Promise<readonly PagePicture[]> {
  const found: PagePicture[] = [];
  const safe = (name: string): string => name.replaceAll(/[^\p{L}\p{N}._-]/gu, '-');
  for (const name of new Set(named)) {
    if (!pictureEnd.test(name)) continue;
    const file = await fileBeside(page, decoded(name));
    if (file === null) continue;
    const end = extname(file).toLowerCase();
    const count = String(found.length + 1).padStart(2, '0');
    const stem = safe(basename(page, extname(page))).slice(0, 40);
    const path = `media/${date}/${safe(number)}-${stem}-${count}${end}`;
    found.push({ named: name, path, file });
  }
  return found;
}
