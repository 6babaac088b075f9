import { useEffect, useState } from 'react';
import type { ExportScope } from './export-choices.ts';
import { gatherQuotations } from './gather-quotations.ts';
import type { QuotationRecord } from './quotation-record.ts';

/** The quotations of a scope; null until they are read, an error where they cannot be. */
export function useQuotations(scope: ExportScope): readonly QuotationRecord[] | Error | null {
  const key = JSON.stringify(scope);
  const [found, setFound] = useState<{
    key: string;
    records: readonly QuotationRecord[] | Error;
  }>();
  useEffect(() => {
    let isCurrent = true;
    gatherQuotations(JSON.parse(key) as ExportScope)
      .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
      .then((records) => {
        if (isCurrent) setFound({ key, records });
      })
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return found?.key === key ? found.records : null;
}
