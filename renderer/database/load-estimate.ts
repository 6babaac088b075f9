import type { BagProgress } from '../../archive/model/bag-report.ts';

/** A byte of pictures costs so much of a byte of records: it is only hashed. */
const pictureCost = 0.08;
/** Seconds before anything is said, and the part of the time so far that rates are taken from. */
const leastSeconds = 0.5;
const windowShare = 0.6;

interface Sample {
  readonly at: number;
  readonly bytes: number;
  readonly articles: number;
}

/** How much a value grows in a second: the slope of the line that lies nearest to the samples. */
function slopeOf(samples: readonly Sample[], valueOf: (sample: Sample) => number): number {
  const count = samples.length;
  const meanAt = samples.reduce((sum, { at }) => sum + at, 0) / count;
  const mean = samples.reduce((sum, sample) => sum + valueOf(sample), 0) / count;
  let both = 0;
  let square = 0;
  for (const sample of samples) {
    both += (sample.at - meanAt) * (valueOf(sample) - mean);
    square += (sample.at - meanAt) ** 2;
  }
  return square === 0 ? 0 : both / square;
}

/**
 * Tells how long reading a bag will still take, from the pace of its bytes and of its records over
 * a window that moves along.
 */
export class ReadingEstimate {
  private readonly samples: Sample[] = [];
  private began: number | null = null;
  private latest: BagProgress | null = null;

  /** `at` in seconds by any clock. */
  add(progress: BagProgress, at: number): void {
    this.began ??= at;
    this.latest = progress;
    const { bytes, totalTextBytes, articles } = progress;
    const text = Math.min(bytes, totalTextBytes);
    this.samples.push({ at, bytes: text + (bytes - text) * pictureCost, articles });
    const from = this.began + (at - this.began) * (1 - windowShare);
    while ((this.samples[0]?.at ?? at) < from) this.samples.shift();
  }

  /** Null while it cannot be known. */
  secondsLeft(): number | null {
    const { latest, samples, began } = this;
    const last = samples.at(-1);
    if (latest === null || last === undefined || began === null) return null;
    if (last.at - began < leastSeconds || samples.length < 3) return null;
    const { totalBytes, totalTextBytes, totalArticles, articles } = latest;
    const cost = totalTextBytes + (totalBytes - totalTextBytes) * pictureCost;
    const bytesPace = slopeOf(samples, ({ bytes }) => bytes);
    if (bytesPace <= 0) return null;
    const byBytes = (cost - last.bytes) / bytesPace;
    const recordsPace = slopeOf(samples, (sample) => sample.articles);
    const textLeft = Math.max(0, totalTextBytes - Math.min(latest.bytes, totalTextBytes));
    if (textLeft === 0 || recordsPace <= 0) return byBytes;
    const pictures = (totalBytes - totalTextBytes) * pictureCost;
    const byRecords = (totalArticles - articles) / recordsPace + pictures / bytesPace;
    return (byBytes + byRecords) / 2;
  }
}
