import { formatCount } from './dates.ts';

/** A size in kB or MB, as the systems' file managers count them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${formatCount(Math.ceil(bytes / 1e3))} kB`;
  const megabytes = bytes / 1e6;
  return `${megabytes < 100 ? megabytes.toFixed(1) : formatCount(Math.round(megabytes))} MB`;
}
