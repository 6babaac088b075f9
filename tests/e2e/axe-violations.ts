import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type axe from 'axe-core';
import type { Page } from '@playwright/test';

const axeSource = readFileSync(
  join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
);

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** What axe finds wrong with the window as it is now. */
export async function violations(window: Page): Promise<readonly string[]> {
  await window.evaluate(axeSource);
  return window.evaluate(async () => {
    const found = await globalThis.window.axe?.run(document, { resultTypes: ['violations'] });
    if (found === undefined) throw new Error('axe is missing');
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`,
      ),
    );
  });
}
