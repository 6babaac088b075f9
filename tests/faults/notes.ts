import type { Page } from '@playwright/test';
import type { Annotation } from '../../archive/model/annotation.ts';

/** The notes of the profile that every trial begins with. */
export const templateNotes = Array.from({ length: 200 }, (_, index) => `urn:template:${index}`);

function annotationOf(id: string): Annotation {
  const at = new Date().toISOString();
  return {
    id,
    target: { kind: 'issue', archiveId: 'urn:uuid:none', issueId: 'none' },
    motivations: ['commenting'],
    note: `批注 ${id} `.repeat(8),
    tags: ['试'],
    created: at,
    modified: at,
    ext: {},
  };
}

/** Makes notes one after another; resolves with the ids that were acknowledged. */
export async function annotate(page: Page, name: string, count: number): Promise<string[]> {
  const all = Array.from({ length: count }, (_, index) => annotationOf(`urn:${name}:${index}`));
  return page.evaluate(async (annotations) => {
    const saved: string[] = [];
    for (const value of annotations) {
      await window.guzhi?.request.saveUserData([
        { store: 'annotations', key: value.id, value } as never,
      ]);
      saved.push(value.id);
    }
    return saved;
  }, all);
}

/** Makes notes until the reader dies; `acknowledged` grows while it goes on. */
export async function annotateForEver(
  page: Page,
  name: string,
  acknowledged: string[],
): Promise<void> {
  await page.exposeFunction(`acknowledge`, (id: string) => {
    acknowledged.push(id);
  });
  const running = page.evaluate(
    async ([pattern, prefix]) => {
      const told = window as typeof window & { acknowledge: (id: string) => Promise<void> };
      for (let index = 0; ; index++) {
        const value = { ...pattern, id: `urn:${prefix}:${index}` };
        await window.guzhi?.request.saveUserData([{ store: 'annotations', key: value.id, value }]);
        await told.acknowledge(value.id);
      }
    },
    [annotationOf(''), name] as const,
  );
  running.catch(() => undefined);
}

/**
 * Marks words of a story and writes notes on them by the reader's own keys and fields, until
 * the reader dies. A note's words count as acknowledged once its editor says that they are saved.
 */
export async function writeForEver(
  page: Page,
  story: string,
  name: string,
  acknowledged: string[],
): Promise<void> {
  await page.locator('#root > *').first().waitFor();
  await page.evaluate((place) => {
    window.location.hash = place;
  }, story);
  await page.locator('.story-text > p > .segment').first().waitFor();
  async function write(): Promise<void> {
    for (let index = 0; ; index++) {
      await page.locator('.story-text > p > .segment').evaluateAll((segments, at) => {
        const text = segments[at % segments.length]?.firstChild;
        const start = (3 * at) % 12;
        if (text) document.getSelection()?.setBaseAndExtent(text, start, text, start + 2);
      }, index);
      await page.keyboard.press('n');
      await page.locator('.note-field:focus').waitFor();
      const words = `${name} ${index}`;
      await page.keyboard.insertText(words);
      await page.locator('.save-state', { hasText: /^(Saved|已存)/ }).waitFor();
      acknowledged.push(words);
      await page.keyboard.press('Escape');
    }
  }
  write().catch(() => undefined);
}
