import { useEffect, useState } from 'react';
import type { QuotationRecord } from './quotation-record.ts';
import { noPhotos, readPhotos, type MediaAddress, type PhotoSource } from './read-photos.ts';

/** The pictures of a few quotations; none until they have been looked at. Null where none are wanted. */
export function usePhotos(
  records: readonly QuotationRecord[] | null,
  mediaAddress: MediaAddress,
): PhotoSource | null {
  const [read, setRead] = useState<{ records: readonly QuotationRecord[]; source: PhotoSource }>();
  useEffect(() => {
    if (records === null) return undefined;
    const stop = new AbortController();
    readPhotos(records, mediaAddress, 'linked', stop.signal).then(
      ({ source }) => {
        setRead({ records, source });
      },
      () => undefined,
    );
    return () => {
      stop.abort();
    };
  }, [records, mediaAddress]);
  if (records === null) return noPhotos.source;
  return read?.records === records ? read.source : null;
}
