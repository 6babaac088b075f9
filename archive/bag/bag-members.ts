import { createHash } from 'node:crypto';
import type { ArchiveDescription } from '../model/archive-description.ts';
import { fileBytesLabel } from './zip/truncation.ts';
import type { ZipMember } from './zip/zip-writing.ts';

/** A file of the payload as it is to be written. */
export interface PayloadFile {
  readonly path: string;
  readonly digest: string;
  readonly content: ZipMember['content'];
  readonly bytes: number;
}

type Described = Pick<
  ArchiveDescription,
  'id' | 'created' | 'generator' | 'dcterms:title' | 'dcterms:publisher'
>;

const fileBytesDigits = 15;

/** Names the rules of archive/README.md; the schemas' ids begin with it. */
const profileIdentifier = 'urn:guzhi:newspaper-archive:1';

/** Hex. */
export function sha512(content: Buffer): string {
  return createHash('sha512').update(content).digest('hex');
}

/** A value of bag-info.txt fits one line. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/gu, ' ');
}

function bagInfo(
  description: Described,
  payload: readonly PayloadFile[],
  fileBytes: number,
): Buffer {
  const payloadBytes = payload.reduce((sum, { bytes }) => sum + bytes, 0);
  const elements: readonly (readonly [string, string])[] = [
    ['BagIt-Profile-Identifier', profileIdentifier],
    ['External-Identifier', description.id],
    ['External-Description', description['dcterms:title']],
    ['Source-Organization', description['dcterms:publisher']],
    ['Bagging-Date', description.created.slice(0, 10)],
    ['Bag-Software-Agent', description.generator],
    ['Payload-Oxum', `${String(payloadBytes)}.${String(payload.length)}`],
    [fileBytesLabel, String(fileBytes).padStart(fileBytesDigits, '0')],
  ];
  const lines = elements
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${oneLine(value)}\n`);
  return Buffer.from(lines.join(''), 'utf8');
}

/** All entries in their fixed order: declaration first, manifests last. */
export function bagMembers(
  description: Described,
  payload: readonly PayloadFile[],
  fileBytes: number,
): readonly ZipMember[] {
  const folder = description.id.slice('urn:uuid:'.length);
  const member = (path: string, content: ZipMember['content'], isDeflated: boolean): ZipMember => ({
    name: `${folder}/${path}`,
    content,
    isDeflated,
  });
  const declaration = Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  const info = bagInfo(description, payload, fileBytes);
  const lines = payload.map(({ digest, path }) => `${digest}  ${path.replaceAll('%', '%25')}\n`);
  const manifest = Buffer.from(lines.toSorted().join(''), 'utf8');
  const tagManifest = Buffer.from(
    [
      ['bag-info.txt', info],
      ['bagit.txt', declaration],
      ['manifest-sha512.txt', manifest],
    ]
      .map(([path, content]) => `${sha512(content as Buffer)}  ${path as string}\n`)
      .join(''),
  );
  return [
    member('bagit.txt', declaration, false),
    member('bag-info.txt', info, false),
    ...payload.map(({ path, content }) => member(path, content, /\.(?:nd)?json$/u.test(path))),
    member('manifest-sha512.txt', manifest, false),
    member('tagmanifest-sha512.txt', tagManifest, false),
  ];
}
