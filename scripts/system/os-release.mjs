/** The fields of /etc/os-release. @param {string} text @returns {Record<string, string>} */
export function parseOsRelease(text) {
  /** @type {Record<string, string>} */
  const fields = {};
  for (const line of text.split('\n')) {
    const [, name, value] = /^([A-Z_0-9]+)=(.*)$/.exec(line.trim()) ?? [];
    if (name && value !== undefined) fields[name] = value.replace(/^(["'])(.*)\1$/, '$2');
  }
  return fields;
}

/** Which family of packages the system takes. @param {string} osRelease @returns {'debian' | 'ubuntu' | 'other'} */
export function packageFamily(osRelease) {
  const fields = parseOsRelease(osRelease);
  const names = [fields['ID'] ?? '', ...(fields['ID_LIKE'] ?? '').split(/\s+/)];
  if (names.includes('ubuntu')) return 'ubuntu';
  return names.includes('debian') ? 'debian' : 'other';
}
