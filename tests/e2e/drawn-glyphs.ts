import type { Page } from '@playwright/test';

/** No character will ever be assigned here. */
const neverAssigned = '\u{1FFFE}';

/** The fonts a text in a language is set in, as the style sheets of the application say. */
export function stackFor(page: Page, language: string, role: '--song' | '--hei'): Promise<string> {
  return page.evaluate(
    ([lang, name]) => {
      const probe = document.createElement('span');
      probe.lang = lang;
      probe.style.fontFamily = `var(${name})`;
      document.body.append(probe);
      const stack = getComputedStyle(probe).fontFamily;
      probe.remove();
      return stack;
    },
    [language, role] as const,
  );
}

/**
 * Those of the characters that a canvas draws as nothing, or as it draws a character no font has.
 * `font` is a CSS font of 20px.
 */
export function missingGlyphs(page: Page, characters: string[], font: string): Promise<string[]> {
  return page.evaluate(
    async ([wanted, cssFont, unknown]) => {
      const cell = 28;
      const inRow = 64;
      await document.fonts.load(cssFont, wanted.join(''));
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = cell * inRow;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('There is no canvas.');
      const place = (index: number): readonly [number, number] => [
        (index % inRow) * cell,
        Math.floor(index / inRow) * cell,
      ];
      /** What is drawn in each cell, as text. */
      const draw = (part: readonly string[]): string[] => {
        context.clearRect(0, 0, canvas.width, canvas.height);
        context.font = cssFont;
        for (const [index, character] of part.entries()) {
          const [left, top] = place(index);
          context.save();
          context.beginPath();
          context.rect(left, top, cell, cell);
          context.clip();
          context.fillText(character, left + 4, top + 21);
          context.restore();
        }
        const { data, width } = context.getImageData(0, 0, canvas.width, canvas.height);
        return part.map((_, index) => {
          const [left, top] = place(index);
          let drawn = '';
          for (let row = top; row < top + cell; row++) {
            let bits = 0;
            for (let column = 0; column < cell; column++)
              if ((data[4 * (row * width + left + column) + 3] ?? 0) > 64) bits |= 1 << column;
            drawn += `${bits},`;
          }
          return drawn;
        });
      };
      const nothing = new Set(draw([unknown, ' ']));
      const found: string[] = [];
      for (let start = 0; start < wanted.length; start += inRow * inRow) {
        const part = wanted.slice(start, start + inRow * inRow);
        const shapes = draw(part);
        found.push(...part.filter((_, index) => nothing.has(shapes[index] ?? '')));
      }
      return found;
    },
    [characters, font, neverAssigned] as const,
  );
}

/**
 * What the page shows for each character of a text in a language: a picture of each as text, the
 * same for characters that look the same. The first is that of a character no font has.
 */
export async function pictures(
  page: Page,
  characters: string[],
  language: string,
  role: '--song' | '--hei',
): Promise<string[]> {
  const cell = 32;
  const inRow = 24;
  const texts = [neverAssigned, ...characters];
  await page.evaluate(
    async ([wanted, lang, name, size, columns]) => {
      const sheet = document.createElement('div');
      sheet.id = 'glyph-sheet';
      sheet.lang = lang;
      sheet.style.cssText =
        `position:fixed;inset:0 auto auto 0;z-index:9999;background:#fff;color:#000;` +
        `display:grid;grid-template-columns:repeat(${columns},${size}px);` +
        `grid-auto-rows:${size}px;font:24px/${size}px var(${name});text-indent:0`;
      for (const text of wanted) {
        const box = document.createElement('div');
        box.style.cssText = 'overflow:hidden;text-align:center';
        box.textContent = text;
        sheet.append(box);
      }
      document.body.append(sheet);
      await document.fonts.load(getComputedStyle(sheet).font, wanted.join(''));
      await document.fonts.ready;
    },
    [texts, language, role, cell, inRow] as const,
  );
  const sheet = page.locator('#glyph-sheet');
  const picture = (await sheet.screenshot({ animations: 'disabled' })).toString('base64');
  await sheet.evaluate((element) => {
    element.remove();
  });
  return page.evaluate(
    async ([encoded, size, columns, count]) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('There is no canvas.');
      context.drawImage(image, 0, 0);
      return Array.from({ length: count }, (_, index) => {
        const left = (index % columns) * size;
        const top = Math.floor(index / columns) * size;
        return context.getImageData(left, top, size, size).data.join();
      });
    },
    [picture, cell, inRow, texts.length] as const,
  );
}
