import { expect, test } from 'vitest';
import { fileNameFor } from '../../../main/file-name.ts';

test.each([
  ['澜江日报 2019-05-18 1 要闻', '澜江日报 2019-05-18 1 要闻'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['  \n ', 'guzhi'],
  ['..', 'guzhi'],
  ['末尾。..', '末尾。'],
  ['字'.repeat(300), '字'.repeat(80)],
])('%j becomes %j', (title, name) => {
  expect(fileNameFor(title)).toBe(name);
});
