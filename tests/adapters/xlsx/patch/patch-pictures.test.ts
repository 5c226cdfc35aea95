import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { crc32 } from '../../../../src/adapters/xlsx/zip/crc32.ts';
import { cleanPicture } from '../../../../src/domain/image/clean-picture.ts';
import type { CleanPicture } from '../../../../src/domain/image/picture.ts';
import type { SheetObject } from '../../../../src/domain/spreadsheet/content.ts';
import type { PicturePlan } from '../../../../src/domain/spreadsheet/plan.ts';
import { changedParts, entriesOf, withPart } from '../../../support/changed-parts.ts';
import { buildZip, relationship } from '../../../support/package-builder.ts';
import { JPEG, png } from '../../../support/pictures.ts';
import { districtPlan } from '../../../support/plans-2565.ts';
import { putPictures } from '../../../support/put-pictures.ts';

const codec = createXlsxCodec();
const sheet = districtPlan.sheets[1]!.name;
let blank: Uint8Array;

beforeAll(async () => {
  blank = await codec.encode(districtPlan);
});

const clean = (bytes: Uint8Array): CleanPicture => cleanPicture(bytes, crc32) as CleanPicture;
const PNG = clean(png({ width: 24, height: 16 }));

function planned(change: Partial<PicturePlan> = {}): PicturePlan {
  return {
    name: 'ภาพ 1',
    description: 'อบรม "รุ่น ๑" <ก&ข>',
    at: { row: 5, column: 14 },
    width: 96,
    height: 64,
    picture: PNG,
    ...change,
  };
}

async function added(bytes: Uint8Array, ...plans: readonly PicturePlan[]): Promise<Uint8Array> {
  const swaps = plans.map((after) => ({ sheet, after }));
  return (await codec.patchPictures(bytes, swaps)).bytes;
}

const objectsIn = async (bytes: Uint8Array, name = sheet): Promise<readonly SheetObject[]> =>
  (await codec.decode(bytes)).sheets.find((each) => each.name === name)?.objects ?? [];
const textOf = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(unzipSync(bytes)[part]);

const typesIn = (bytes: Uint8Array): readonly string[] => textOf(bytes, '[Content_Types].xml').split(/(?=<)/).sort();

describe('adding pictures to a workbook', () => {
  it('puts a picture over a cell of a sheet that had none', async () => {
    const bytes = await added(blank, planned());
    expect(await objectsIn(bytes)).toMatchObject([
      {
        kind: 'picture',
        name: 'ภาพ 1',
        description: 'อบรม "รุ่น ๑" <ก&ข>',
        area: { top: 5, left: 14 },
        image: { type: 'image/png', size: PNG.bytes.length, picture: { format: 'png', width: 24, height: 16 } },
      },
    ]);
    expect(unzipSync(bytes)['xl/media/image1.png']).toEqual(PNG.bytes);
    expect(changedParts(blank, bytes)).toEqual([
      '[Content_Types].xml',
      'xl/worksheets/sheet2.xml',
      'xl/media/image1.png',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/drawings/drawing1.xml',
    ]);
  });

  it('names the drawing at its place among the elements of the sheet', async () => {
    const wide = (end: string): Uint8Array =>
      withPart(blank, 'xl/worksheets/sheet2.xml', (xml) => xml.replace('</worksheet>', `${end}</worksheet>`));
    for (const end of ['', '<legacyDrawing r:id="rId9"/>', '<tableParts count="0"/>', '<extLst/>']) {
      const xml = textOf(await added(wide(end), planned()), 'xl/worksheets/sheet2.xml');
      expect(xml).toMatch(new RegExp(`</ignoredErrors><drawing [^>]*r:id="rId1"/>${end}</worksheet>$`));
    }
  });

  it('puts several into one drawing where that of the sheet is missing', async () => {
    const name = 'xl/worksheets/_rels/sheet2.xml.rels';
    const root = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
    const lost = relationship('drawing', 'rId1', '../drawings/lost.xml');
    const content = `<Relationships ${root}>${lost}</Relationships>`;
    const bytes = await added(
      buildZip([...entriesOf(blank), { name, content }]),
      planned(),
      planned({ name: 'ภาพ 2' }),
    );
    expect((await objectsIn(bytes)).map((object) => object.name)).toEqual(['ภาพ 1', 'ภาพ 2']);
    const drawings = Object.keys(unzipSync(bytes)).filter((part) => part.startsWith('xl/drawings/drawing'));
    expect(drawings).toEqual(['xl/drawings/drawing1.xml']);
  });

  it('takes the prefix of the root element, not of one in a comment before it', async () => {
    const commented = (xml: string): string => xml.replace('<worksheet', '<!-- <x:worksheet> --><worksheet');
    const bytes = await added(withPart(blank, 'xl/worksheets/sheet2.xml', commented), planned());
    expect(textOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('<drawing ');
    expect(await objectsIn(bytes)).toHaveLength(1);
  });

  it('keeps what is in a drawing that is there', async () => {
    const put = [{ sheet, row: 7, column: 3, bytes: png({ width: 10, height: 10 }), description: 'เดิม' }];
    const before = putPictures(blank, put);
    const bytes = await added(before, planned(), planned({ name: 'ภาพ 2', picture: clean(JPEG.baseline) }));
    expect((await objectsIn(bytes)).map(({ description }) => description)).toEqual([
      'เดิม',
      planned().description,
      planned().description,
    ]);
    expect(changedParts(before, bytes)).toEqual([
      '[Content_Types].xml',
      'xl/drawings/drawing90.xml',
      'xl/drawings/_rels/drawing90.xml.rels',
      'xl/media/image2.png',
      'xl/media/image1.jpeg',
    ]);
    const ids = [...textOf(bytes, 'xl/drawings/drawing90.xml').matchAll(/cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['2', '3', '4']);
  });

  it.each([
    ['a default namespace', (xml: string) => xml.replaceAll('xdr:', '').replace('xmlns:xdr', 'xmlns')],
    ['an unusual prefix', (xml: string) => xml.replaceAll('xdr:', 'd:').replace('xmlns:xdr', 'xmlns:d')],
    ['nothing in it', (xml: string) => xml.replace(/>.*$/s, '/>')],
  ])('extends a drawing with %s', async (_, change) => {
    const put = [{ sheet, row: 7, column: 3, bytes: png({ width: 10, height: 10 }), description: 'เดิม' }];
    const before = withPart(putPictures(blank, put), 'xl/drawings/drawing90.xml', change);
    const known = await objectsIn(before);
    const after = await objectsIn(await added(before, planned()));
    expect(after).toMatchObject([...known, { description: planned().description }]);
    const removed = await codec.patchPictures(await added(before, planned()), [{ sheet, before: planned() }]);
    expect(await objectsIn(removed.bytes)).toEqual(known);
  });

  it.each([
    '02-saved-by-libreoffice',
    '02-saved-by-openpyxl',
    '02-adds-a-text-box',
    '02-comments-on-a-cell',
    '02-sent',
  ])('adds to a form that is %s, and takes away again without a trace in other parts', async (name) => {
    const before = new Uint8Array(readFileSync(`tests/fixtures/forms/1/${name}.xlsx`));
    const { name: first } = (await codec.decode(before)).sheets[1]!;
    const { bytes } = await codec.patchPictures(before, [{ sheet: first, after: planned() }]);
    const known = await objectsIn(before, first);
    expect(await objectsIn(bytes, first)).toMatchObject([...known, { description: planned().description }]);
    const { bytes: undone, refused } = await codec.patchPictures(bytes, [{ sheet: first, before: planned() }]);
    expect(refused).toEqual([]);
    expect(await objectsIn(undone, first)).toEqual(known);
    const left = changedParts(before, undone);
    expect(left.filter((part) => !/^\[Content_Types\]\.xml$|\.rels$/.test(part))).toEqual([]);
  });

  it('takes the other text of a picture in its place', async () => {
    const before = planned();
    const after = { ...before, description: 'ใหม่' };
    const { bytes, refused } = await codec.patchPictures(await added(blank, before), [{ sheet, before, after }]);
    expect(refused).toEqual([]);
    expect((await objectsIn(bytes)).map(({ description }) => description)).toEqual(['ใหม่']);
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.includes('media'))).toEqual(['xl/media/image1.png']);
  });

  it('describes a picture at its place among others, and keeps what somebody made of it', async () => {
    const plans = [planned(), planned({ name: 'ภาพ 2', description: 'สอง' })];
    const cropped = withPart(await added(blank, ...plans), 'xl/drawings/drawing1.xml', (xml) =>
      xml.replace('<a:stretch>', '<a:srcRect l="25000"/><a:stretch>').replace(/ descr="[^"]*"/, ''),
    );
    const after = planned({ description: 'ใหม่ "<&>"\n\u0001๒' });
    const { bytes } = await codec.patchPictures(cropped, [{ sheet, before: planned(), after }]);
    const [first, second] = await objectsIn(bytes);
    expect(first).toMatchObject({ name: 'ภาพ 1', description: 'ใหม่ "<&>"\n๒', frame: { crop: { left: 0.25 } } });
    expect(second).toMatchObject({ name: 'ภาพ 2', description: 'สอง' });
    expect(changedParts(cropped, bytes)).toEqual(['xl/drawings/drawing1.xml']);
  });

  it('leaves a picture alone that somebody grouped with others, or took away', async () => {
    const before = await added(blank, planned(), planned({ name: 'ภาพ 2' }));
    const grouped = withPart(before, 'xl/drawings/drawing1.xml', (xml) =>
      xml.replace('<xdr:pic>', '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="9" name="อื่น"/></xdr:nvPicPr></xdr:pic><xdr:pic>'),
    );
    const swap = { sheet, before: planned() };
    expect(await codec.patchPictures(grouped, [swap])).toEqual({ bytes: grouped, refused: [swap] });
    expect(await codec.patchPictures(blank, [swap])).toEqual({ bytes: blank, refused: [swap] });
  });

  it('keeps an image that is shown elsewhere too', async () => {
    const two = await added(blank, planned(), planned({ name: 'ภาพ 2' }));
    const shared = withPart(two, 'xl/drawings/_rels/drawing1.xml.rels', (xml) => xml.replace('image2', 'image1'));
    const { bytes } = await codec.patchPictures(shared, [{ sheet, before: planned() }]);
    expect(await objectsIn(bytes)).toMatchObject([{ name: 'ภาพ 2', image: { size: PNG.bytes.length } }]);
  });

  it('writes the namespaces of a strict package', async () => {
    const strict = withPart(blank, 'xl/worksheets/sheet2.xml', (xml) =>
      xml.replace(/xmlns="[^"]*"/, 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'),
    );
    const bytes = await added(strict, planned());
    expect(await objectsIn(bytes)).toMatchObject([{ name: 'ภาพ 1', image: { type: 'image/png' } }]);
    expect(textOf(bytes, 'xl/drawings/drawing1.xml')).not.toMatch(/schemas\.openxmlformats\.org/);
  });

  it('says when the file was saved, where it is told', async () => {
    const { bytes } = await codec.patchPictures(blank, [{ sheet, after: planned() }], '2022-04-02T03:04:05.000Z');
    expect((await codec.decode(bytes)).savedAt).toBe('2022-04-02T03:04:05.000Z');
  });

  it('makes the same file of several changes at once as of one after the other', async () => {
    const other = districtPlan.sheets[2]!.name;
    const shared = putPictures(blank, [{ sheet, row: 7, column: 3, bytes: JPEG.baseline, description: 'เดิม' }]);
    const wish = fc.record({ name: fc.integer({ min: 1, max: 6 }), isJpeg: fc.boolean(), isOther: fc.boolean() });
    const way = fc.constantFrom('add', 'remove', 'describe' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.tuple(way, wish), { minLength: 2, maxLength: 12 }),
        async (isShared, wishes) => {
          const bytes = isShared ? shared : blank;
          const swaps = wishes.map(([what, { name, isJpeg, isOther }]) => {
            const plan = planned({ name: `ภาพ ${name}`, ...(isJpeg ? { picture: clean(JPEG.baseline) } : {}) });
            const before = what === 'add' ? {} : { before: plan };
            const after =
              what === 'remove' ? {} : { after: { ...plan, ...(what === 'add' ? {} : { description: 'ใหม่' }) } };
            return { sheet: isOther ? other : sheet, ...before, ...after };
          });
          const atOnce = await codec.patchPictures(bytes, swaps);
          let now = bytes;
          const refused = [];
          for (const swap of swaps) {
            const one = await codec.patchPictures(now, [swap]);
            now = one.bytes;
            refused.push(...one.refused);
          }
          expect(atOnce.refused).toEqual(refused);
          // Types may be declared in another order.
          expect(changedParts(now, atOnce.bytes).filter((part) => part !== '[Content_Types].xml')).toEqual([]);
          expect(typesIn(atOnce.bytes)).toEqual(typesIn(now));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses a sheet that is not there', async () => {
    await expect(codec.patchPictures(blank, [{ sheet: 'ไม่มี', after: planned() }])).rejects.toThrow(RangeError);
  });

  it('keeps the number and bytes of all pictures, and every part but those of the drawing', async () => {
    const pictures = fc.array(
      fc.record({
        size: fc.record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) }),
        at: fc.record({ row: fc.nat(60), column: fc.nat(30) }),
        description: fc.string({ unit: 'binary' }),
        isJpeg: fc.boolean(),
        isRemoved: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(pictures, async (wanted) => {
        const plans = wanted.map(({ size, at, description, isJpeg }, index) =>
          planned({
            name: `ภาพ ${index}`,
            at,
            description,
            picture: isJpeg ? clean(JPEG.progressive) : clean(png(size)),
          }),
        );
        const all = await added(blank, ...plans);
        const gone = plans.filter((_, index) => wanted[index]?.isRemoved);
        const { bytes, refused } = await codec.patchPictures(
          all,
          gone.map((before) => ({ sheet, before })),
        );
        expect(refused).toEqual([]);
        const left = plans.filter((plan) => !gone.includes(plan));
        const shown = await objectsIn(bytes);
        expect(shown.map(({ name }) => name)).toEqual(left.map(({ name }) => name));
        const keys = shown.flatMap(({ image }) => (image && !('reason' in image.picture) ? [image.picture.key] : []));
        const found = await codec.pictures(bytes, new Set(keys));
        expect(keys.map((key) => found.get(key)?.bytes)).toEqual(left.map(({ picture }) => picture.bytes));
        const media = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('xl/media/'));
        expect(media).toHaveLength(left.length);
        const others = changedParts(blank, bytes).filter((part) => !/media|drawing|\[Content|sheet2\.xml/.test(part));
        expect(others).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
