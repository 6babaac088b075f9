import { describe, expect, it } from 'vitest';
import { packageFamily, parseOsRelease } from '../../../scripts/system/os-release.mjs';
import { missingLibraries, packagesFor } from '../../../scripts/system/shared-libraries.mjs';

describe('os-release', () => {
  it('takes the quotes off', () => {
    expect(
      parseOsRelease('NAME="Debian GNU/Linux"\nID=debian\n# comment\nVERSION_ID=\'12\'\n'),
    ).toEqual({ NAME: 'Debian GNU/Linux', ID: 'debian', VERSION_ID: '12' });
  });

  it.each([
    ['ID=debian\n', 'debian'],
    ['ID=ubuntu\nID_LIKE=debian\n', 'ubuntu'],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"\n', 'ubuntu'],
    ['ID=raspbian\nID_LIKE=debian\n', 'debian'],
    ['ID=fedora\n', 'other'],
    ['ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', 'other'],
    ['', 'other'],
  ])('%j is %s', (text, family) => {
    expect(packageFamily(text)).toBe(family);
  });
});

describe('the libraries that ldd does not find', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)',
    '\tlibnss3.so => not found',
    '\tlibgtk-3.so.0 => not found',
    '\tlibasound.so.2 => not found',
    '\tlibnss3.so => not found',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f)',
  ].join('\n');

  it('are named once each', () => {
    expect(missingLibraries(output)).toEqual(['libasound.so.2', 'libgtk-3.so.0', 'libnss3.so']);
    expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x7f)')).toEqual([]);
  });

  it.each([
    [['libnss3.so', 'libnssutil3.so', 'libsmime3.so', 'libnspr4.so'], [['libnss3']]],
    [['libasound.so.2'], [['libasound2t64', 'libasound2']]],
    [['libgbm.so.1', 'libdrm.so.2'], [['libgbm1']]],
    [['libatk-1.0.so.0', 'libX11.so.6', 'libgtk-3.so.0'], [['libgtk-3-0t64', 'libgtk-3-0']]],
    [[], []],
  ])('%j come with %j', (libraries, packages) => {
    expect(packagesFor(libraries)).toEqual(packages);
  });
});
