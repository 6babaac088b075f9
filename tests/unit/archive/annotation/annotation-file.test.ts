import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readAnnotationFile,
  writeAnnotationFile,
  type AnnotationFileReading,
} from '../../../../archive/annotation/annotation-file.ts';
import { annotationLimits } from '../../../../archive/annotation/limits.ts';
import { annotationContext } from '../../../../archive/annotation/vocabulary.ts';
import type { Annotation } from '../../../../archive/model/annotation.ts';
import { anchor } from '../../../../archive/text/anchor/anchor.ts';
import { describe as describePassage } from '../../../../archive/text/anchor/describe.ts';
import { foldNothing } from '../../../../archive/text/fold/text-fold.ts';
import { anyAnnotation } from './annotation-arbitrary.ts';

const now = '2026-05-01T08:00:00.000Z';
const story = 'urn:uuid:00000000-0000-4000-8000-00000000000a';

function read(file: unknown): AnnotationFileReading {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  return readAnnotationFile(text, now);
}

function readAll(file: unknown): Extract<AnnotationFileReading, { outcome: 'read' }> {
  const reading = read(file);
  if (reading.outcome !== 'read') throw new Error(reading.reason);
  return reading;
}

function only(file: unknown): Annotation {
  const { annotations, skipped } = readAll(file);
  expect(skipped).toEqual([]);
  expect(annotations).toHaveLength(1);
  const [annotation] = annotations;
  if (!annotation) throw new Error('nothing was read');
  return annotation;
}

function annotationOn(target: unknown, more: object = {}): object {
  return { '@context': annotationContext, id: 'urn:x:1', type: 'Annotation', target, ...more };
}

const passage = (selector: unknown): object => ({
  type: 'SpecificResource',
  source: story,
  selector,
});

describe('the way round', () => {
  test('leaves every annotation and the file itself unchanged', () => {
    fc.assert(
      fc.property(fc.array(anyAnnotation, { maxLength: 5 }), (annotations) => {
        const file = writeAnnotationFile(annotations);
        const reading = readAll(file);
        expect(reading.skipped).toEqual([]);
        expect(reading.annotations).toEqual(annotations);
        expect(writeAnnotationFile(reading.annotations)).toBe(file);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps what other programs put into bodies, targets, selectors and members', () => {
    const foreign = annotationOn(
      {
        type: 'SpecificResource',
        source: { id: story, type: 'Text', language: 'zh' },
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: '渡口',
            refinedBy: { type: 'XPathSelector', value: '/p' },
          },
          { type: 'XPathSelector', value: '/html/p[2]' },
        ],
        renderedVia: 'urn:x:viewer',
        styleClass: 'yellow',
      },
      {
        motivation: ['highlighting', 'questioning'],
        creator: { type: 'Person', name: '黎明' },
        created: '2025-01-01T08:00:00+08:00',
        stylesheet: 'http://example.org/style.css',
        body: [
          {
            type: 'TextualBody',
            value: 'first',
            purpose: 'commenting',
            language: 'en',
            format: 'text/plain',
          },
          { type: 'TextualBody', value: '<b>x</b>', purpose: 'commenting', format: 'text/html' },
          { type: 'TextualBody', value: '渡口', purpose: 'tagging', creator: 'urn:x:me' },
          'http://example.org/picture.jpg',
        ],
      },
    );
    const annotation = only(foreign);
    expect(annotation).toMatchObject({
      note: 'first',
      tags: ['渡口'],
      mark: { ink: 'teng', style: 'fill' },
      created: '2025-01-01T00:00:00.000Z',
    });
    const [record] = (JSON.parse(writeAnnotationFile([annotation])) as { items: object[] }).items;
    const { target, body, motivation, creator, stylesheet } = foreign as Record<string, unknown>;
    expect(record).toMatchObject({ creator, motivation });
    expect((record as { body: unknown[] }).body).toEqual(
      expect.arrayContaining([
        expect.objectContaining((body as object[])[0] ?? {}),
        (body as unknown[])[1],
        (body as unknown[])[2],
        (body as unknown[])[3],
      ]),
    );
    expect(record).toMatchObject({
      target: { renderedVia: 'urn:x:viewer', source: { language: 'zh' } },
    });
    expect(JSON.stringify(record)).toContain('/html/p[2]');
    expect(JSON.stringify(record)).toContain('refinedBy');
    expect(stylesheet).toBeDefined();
    expect(target).toBeDefined();
    expect(only(writeAnnotationFile([annotation]))).toEqual(annotation);
  });

  test('counts code points and speaks the words of the model', () => {
    const text = '前文𠮷𩽾渡口後文';
    const selectors = describePassage(text, { start: 6, end: 8 });
    if (!selectors) throw new Error('no passage');
    const file = JSON.parse(
      writeAnnotationFile([
        {
          id: 'urn:uuid:1',
          target: {
            kind: 'passage',
            archiveId: 'urn:uuid:2',
            articleId: story,
            articleVersion: 3,
            textDigest: 'sha256:0',
            selectors,
          },
          motivations: ['highlighting', 'commenting', 'tagging'],
          mark: { ink: 'qing', style: 'underline' },
          note: '**注**',
          tags: ['渡口'],
          correctedReading: '渡頭',
          created: now,
          modified: now,
          ext: {},
        },
      ]),
    ) as Record<string, unknown>;
    expect(file).toMatchObject({
      '@context': [annotationContext, {}],
      type: 'AnnotationPage',
      items: [
        {
          type: 'Annotation',
          motivation: ['highlighting', 'commenting', 'tagging'],
          body: [
            {
              type: 'TextualBody',
              value: '**注**',
              format: 'text/markdown',
              purpose: 'commenting',
            },
            { type: 'TextualBody', value: '渡口', purpose: 'tagging' },
            { type: 'TextualBody', value: '渡頭', format: 'text/plain', purpose: 'editing' },
          ],
          stylesheet: { type: 'CssStylesheet' },
          target: {
            type: 'SpecificResource',
            source: { id: story },
            styleClass: 'guzhi-qing-underline',
            selector: [
              { type: 'TextQuoteSelector', exact: '渡口', prefix: '前文𠮷𩽾', suffix: '後文' },
              { type: 'TextPositionSelector', start: 4, end: 6 },
            ],
          },
        },
      ],
    });
  });

  test.each([
    ['a list', [annotationOn(story), annotationOn(story, { id: 'urn:x:2' })], 2],
    [
      'a collection',
      {
        '@context': [annotationContext],
        type: 'AnnotationCollection',
        total: 1,
        first: { type: 'AnnotationPage', items: [annotationOn(story)] },
      },
      1,
    ],
    ['an empty page', { '@context': annotationContext, type: 'AnnotationPage', items: [] }, 0],
  ])('reads %s', (_name, file, count) => {
    expect(readAll(file).annotations).toHaveLength(count);
  });

  test('names what has no id alike at every reading, and other things otherwise', () => {
    const unnamed = (value: string): Annotation =>
      only(annotationOn(story, { id: undefined, bodyValue: value }));
    expect(unnamed('a').id).toMatch(/^urn:uuid:/);
    expect(unnamed('a').id).toBe(unnamed('a').id);
    expect(unnamed('a').id).not.toBe(unnamed('b').id);
    expect(unnamed('a').note).toBe('a');
  });
});

describe('bad input', () => {
  test.each([
    ['another one', { '@context': 'http://schema.org', type: 'Annotation', target: story }],
    ['none', { type: 'Annotation', target: story }],
    ['one record of a list without', [annotationOn(story), { type: 'Annotation', target: story }]],
  ])('49 a wrong @context (%s) refuses the file', (_name, file) => {
    expect(read(file)).toEqual({ outcome: 'refused', reason: 'wrong-context' });
  });

  test.each([
    ['no JSON', '{"@context":', 'not-json'],
    ['no annotations', '{"a":1}', 'no-annotations'],
    [
      'pages elsewhere',
      {
        '@context': annotationContext,
        type: 'AnnotationCollection',
        first: 'http://example.org/1',
      },
      'pages-elsewhere',
    ],
  ])('49 %s refuses the file', (_name, file, reason) => {
    expect(read(file)).toEqual({ outcome: 'refused', reason });
  });

  test('50 a selector out of range is kept; its quote finds the place, or nothing does', () => {
    const text = '今晨有霧。渡口的早班船準時離岸，江面上有薄霧，對岸的鐘樓敲了七下。';
    const far = { type: 'TextPositionSelector', start: 9_000_000, end: 9_000_009 };
    const quote = {
      type: 'TextQuoteSelector',
      exact: '渡口的早班船準時離岸',
      prefix: '今晨有霧。',
      suffix: '',
    };
    const found = only(annotationOn(passage([far, quote])));
    if (found.target.kind !== 'passage') throw new Error('no passage');
    expect(anchor(text, found.target.selectors, foldNothing)?.range).toEqual({ start: 5, end: 15 });
    const lost = only(annotationOn(passage(far)));
    if (lost.target.kind !== 'passage') throw new Error('no passage');
    expect(anchor(text, lost.target.selectors, foldNothing)).toBeNull();
  });

  test('51 a reversed range is skipped and reported; the others are read', () => {
    const reversed = annotationOn(passage({ type: 'TextPositionSelector', start: 9, end: 3 }), {
      id: 'urn:x:bad',
    });
    const { annotations, skipped } = readAll([reversed, annotationOn(story)]);
    expect(annotations).toHaveLength(1);
    expect(skipped).toEqual([{ place: 1, id: 'urn:x:bad', reason: 'reversed-range' }]);
  });

  test('52 a huge note is capped at whole characters and reported', () => {
    const huge = '𠮷'.repeat(annotationLimits.note + 5);
    const { annotations, capped } = readAll(annotationOn(story, { bodyValue: huge }));
    expect(annotations[0]?.note).toBe('𠮷'.repeat(annotationLimits.note));
    expect(capped).toEqual([{ place: 1, id: 'urn:x:1', parts: ['note'] }]);
  });

  test('53 an unknown story is kept as it is named', () => {
    expect(only(annotationOn('http://example.org/story')).target).toMatchObject({
      kind: 'article',
      articleId: 'http://example.org/story',
      archiveId: '',
    });
  });

  test.each([
    ['no-target', annotationOn(undefined)],
    ['no-target', annotationOn({ type: 'SpecificResource', selector: {} })],
    ['several-targets', annotationOn([story, 'urn:x:other'])],
    ['bad-position', annotationOn(passage({ type: 'TextPositionSelector', start: -1, end: 2.5 }))],
    ['bad-time', annotationOn(story, { created: '2026-02-31 25:00' })],
    ['bad-id', annotationOn(story, { id: 7 })],
    ['bad-id', annotationOn(story, { id: 'x'.repeat(2_000) })],
    [
      'too-deep',
      annotationOn(story, { x: JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown }),
    ],
  ])('a record is skipped: %s', (reason, record) => {
    expect(readAll(record).skipped).toMatchObject([{ place: 1, reason }]);
  });

  test('__proto__ members are dropped', () => {
    const file = JSON.stringify(annotationOn(story, { x: 1 })).replace(
      '"x":1',
      '"__proto__":{"note":"no"},"y":{"__proto__":{"z":1}}',
    );
    const annotation = only(file);
    expect(annotation.note).toBe('');
    expect(Object.getPrototypeOf(annotation.ext)).toBe(Object.prototype);
    expect(JSON.stringify(annotation.ext)).toBe('{"y":{}}');
  });
});
