import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { openBag } from '../../../../archive/bag/bag-reader.ts';
import { imageSize } from '../../../../archive/media/image-size.ts';
import { imageType } from '../../../../archive/media/image-type.ts';
import { bagZip, judge, madeContent, seal } from '../../../fixtures/made-bag.ts';
import {
  avifFront,
  gifFront,
  jpegFront,
  pngFront,
  svgOf,
  webpFront,
} from '../../../fixtures/pictures.ts';

const work = mkdtempSync(join(tmpdir(), 'guzhi-media-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

interface Served {
  readonly contentType: string;
  readonly content: Buffer;
}

/** What the reader serves for a picture, without the payload having been read. */
async function serve(bytes: Buffer, path: string): Promise<Served | null> {
  const file = join(work, 'media.newsbag');
  writeFileSync(file, bytes);
  const opening = await openBag(file);
  if (opening.outcome !== 'opened') throw new Error(JSON.stringify(opening.problems));
  try {
    const found = await opening.bag.media(path);
    if (!found) return null;
    const content = await buffer(found.stream());
    expect(content).toHaveLength(found.bytes);
    return { contentType: found.contentType, content };
  } finally {
    await opening.bag.close();
  }
}

function bagOf(name: string, content: Buffer): Buffer {
  return bagZip(madeContent({ payload: { [`data/media/${name}`]: content } }));
}

const pictures = [
  ['image/jpeg', jpegFront(640, 480)],
  ['image/png', pngFront(640, 480)],
  ['image/gif', gifFront(640, 480)],
  ['image/webp', webpFront('VP8 ', 640, 480)],
  ['image/webp', webpFront('VP8L', 640, 480)],
  ['image/webp', webpFront('VP8X', 640, 480)],
  ['image/avif', avifFront(640, 480)],
  ['image/svg+xml', svgOf('<path d="M0 0"/>', 'width="640" height="480px"')],
  ['image/svg+xml', svgOf('<path d="M0 0"/>', "viewBox='0 0 640 480'")],
] as const;

test.each(pictures)(
  '%s is told by its first bytes, and its size by its header',
  async (type, front) => {
    expect(imageType(front)).toBe(type);
    expect(imageSize(front, type)).toEqual({ width: 640, height: 480 });
    // Called otherwise than it is, it is served as what it is.
    const served = await serve(bagOf('x.bin', front), 'media/x.bin');
    expect(served).toEqual({ contentType: type, content: front });
  },
);

test.each(pictures)('a %s cut short has no size and breaks nothing', (type, front) => {
  for (let length = 0; length < front.length; length += 1) {
    const cut = front.subarray(0, length);
    expect(() => imageType(cut)).not.toThrow();
    expect(() => imageSize(cut, type)).not.toThrow();
  }
});

test.each(['media/absent.jpg', '../archive.json', 'archive.json', 'media/', ''])(
  '%j is not served',
  async (path) => {
    expect(await serve(bagZip(madeContent()), path)).toBeNull();
  },
);

test('10 a damaged picture is not served', async () => {
  const content = madeContent();
  const drawing = content.get('data/media/ferry.svg') ?? Buffer.alloc(0);
  content.set('data/media/ferry.svg', Buffer.from(String(drawing).replace('8', '9')));
  expect(await serve(bagZip(content), 'media/ferry.svg')).toBeNull();
});

test('44 a picture of more than 100 megapixels is reported and not served', async () => {
  const bytes = bagOf('huge.png', pngFront(10_001, 10_000));
  const { codes, report } = await judge(bytes);
  expect(codes).toEqual(['neutralise image-too-large']);
  expect(report.problems[0]?.details).toMatchObject({ width: 10_001, height: 10_000 });
  expect(await serve(bytes, 'media/huge.png')).toBeNull();
  expect(
    await serve(bagOf('large.png', pngFront(10_000, 10_000)), 'media/large.png'),
  ).not.toBeNull();
});

const farFrame = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  // Profiles and thumbnails, more than is held of other pictures.
  ...Array.from({ length: 8 }, () =>
    Buffer.concat([Buffer.from([0xff, 0xe2, 0xff, 0xff]), Buffer.alloc(0xfffd, 0x41)]),
  ),
]);

test.each([
  ['far.jpg', Buffer.concat([farFrame, jpegFront(20_000, 20_000).subarray(2)])],
  [
    'skipped.jpg',
    Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 2, 1, 2]),
      jpegFront(20_000, 20_000).subarray(2),
    ]),
  ],
  ['two.avif', Buffer.concat([avifFront(1, 1), avifFront(20_000, 20_000).subarray(20)])],
])('44 the size of %s is found wherever it stands', async (name, content) => {
  const bytes = bagOf(name, content);
  expect((await judge(bytes)).codes).toEqual(['neutralise image-too-large']);
  expect(await serve(bytes, `media/${name}`)).toBeNull();
});

test('44 a JPEG with much before its frame is served, one without a frame is not', async () => {
  const good = Buffer.concat([farFrame, jpegFront(640, 480).subarray(2)]);
  expect((await serve(bagOf('far.jpg', good), 'media/far.jpg'))?.contentType).toBe('image/jpeg');
  const bytes = bagOf('none.jpg', farFrame);
  expect((await judge(bytes)).codes).toEqual(['neutralise media-not-an-image']);
});

test.each([
  ['HTML', '<!doctype html><html><script>alert(1)</script></html>'],
  ['HTML with a drawing in it', '<html><svg width="1" height="1"></svg></html>'],
  ['PDF', '%PDF-1.7'],
  ['nothing', ''],
  ['an executable', 'MZ\u0090'],
])('45 %s called .jpg is reported and not served', async (_what, content) => {
  const bytes = bagOf('page.jpg', Buffer.from(content, 'latin1'));
  const { codes } = await judge(bytes);
  expect(codes).toEqual(['neutralise media-not-an-image']);
  expect(await serve(bytes, 'media/page.jpg')).toBeNull();
});

describe('46 drawings', () => {
  test.each([
    ['a script', svgOf('<script>alert(1)</script>')],
    [
      'a script with a prefix',
      svgOf('<svg:script xmlns:svg="http://www.w3.org/2000/svg">1</svg:script>'),
    ],
    ['a script in capitals', svgOf('<SCRIPT/>')],
    ['a handler', svgOf('', 'width="8" height="6" onload="alert(1)"')],
    ['a handler after a line end', svgOf('<rect\nonclick\n=\n"x"/>')],
    ['HTML inside', svgOf('<foreignObject><p>x</p></foreignObject>')],
    ['a javascript: link', svgOf('<a href="javascript:alert(1)"><rect/></a>')],
    [
      'a javascript: link in references',
      svgOf('<a xlink:href="&#106;avascript:alert(1)"><rect/></a>'),
    ],
    ['a link that is set later', svgOf('<a><animate attributeName="href" to="javascript:x"/></a>')],
    ['a picture from elsewhere', svgOf('<image href="https://example.org/x.png"/>')],
    ['a picture from the disk', svgOf("<image href='file:///etc/passwd'/>")],
    ['a drawing in a drawing', svgOf('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>')],
    ['a style from elsewhere', svgOf('<style>@import "https://example.org/x.css";</style>')],
    ['a fill from elsewhere', svgOf('<rect fill="url(https://example.org/x#y)"/>')],
    [
      'a document type',
      Buffer.from('<!DOCTYPE svg [<!ENTITY x "y">]><svg width="1" height="1">&x;</svg>'),
    ],
    [
      'a stylesheet instruction',
      Buffer.from('<svg width="1" height="1"><?xml-stylesheet href="x"?></svg>'),
    ],
    ['UTF-16', Buffer.from('\ufeff<svg><script/></svg>', 'utf16le')],
    ['bytes that are not UTF-8', Buffer.concat([svgOf(''), Buffer.from([0xff])])],
    ['NUL', svgOf('\u0000')],
    [
      'a script with a prefix that is not Latin',
      svgOf('<文:script xmlns:文="http://www.w3.org/2000/svg">1</文:script>'),
    ],
    ['a style in escapes', svgOf('<style>@\\69mport "https://example.org/x.css";</style>')],
    ['a fill in escapes', svgOf('<rect style="fill:u\\72l(https://example.org/x)"/>')],
    ['a set of pictures', svgOf('<style>*{mask:image-set("https://example.org/x" 1x)}</style>')],
    [
      'a picture of HTML',
      svgOf('<img xmlns="http://www.w3.org/1999/xhtml" srcset="https://example.org/x 1x"/>'),
    ],
    [
      'a script that another encoding spells',
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="ISO-2022-JP"?>'),
        svgOf('<scr\u001b(Bipt>1</scr\u001b(Bipt>'),
      ]),
    ],
  ])('46 with %s is not served', async (_what, content) => {
    const bytes = bagOf('drawing.svg', content);
    const { codes } = await judge(bytes);
    expect(['neutralise svg-with-script', 'neutralise media-not-an-image']).toContain(codes[0]);
    expect(await serve(bytes, 'media/drawing.svg')).toBeNull();
  });

  test.each([
    ['plain', svgOf('<rect width="8" height="6"/>')],
    [
      'with references into itself',
      svgOf('<defs><linearGradient id="g"/></defs><use href="#g"/><rect fill="url(#g)"/>'),
    ],
    ['with a picture inside', svgOf('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    [
      'with an XML declaration and a comment',
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<!-- 渡船 -->\n'),
        svgOf(''),
      ]),
    ],
    ['with words about scripts', svgOf('<text>the javascript: of onload on tap</text>')],
  ])('46 %s is served', async (_what, content) => {
    const served = await serve(bagOf('drawing.svg', content), 'media/drawing.svg');
    expect(served?.contentType).toBe('image/svg+xml');
  });

  test('46 the script behind the first megabyte is found', async () => {
    const content = svgOf(`<!--${' '.repeat(1024 * 1024)}--><script/>`);
    expect(await serve(bagOf('long.svg', content), 'media/long.svg')).toBeNull();
  });
});

test('a picture is examined once and served again and again', async () => {
  const file = join(work, 'again.newsbag');
  writeFileSync(file, bagZip(seal(madeContent())));
  const opening = await openBag(file);
  if (opening.outcome !== 'opened') throw new Error('refused');
  const served = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const found = await opening.bag.media('media/ferry.svg');
      return found && (await buffer(found.stream())).toString();
    }),
  );
  expect(new Set(served).size).toBe(1);
  await opening.bag.close();
});
