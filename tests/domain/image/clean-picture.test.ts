import fc from 'fast-check';
import { unzlibSync } from 'fflate';
import { crc32 } from '../../../src/adapters/xlsx/zip/crc32.ts';
import { cleanPicture, pictureKey } from '../../../src/domain/image/clean-picture.ts';
import { joined } from '../../../src/domain/image/bytes.ts';
import { MAX_MEGAPIXELS, MAX_PIECES, type CleanPicture } from '../../../src/domain/image/picture.ts';
import { chunk, exif, JPEG, latin, OTHER_PICTURES, png, segment, withSegments } from '../../support/pictures.ts';

const clean = (bytes: Uint8Array) => cleanPicture(bytes, crc32);

function cleaned(bytes: Uint8Array): CleanPicture {
  const picture = clean(bytes);
  if ('reason' in picture) throw new Error(JSON.stringify(picture));
  return picture;
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a picture that is passed on', () => {
  it.each<[string, Uint8Array, CleanPicture['format']]>([
    ['a PNG picture', png(), 'png'],
    ...Object.entries(JPEG).map(([kind, bytes]): [string, Uint8Array, CleanPicture['format']] => [kind, bytes, 'jpeg']),
  ])('has its format and size: %s', (_, bytes, format) => {
    expect(cleaned(bytes)).toMatchObject({ format, width: 24, height: 16, turn: { quarters: 0, mirrored: false } });
  });

  it('keeps what decides how it looks, byte for byte, and nothing of what a program added', () => {
    const profile = chunk('iCCP', latin('sRGB\0\0x'));
    const added = [
      chunk('tEXt', latin('Author\0สมชาย'.slice(0, 7))),
      chunk('iTXt', latin('Comment\0\0\0\0\0secret')),
      chunk('zTXt', latin('Comment\0\0secret')),
      chunk('tIME', Uint8Array.of(7, 229, 1, 1, 1, 1, 1)),
      chunk('prVt', latin('secret')),
    ];
    const bytes = png(undefined, { before: [profile, ...added], after: added });
    expect(cleaned(joined([bytes, latin('secret behind the end')])).bytes).toEqual(
      png(undefined, { before: [profile] }),
    );
  });

  it('loses what a camera wrote, previews and whatever follows its end', () => {
    const preview = latin('JFIF\0\x01\x02\0\0\x48\0\x48\x01\x01\x10\x20\x30');
    const icc = segment(0xe2, latin('ICC_PROFILE\0\x01\x01profile'));
    const bytes = joined([
      withSegments(
        JPEG.progressive.subarray(0),
        segment(0xe1, joined([latin('Exif\0\0'), exif(1)])),
        segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<secret/>')),
        segment(0xe2, latin('MPF\0secret')),
        segment(0xed, latin('Photoshop 3.0\0secret')),
        segment(0xfe, latin('secret')),
        segment(0xe0, preview),
        icc,
      ),
      JPEG.baseline,
      latin('secret'),
    ]);
    const { bytes: left } = cleaned(bytes);
    expect(textOf(left)).not.toMatch(/secret|GPS|Exif/);
    expect(textOf(left)).not.toContain('\x10\x20\x30');
    expect(textOf(left)).toContain(textOf(icc));
    expect(left).toHaveLength(JPEG.progressive.length + 18 + icc.length);
  });

  it('keeps every byte of the tables and of the coded data', () => {
    for (const bytes of Object.values(JPEG)) expect(cleaned(bytes).bytes).toEqual(bytes);
  });

  it.each([
    [1, 0, false],
    [2, 0, true],
    [3, 2, false],
    [4, 2, true],
    [5, 3, true],
    [6, 1, false],
    [7, 1, true],
    [8, 3, false],
    [9, 0, false],
  ])('tells how the camera was held: orientation %i', (orientation, quarters, mirrored) => {
    const turn = { quarters, mirrored };
    for (const order of ['II', 'MM'] as const) {
      const data = exif(orientation, order);
      expect(cleaned(withSegments(JPEG.baseline, segment(0xe1, joined([latin('Exif\0\0'), data]))))).toMatchObject({
        turn,
      });
      expect(cleaned(png(undefined, { before: [chunk('eXIf', data)] }))).toMatchObject({ turn });
    }
  });

  it('is the same when it is cleaned again, whatever stood in it', () => {
    const data = fc.uint8Array({ maxLength: 40 });
    const markers = fc.constantFrom(0xe0, 0xe1, 0xe2, 0xe3, 0xed, 0xee, 0xef, 0xfe);
    const types = fc.constantFrom('tEXt', 'iTXt', 'zTXt', 'tIME', 'eXIf', 'pHYs', 'prVt', 'acTL');
    const pictures = fc.oneof(
      fc
        .tuple(fc.constantFrom(...Object.values(JPEG)), fc.array(fc.tuple(markers, data)), data)
        .map(([jpeg, added, behind]) =>
          joined([withSegments(jpeg, ...added.map(([marker, its]) => segment(marker, its))), behind]),
        ),
      fc
        .tuple(fc.array(fc.tuple(types, data)), fc.array(fc.tuple(types, data)), data)
        .map(([before, after, behind]) => {
          const chunks = (list: typeof before) => list.map(([type, its]) => chunk(type, its));
          return joined([png(undefined, { before: chunks(before), after: chunks(after) }), behind]);
        }),
    );
    fc.assert(
      fc.property(pictures, (bytes) => {
        const once = cleaned(bytes);
        expect(cleaned(once.bytes).bytes).toEqual(once.bytes);
        expect(pictureKey(cleaned(once.bytes), crc32)).toBe(pictureKey(once, crc32));
        expect(once).toMatchObject({ width: 24, height: 16 });
        expect(once.bytes.length).toBeLessThanOrEqual(bytes.length + 18);
      }),
    );
  });

  it('of PNG has the same pixels, whatever stood in it', () => {
    const data = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(fc.array(data), fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), (texts, color) => {
        const bytes = png({ width: 3, height: 2 }, { before: texts.map((each) => chunk('tEXt', each)), color });
        expect([...pixelsOf(cleaned(bytes).bytes)]).toEqual([...pixelsOf(bytes)]);
      }),
    );
  });
});

/** The inflated data of a PNG picture with one chunk of pixels. */
function pixelsOf(bytes: Uint8Array): Uint8Array {
  const at = textOf(bytes).lastIndexOf('IDAT');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at - 4);
  return unzlibSync(bytes.slice(at + 4, at + 4 + length));
}

describe('a picture that is not passed on', () => {
  it.each(Object.entries(OTHER_PICTURES))('is named by what it holds: %s', (format, bytes) => {
    expect(clean(bytes)).toEqual({ reason: 'format', format });
  });

  it('is an SVG in UTF-16, too', () => {
    const bytes = Buffer.from('\uFEFF<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>', 'utf16le');
    expect(clean(bytes)).toEqual({ reason: 'format', format: 'svg' });
  });

  it('is a JPEG that only few programs decode', () => {
    const arithmetic = JPEG.baseline.slice();
    arithmetic[textOf(arithmetic).indexOf('\xff\xc0') + 1] = 0xc9;
    expect(clean(arithmetic)).toEqual({ reason: 'format', format: 'unusual-jpeg' });
  });

  const broken = { reason: 'broken' };

  it('is one that ends too early, wherever', () => {
    for (const bytes of [png(), JPEG.baseline, JPEG.restarting, JPEG.progressive]) {
      for (let length = 8; length < bytes.length; length++) expect(clean(bytes.subarray(0, length))).toEqual(broken);
    }
  });

  it('is a PNG with changed bytes, without pixels, or with colours that do not exist', () => {
    const bytes = png();
    for (const at of [16, 24, 25, 50]) {
      const changed = bytes.slice();
      changed[at]! ^= 0x55;
      expect(clean(changed)).toEqual(broken);
    }
    const header = bytes.subarray(0, 33);
    expect(clean(joined([header, chunk('IEND', new Uint8Array())]))).toEqual(broken);
    expect(clean(joined([bytes.subarray(0, 8), chunk('IDAT', latin('x')), bytes.subarray(8)]))).toEqual(broken);
    expect(
      clean(joined([bytes.subarray(0, 8), chunk('IHDR', header.slice(16, 29).fill(9, 8, 9)), bytes.subarray(33)])),
    ).toEqual(broken);
  });

  it('is one with an absurd size', () => {
    const size = (width: number, height: number): Uint8Array => {
      const bytes = png();
      const data = bytes.slice(16, 29);
      new DataView(data.buffer).setUint32(0, width);
      new DataView(data.buffer).setUint32(4, height);
      return joined([bytes.subarray(0, 8), chunk('IHDR', data), bytes.subarray(33)]);
    };
    expect(clean(size(0, 16))).toEqual(broken);
    expect(clean(size(30_001, 1))).toEqual({ reason: 'too-many-pixels', most: MAX_MEGAPIXELS });
    expect(clean(size(8_000, 8_001))).toEqual({ reason: 'too-many-pixels', most: MAX_MEGAPIXELS });
    expect(clean(size(8_000, 8_000))).toMatchObject({ format: 'png' });
  });

  it('is one of more pieces than memory should hold', () => {
    const empty = chunk('IDAT', new Uint8Array());
    const many = (count: number): Uint8Array => png(undefined, { before: Array.from({ length: count }, () => empty) });
    expect(clean(many(MAX_PIECES - 10))).toMatchObject({ format: 'png' });
    expect(clean(many(MAX_PIECES))).toEqual(broken);
    const restarts = Array.from({ length: MAX_PIECES }, () => segment(0xdd, Uint8Array.of(0, 0)));
    expect(clean(withSegments(JPEG.baseline, ...restarts))).toEqual(broken);
  });

  it('never stops the reader, whatever its bytes are', () => {
    const starts = [png().subarray(0, 40), JPEG.baseline.subarray(0, 30), ...Object.values(OTHER_PICTURES)];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), fc.nat(60), (start, rest, at) => {
        const bytes = joined([start, rest]);
        bytes[at % bytes.length]! ^= 0xff;
        const picture = clean(bytes);
        const outcome = 'bytes' in picture ? clean(picture.bytes) : picture;
        expect('format' in outcome || ['broken', 'too-many-pixels'].includes(outcome.reason)).toBe(true);
      }),
    );
  });
});
