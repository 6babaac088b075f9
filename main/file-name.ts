/** A file name that every system takes, from a title. */
export function fileNameFor(title: string): string {
  const clean = title.replaceAll(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').trim();
  return Array.from(clean).slice(0, 80).join('').replace(/[. ]+$/u, '') || 'guzhi';
}
