import type { ByteSink } from '../format/byte-storage.ts';
import { IndexWriter } from '../format/index-writer.ts';
import { PostingsWriter } from './postings-writer.ts';
import type { CollectedSegment } from './segment-builder.ts';
import { ApartTerms, GlyphTerms, NeighbourTerms, type TermStream } from './term-streams.ts';

/** Blocks between two rests for the sink. */
const settleEvery = 64;

/** Sorts a segment and writes it as an index file of its own. */
export async function writeSegment(segment: CollectedSegment, sink: ByteSink): Promise<void> {
  const writer = new IndexWriter(sink);
  const streams: readonly TermStream[] = [
    new NeighbourTerms(segment),
    new GlyphTerms(segment),
    new ApartTerms(segment),
  ];
  const postings = new PostingsWriter(writer.documents, writer.positions);
  let blocks = 0;
  for (;;) {
    let next = streams[0];
    for (const stream of streams) {
      if (next !== undefined && stream.key < next.key) next = stream;
    }
    if (next === undefined || next.key === Infinity) break;
    const { key } = next;
    postings.begin();
    // What is written apart from the pairs of neighbours has no positions; the end of a text none.
    next.next(postings);
    if (writer.add(key, postings.count) && ++blocks % settleEvery === 0) await sink.settle();
  }
  writer.finish(segment.table);
  await sink.settle();
}
