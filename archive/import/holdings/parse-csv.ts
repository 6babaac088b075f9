import Papa from 'papaparse';

/** The rows of a CSV, TSV or semicolon-separated text, without rows that are empty throughout. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', '\t', ';', '，', '|'],
  });
  return data;
}
