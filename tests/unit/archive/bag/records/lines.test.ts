import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeeperThan, isSurelyShallow } from '../../../../../archive/bag/records/json-depth.ts';
import { LineSplitter } from '../../../../../archive/bag/records/line-splitter.ts';
import { isUnsafeLink } from '../../../../../archive/bag/records/unsafe-links.ts';

test('lines come out the same however the bytes are cut', () => {
  const line = fc.stringMatching(/^[^\r\n]{0,30}$/u);
  const end = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(fc.array(fc.tuple(line, end)), line, fc.array(fc.nat(40)), (lines, last, cuts) => {
      const whole = Buffer.from(lines.map(([text, ending]) => text + ending).join('') + last);
      const splitter = new LineSplitter('x');
      const found: string[] = [];
      let from = 0;
      for (const cut of [...cuts, whole.length]) {
        for (const { bytes, number } of splitter.lines(whole.subarray(from, from + cut))) {
          found.push(bytes.toString());
          expect(number).toBe(found.length);
        }
        from += cut;
      }
      for (const { bytes } of splitter.rest()) found.push(bytes.toString());
      const expected = [...lines.map(([text]) => text), ...(last === '' ? [] : [last])];
      expect(found).toEqual(expected);
    }),
  );
});

test('depth is counted outside of strings only', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
      : 0;
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[[\]{}"\\中 ]{0,60}$/u));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'large' },
      text,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(text, tie('tree'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const depth = depthOf(value);
      const json = Buffer.from(JSON.stringify(value));
      expect(isDeeperThan(json, depth)).toBe(false);
      if (depth > 0) expect(isDeeperThan(json, depth - 1)).toBe(true);
      for (let limit = 0; limit < depth; limit += 1) {
        expect(isSurelyShallow(json.toString(), limit)).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['javascript:alert(1)', true],
  ['\u0001 JAVASCRIPT:x', true],
  ['java\nscript:x', true],
  ['file:///etc/passwd', true],
  ['data:text/html,x', true],
  ['https://example.org/javascript:', false],
  ['the javascript: scheme', false],
  ['file', false],
  ['', false],
])('%j is unsafe as a link: %s', (text, expected) => {
  expect(isUnsafeLink(text)).toBe(expected);
});
