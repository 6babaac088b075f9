import { firstOfStories } from './first-of-stories.ts';
import type { QuotationRecord } from './quotation-record.ts';
import { photosOf } from './photos-of.ts';

/** The address of a picture of a bag. */
export type MediaAddress = (bagId: string, path: string) => string;

/** What an `<img>` may show for a picture of a bag; null where there is none to show. */
export type PhotoSource = (bagId: string, path: string) => string | null;

export interface Photos {
  readonly source: PhotoSource;
  /** How many pictures the archives lack, or hold damaged. */
  readonly missing: number;
}

/** Resolves with whether the address holds a picture that can be drawn. */
async function isDrawable(address: string): Promise<boolean> {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return true;
  } catch {
    return false;
  }
}

/** The picture inside its own address, for a file that has to stand alone. */
async function dataAddress(address: string): Promise<string> {
  const picture = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as string);
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error(address));
    };
    reader.readAsDataURL(picture);
  });
}

/**
 * Looks at every picture of the quoted stories, one after the other. `embedded`: their sources hold
 * the pictures themselves. Rejects with `signal`'s reason when it is aborted.
 */
export async function readPhotos(
  records: readonly QuotationRecord[],
  mediaAddress: MediaAddress,
  form: 'linked' | 'embedded',
  signal?: AbortSignal,
): Promise<Photos> {
  const sources = new Map<string, string | null>();
  let missing = 0;
  for (const { story } of firstOfStories(records)) {
    if (story === null) continue;
    for (const { media } of photosOf(story.article)) {
      signal?.throwIfAborted();
      const address = media === '' ? null : mediaAddress(story.bagId, media);
      if (address !== null && sources.has(address)) continue;
      if (address === null || !(await isDrawable(address))) {
        missing += 1;
        if (address !== null) sources.set(address, null);
      } else {
        sources.set(address, form === 'linked' ? address : await dataAddress(address));
      }
    }
  }
  return {
    source: (bagId, path) => sources.get(mediaAddress(bagId, path)) ?? null,
    missing,
  };
}

export const noPhotos: Photos = { source: () => null, missing: 0 };
