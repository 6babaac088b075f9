/** The format that this program writes and reads. */
export const formatName = 'guzhi-newspaper-archive';
export const formatVersion = '1.0';

/** Major and minor of a `major.minor`. */
export function versionParts(version: string): readonly [major: number, minor: number] {
  const [major, minor] = version.split('.').map(Number);
  return [major ?? 0, minor ?? 0];
}

/** Positive when `one` is newer than `other`. */
export function compareVersions(one: string, other: string): number {
  const [major, minor] = versionParts(one);
  const [otherMajor, otherMinor] = versionParts(other);
  return major - otherMajor || minor - otherMinor;
}

/** True for a version of the same major that is newer than this program's. */
export function isNewerMinor(version: string): boolean {
  return (
    versionParts(version)[0] === versionParts(formatVersion)[0] &&
    compareVersions(version, formatVersion) > 0
  );
}
