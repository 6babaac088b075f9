/** A file name that every system takes, from a title. */
export function fileNameFor(title: string): string {
  return (
    title
      .replaceAll(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
      .trim()
      .slice(0, 80)
      .replace(/[. ]+$/u, '') || 'guzhi'
  );
}
