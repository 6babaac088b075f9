import * as fc from 'fast-check';
import {
  inks,
  markStyles,
  motivations,
  type Annotation,
  type AnnotationTarget,
} from '../../../../archive/model/annotation.ts';
import { hostileText } from '../text/anchor/hostile-text.ts';

const id = fc.uuid().map((uuid) => `urn:uuid:${uuid}`);
const time = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const words = hostileText.filter((text) => text !== '');
const state = {
  archiveId: id,
  articleId: id,
  articleVersion: fc.integer({ min: 0, max: 9 }),
  textDigest: fc.constantFrom('', `sha256:${'0'.repeat(64)}`),
};
const position = fc.tuple(fc.nat(), fc.nat(500)).map(([start, length]) => ({
  type: 'TextPositionSelector' as const,
  start,
  end: start + length,
}));
const quote = fc.record({
  type: fc.constant('TextQuoteSelector' as const),
  exact: hostileText,
  prefix: hostileText,
  suffix: hostileText,
});
const selectors = fc.oneof(
  fc.record({ position, quote }),
  fc.record({ position }),
  fc.record({ quote }),
);
const target: fc.Arbitrary<AnnotationTarget> = fc.oneof(
  fc.record({ kind: fc.constant('passage' as const), ...state, selectors }),
  fc.record({ kind: fc.constant('article' as const), ...state }),
  fc.record({
    kind: fc.constant('page' as const),
    archiveId: id,
    issueId: words,
    page: hostileText,
  }),
  fc.record({ kind: fc.constant('issue' as const), archiveId: id, issueId: words }),
);

/** Everything that the model allows, with text of every kind where people write. */
export const anyAnnotation: fc.Arbitrary<Annotation> = fc
  .record(
    {
      id,
      target,
      motivations: fc.uniqueArray(fc.constantFrom(...motivations), { minLength: 1 }),
      mark: fc.record({ ink: fc.constantFrom(...inks), style: fc.constantFrom(...markStyles) }),
      note: hostileText,
      tags: fc.uniqueArray(words, { maxLength: 4 }),
      correctedReading: words,
      created: time,
      modified: time,
      trashed: time,
      ext: fc.dictionary(
        fc.constantFrom('creator', 'rights', 'x:scale', 'audience', 'guzhi:conflictOf'),
        fc.oneof(
          hostileText,
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.constant([{ a: null }]),
        ),
      ),
    },
    {
      requiredKeys: ['id', 'target', 'motivations', 'note', 'tags', 'created', 'modified', 'ext'],
    },
  )
  .map((annotation) => JSON.parse(JSON.stringify(annotation)) as Annotation);
