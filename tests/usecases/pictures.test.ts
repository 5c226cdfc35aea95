import { randomBytes } from 'node:crypto';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createDocxCodec } from '../../src/adapters/docx/codec.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { findTokens } from '../../src/domain/form/read/sheet-reading.ts';
import { picturesInSheet } from '../../src/domain/master/read/pictures-in-sheet.ts';
import { PICTURES_SHEET, TABLE_SHEET } from '../../src/domain/master/sheet-names.ts';
import type { SheetContent } from '../../src/domain/spreadsheet/content.ts';
import { crc32 } from '../../src/adapters/xlsx/zip/crc32.ts';
import { cleanPicture } from '../../src/domain/image/clean-picture.ts';
import { MAX_PICTURE_MB, SHRUNK_SIDE } from '../../src/usecases/fetch-pictures.ts';
import { FileFault } from '../../src/usecases/ports/file-store.ts';
import { consolidate, type ConsolidatePorts, type ConsolidateRequest } from '../../src/usecases/consolidate.ts';
import { report } from '../../src/usecases/report.ts';
import { answer, type Answers } from '../support/answer.ts';
import { withPart } from '../support/changed-parts.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { chunk, exif, JPEG, latin, OTHER_PICTURES, png, segment, withSegments } from '../support/pictures.ts';
import { putPictures, type HowPut, type PutPicture } from '../support/put-pictures.ts';
import { partsOf } from '../support/report-document.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';
import { joined } from '../../src/domain/image/bytes.ts';

const codec = createXlsxCodec();
const OUT = '/out/m.xlsx';

/** A JPEG as a telephone writes it: on its side, with the place. */
const PHOTO = withSegments(JPEG.baseline, segment(0xe1, joined([latin('Exif\0\0'), exif(6)])));

/** Where a measure's row is in an agency's workbook. */
async function rowOf(workbook: Uint8Array, measure: string): Promise<{ readonly sheet: string; readonly row: number }> {
  const { sheets } = await codec.decode(workbook);
  for (const sheet of sheets) {
    const found = findTokens(sheet).tokens.find(({ token }) => token.kind === 'row' && token.measure === measure);
    if (found) return { sheet: sheet.name, row: found.cell.row };
  }
  throw new Error(measure);
}

type Put = Omit<PutPicture, 'sheet' | 'row' | 'column'> & { readonly measure: string };

async function workbook(
  agency: string,
  answers: Answers,
  pictures: readonly Put[] = [],
  { how, only = '' }: { readonly how?: HowPut | undefined; readonly only?: string } = {},
): Promise<Uint8Array> {
  const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency(agency), { created: '2027-05-01T00:00:00Z' });
  const sheets = plan.sheets.filter(({ name }) => name.startsWith(only));
  const answered = await answer(codec, await codec.encode({ ...plan, sheets }), answers);
  const placed = await Promise.all(
    pictures.map(async ({ measure, ...picture }) => ({ ...picture, ...(await rowOf(answered, measure)), column: 7 })),
  );
  return pictures.length === 0 ? answered : putPictures(answered, placed, how);
}

function setting(files: Readonly<Record<string, Uint8Array>>) {
  const kept = new Map(Object.entries(files).map(([name, bytes]) => [`/in/${name}`, bytes]));
  const ports: ConsolidatePorts = {
    codec,
    files: createMemoryStore(kept),
    clock: { now: () => '2027-06-01T00:00:00.000Z' },
    progress: () => undefined,
  };
  const request: ConsolidateRequest = {
    programme: SMALL_PROGRAMME,
    roster: SMALL_ROSTER,
    paths: ['/in'],
    out: OUT,
  };
  return { kept, ports, request, run: () => consolidate(ports, request) };
}

async function sheetIn(bytes: Uint8Array, name: string): Promise<SheetContent | undefined> {
  return (await codec.decode(bytes)).sheets.find((sheet) => sheet.name === name);
}

/** A master in which somebody typed. */
function edited(master: Uint8Array): Promise<Uint8Array> {
  return codec.patch(master, [{ sheet: 'ปก', row: 2, column: 0, text: 'แก้ไขแล้ว' }], '2027-06-01T01:00:00Z');
}

/** A master with one of its pictures a second time, below all others. */
function withAnotherPicture(master: Uint8Array, description: string): Uint8Array {
  const parts = unzipSync(master);
  const name = Object.keys(parts).findLast((each) => each.startsWith('xl/drawings/drawing'))!;
  const xml = strFromU8(parts[name]!);
  const [anchor] = /<xdr:twoCellAnchor.*?<\/xdr:twoCellAnchor>/s.exec(xml)!;
  const another = anchor.replace(/<xdr:row>\d+/g, '<xdr:row>50').replace(/descr="[^"]*"/, `descr="${description}"`);
  return zipSync({ ...parts, [name]: strToU8(xml.replace('</xdr:wsDr>', `${another}</xdr:wsDr>`)) });
}

const WRITTEN: Answers = { '1.1.1': { status: 'ดำเนินการแล้ว', result: 'ประกาศแล้ว' } };

describe('a picture that an agency put as evidence', () => {
  it.each<[string, HowPut]>([
    ['over the cells', 'over'],
    ['in a cell', 'in-cell'],
    ['in a cell by WPS', 'wps'],
  ])('reaches the master with its text and where it comes from: %s', async (_, how) => {
    const picture = { measure: '1.1.1', bytes: png(), description: 'พิธีเปิด &amp; ป้าย' };
    const { run, kept } = setting({ '02.xlsx': await workbook('02', WRITTEN, [picture], { how }) });
    const outcome = await run();
    expect(outcome).toMatchObject({ kind: 'written', consolidation: { problems: [] } });
    const sheet = (await sheetIn(kept.get(OUT)!, PICTURES_SHEET))!;
    const { row } = await rowOf(kept.get('/in/02.xlsx')!, '1.1.1');
    expect(picturesInSheet(sheet)).toMatchObject([
      {
        agency: '02',
        measure: '1.1.1',
        file: '/in/02.xlsx',
        description: 'พิธีเปิด & ป้าย',
        cell: { row, column: 7 },
        picture: { format: 'png', width: 24, height: 16 },
      },
    ]);
    expect(sheet.objects).toMatchObject([
      { description: expect.stringMatching(/^ภาพหลักฐานของกองคลัง – .* – พิธีเปิด & ป้าย$/) as string },
    ]);
  });

  it('reaches the master from a file that another program saved with a picture of its own', async () => {
    const bytes = await workbook('02', WRITTEN);
    const { sheet, row } = await rowOf(bytes, '1.1.1');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    const base64 = Buffer.from(PHOTO).toString('base64');
    book.getWorksheet(sheet)!.addImage(book.addImage({ base64, extension: 'jpeg' }), {
      tl: { col: 7, row },
      ext: { width: 100, height: 60 },
    });
    const { run, kept } = setting({ '02.xlsx': new Uint8Array(await book.xlsx.writeBuffer()) });
    await run();
    const found = picturesInSheet((await sheetIn(kept.get(OUT)!, PICTURES_SHEET))!);
    expect(found).toMatchObject([{ agency: '02', measure: '1.1.1', frame: { turn: { quarters: 1 } } }]);
  });

  it('is tied with its answer by links in both directions', async () => {
    const pictures = [
      { measure: '1.1.1', bytes: png() },
      { measure: '1.1.1', bytes: JPEG.baseline, extension: 'jpg' },
    ];
    const { run, kept } = setting({ '02.xlsx': await workbook('02', WRITTEN, pictures) });
    await run();
    const table = (await sheetIn(kept.get(OUT)!, TABLE_SHEET))!;
    const evidence = (await sheetIn(kept.get(OUT)!, PICTURES_SHEET))!;
    const forth = table.cells.find(({ text }) => text === 'ภาพที่ ๑, ๒')!;
    const back = evidence.cells.find(({ text, link }) => text === TABLE_SHEET && link)!;
    expect(forth.link).toBe(`#'${PICTURES_SHEET}'!D${back.row + 1}`);
    expect(back.link).toBe(`#'${TABLE_SHEET}'!A${forth.row + 1}`);
  });

  it('loses what a camera wrote and stands upright', async () => {
    const { run, kept } = setting({
      '02.xlsx': await workbook('02', WRITTEN, [
        { measure: '1.1.1', bytes: PHOTO, extension: 'jpg' },
        { measure: '1.1.1', bytes: PHOTO, extension: 'jpg', turn: 'rot="10800000"', crop: 'l="10000" b="20000"' },
      ]),
    });
    await run();
    expect(Buffer.from(kept.get(OUT)!).includes('GPS')).toBe(false);
    const { objects } = (await sheetIn(kept.get(OUT)!, PICTURES_SHEET))!;
    expect(objects!.map(({ frame }) => frame)).toEqual([
      { turn: { quarters: 1, mirrored: false } },
      { turn: { quarters: 2, mirrored: false }, crop: { left: 0.1, top: 0, right: 0, bottom: 0.2 } },
    ]);
  });

  it('takes room once, whoever sends it', async () => {
    const put = [{ measure: '1.1.1', bytes: png() }];
    const { run, kept } = setting({
      '02.xlsx': await workbook('02', WRITTEN, put),
      '03.xlsx': await workbook('03', WRITTEN, [...put, ...put]),
    });
    await run();
    expect((await sheetIn(kept.get(OUT)!, PICTURES_SHEET))!.objects).toHaveLength(3);
    const parts = await codec.unpack(kept.get(OUT)!);
    expect(parts.filter(({ path }) => path.startsWith('xl/media/'))).toHaveLength(1);
  });

  it.each([
    ['that no other program shows', OTHER_PICTURES.heic, { reason: 'format', format: 'heic' }],
    ['that could carry a script', OTHER_PICTURES.svg, { reason: 'format', format: 'svg' }],
    ['that is damaged', JPEG.baseline.subarray(0, 300), { reason: 'broken' }],
  ])('is named where it is one %s, and the others are there', async (_, bytes, why) => {
    const { run, kept } = setting({
      '02.xlsx': await workbook('02', WRITTEN, [
        { measure: '1.1.1', bytes, extension: 'jpg', description: 'หน้าแรก' },
        { measure: '1.1.1', bytes: png() },
      ]),
    });
    const outcome = await run();
    expect(outcome).toMatchObject({
      consolidation: { problems: [{ code: 'picture-not-carried', why, agency: '02', text: 'หน้าแรก' }] },
    });
    expect((await sheetIn(kept.get(OUT)!, PICTURES_SHEET))!.objects).toHaveLength(1);
  });

  it('is found beside no measure on the cover', async () => {
    const bytes = putPictures(await workbook('02', WRITTEN), [{ sheet: 'ปก', row: 3, column: 2, bytes: png() }]);
    const { run, kept } = setting({ '02.xlsx': bytes });
    await run();
    const [found] = picturesInSheet((await sheetIn(kept.get(OUT)!, PICTURES_SHEET))!);
    expect(found).toMatchObject({ agency: '02', sheet: 'ปก', cell: { row: 3, column: 2 } });
    expect(found).not.toHaveProperty('measure');
  });

  it('is made smaller where the host can and it is large, and is the same picture the next time', async () => {
    const large = png({ width: 2_000, height: 3 });
    const { ports, request, kept } = setting({
      '02.xlsx': await workbook('02', WRITTEN, [
        { measure: '1.1.1', bytes: large },
        { measure: '1.1.1', bytes: png() },
      ]),
    });
    const sides: number[] = [];
    const shrinkPicture: ConsolidatePorts['shrinkPicture'] = (picture, side) => {
      sides.push(side);
      return Promise.resolve(cleanPicture(png({ width: side, height: 2 }), crc32) as typeof picture);
    };
    for (const time of ['once', 'again']) {
      const outcome = await consolidate({ ...ports, shrinkPicture }, request);
      expect([time, outcome]).toMatchObject([time, { consolidation: { problems: [] } }]);
      const { objects } = (await sheetIn(kept.get(OUT)!, PICTURES_SHEET))!;
      expect(objects).toMatchObject([
        { image: { picture: { width: SHRUNK_SIDE } } },
        { image: { picture: { width: 24 } } },
      ]);
    }
    expect(sides).toEqual([SHRUNK_SIDE, SHRUNK_SIDE]);
  });

  it('is named where it is too large, and smaller ones are there', async () => {
    const noise = { before: [chunk('iCCP', randomBytes(MAX_PICTURE_MB * 2 ** 20))] };
    const { run, kept } = setting({
      '02.xlsx': await workbook('02', WRITTEN, [
        { measure: '1.1.1', bytes: png(undefined, noise), description: 'ใหญ่' },
        { measure: '1.1.1', bytes: png() },
      ]),
    });
    const why = { reason: 'too-large', most: MAX_PICTURE_MB };
    expect(await run()).toMatchObject({
      consolidation: { problems: [{ code: 'picture-not-carried', why, text: 'ใหญ่' }] },
    });
    expect((await sheetIn(kept.get(OUT)!, PICTURES_SHEET))!.objects).toHaveLength(1);
  });

  it('is named where its file cannot be opened a second time', async () => {
    const { run, ports } = setting({ '02.xlsx': await workbook('02', WRITTEN, [{ measure: '1.1.1', bytes: png() }]) });
    const read = ports.files.read.bind(ports.files);
    const seen = new Set<string>();
    ports.files.read = (path) =>
      seen.has(path) ? Promise.reject(new FileFault('read', path, 'ENOENT')) : (seen.add(path), read(path));
    expect(await run()).toMatchObject({ consolidation: { problems: [{ code: 'picture-gone', agency: '02' }] } });
  });

  it('makes no sheet where there is none, and no file is read twice', async () => {
    const { run, kept, ports } = setting({ '02.xlsx': await workbook('02', WRITTEN) });
    const read = jest.spyOn(ports.files, 'read');
    await run();
    expect(read.mock.calls.filter(([path]) => path === '/in/02.xlsx')).toHaveLength(1);
    expect(await sheetIn(kept.get(OUT)!, PICTURES_SHEET)).toBeUndefined();
  });

  it('stands in the annex for Word with its text for those who do not see it', async () => {
    const pictures = [{ measure: '1.1.1', bytes: PHOTO, extension: 'jpg', description: 'พิธีเปิด' }];
    const { run, kept, ports } = setting({
      '02.xlsx': await workbook('02', WRITTEN, pictures),
      '03.xlsx': await workbook('03', WRITTEN, pictures),
    });
    await run();
    const written = await report(
      { ...ports, codec, documents: createDocxCodec() },
      { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER, master: OUT, out: '/out/r.docx', annexes: ['pictures'] },
    );
    expect(written).toMatchObject({ kind: 'written' });
    const document = kept.get('/out/r.docx')!;
    const body = partsOf(document).get('word/document.xml')!;
    expect(body.match(/<a:blip /g)).toHaveLength(2);
    expect(body).toMatch(/descr="ภาพหลักฐานของกองคลัง – [^"]* – พิธีเปิด"/);
    expect(body).toContain('rot="5400000"');
    expect(body).toContain('ที่มา: ไฟล์ 02.xlsx');
    expect([...partsOf(document).keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
  });
});

describe('the pictures of a master that answers come into again', () => {
  const shown = async (bytes: Uint8Array) =>
    picturesInSheet(
      (await sheetIn(bytes, PICTURES_SHEET)) ?? { name: '', state: 'visible', cells: [], merges: [] },
    ).map(({ agency, measure, description }) => [agency, measure, description]);
  const put = (description: string, bytes = png()): readonly Put[] => [{ measure: '1.1.1', bytes, description }];

  it.each<[string, (master: Uint8Array) => Uint8Array | Promise<Uint8Array>]>([
    ['nobody edited the master', (master) => master],
    ['somebody edited the master', edited],
    [
      'somebody renamed their sheet and the table of all answers',
      (master) =>
        [PICTURES_SHEET, TABLE_SHEET].reduce(
          (bytes, name) => withPart(bytes, 'xl/workbook.xml', (xml) => xml.replaceAll(name, `${name} ๒๕๗๐`)),
          master,
        ),
    ],
  ])('stay where the files of their agencies are no longer there and %s', async (_, treated) => {
    const { run, kept } = setting({
      '02.xlsx': await workbook('02', WRITTEN, put('ของกองคลัง', PHOTO)),
      '03.xlsx': await workbook('03', WRITTEN, put('ของกองช่าง')),
    });
    await run();
    kept.set(OUT, await treated(kept.get(OUT)!));
    kept.delete('/in/02.xlsx');
    kept.set('/in/03.xlsx', await workbook('03', { '1.1.1': { result: 'ประกาศซ้ำ' } }, put('ของกองช่าง')));
    for (const time of ['once', 'twice']) {
      await run();
      expect([time, await shown(kept.get(OUT)!)]).toEqual([
        time,
        [
          ['02', '1.1.1', 'ของกองคลัง'],
          ['03', '1.1.1', 'ของกองช่าง'],
        ],
      ]);
    }
    const [photo] = (await sheetIn(kept.get(OUT)!, PICTURES_SHEET))!.objects!;
    expect(photo!.frame).toEqual({ turn: { quarters: 1, mirrored: false } });
  });

  it('go where a later file of the agency has them no more, and a problem says so once', async () => {
    const { run, kept } = setting({ '02.xlsx': await workbook('02', WRITTEN, put('เก่า')) });
    await run();
    kept.set('/in/02.xlsx', await workbook('02', WRITTEN, put('ใหม่', JPEG.baseline)));
    expect(await run()).toMatchObject({ consolidation: { problems: [{ code: 'picture-superseded', text: 'เก่า' }] } });
    expect(await shown(kept.get(OUT)!)).toEqual([['02', '1.1.1', 'ใหม่']]);
    expect(await run()).toMatchObject({ consolidation: { problems: [] } });
  });

  it('stay where a file has only the sheet of another issue', async () => {
    const { run, kept } = setting({ '02.xlsx': await workbook('02', WRITTEN, put('เก่า')) });
    await run();
    kept.set('/in/02.xlsx', await workbook('02', { '3.1.1': { result: 'จัดแล้ว' } }, [], { only: '๓' }));
    await run();
    expect(await shown(kept.get(OUT)!)).toEqual([['02', '1.1.1', 'เก่า']]);
  });

  it('count as a change of the answers: an edited master gets a new picture though no word changed', async () => {
    const { run, kept } = setting({ '02.xlsx': await workbook('02', WRITTEN) });
    await run();
    kept.set(OUT, await edited(kept.get(OUT)!));
    kept.set('/in/02.xlsx', await workbook('02', WRITTEN, put('ใหม่')));
    expect(await run()).toMatchObject({ isWritten: true, merge: { kind: 'merged' } });
    expect(await shown(kept.get(OUT)!)).toEqual([['02', '1.1.1', 'ใหม่']]);
    expect(await run()).toMatchObject({ isWritten: false, merge: { kind: 'same' } });
  });

  it('belong to their agencies where somebody sorted the rows and the pictures stayed where they were', async () => {
    const { run, kept } = setting({
      '02.xlsx': await workbook('02', WRITTEN, put('ของกองคลัง', JPEG.baseline)),
      '03.xlsx': await workbook('03', WRITTEN, put('ของกองช่าง')),
    });
    await run();
    const master = kept.get(OUT)!;
    const { cells } = (await sheetIn(master, PICTURES_SHEET))!;
    const patches = cells
      .filter(({ row }) => row === 2 || row === 3)
      .map(({ row, column, text }) => ({ sheet: PICTURES_SHEET, row: 5 - row, column, text }));
    const sorted = await codec.patch(master, patches);
    const found = picturesInSheet((await sheetIn(sorted, PICTURES_SHEET))!);
    expect(found.map(({ agency, description, picture }) => [agency, description, picture.format])).toEqual([
      ['02', 'ของกองคลัง', 'jpeg'],
      ['03', 'ของกองช่าง', 'png'],
    ]);
  });

  it('that the office added stay, without an agency', async () => {
    const { run, kept } = setting({ '02.xlsx': await workbook('02', WRITTEN, put('ของหน่วยงาน')) });
    await run();
    kept.set(OUT, withAnotherPicture(kept.get(OUT)!, 'ของผู้รวบรวม'));
    await run();
    expect(await shown(kept.get(OUT)!)).toEqual([
      ['02', '1.1.1', 'ของหน่วยงาน'],
      [undefined, undefined, 'ของผู้รวบรวม'],
    ]);
  });

  it('of an agency that sent two files are those of the later one, and the others are named', async () => {
    const early = await workbook('02', WRITTEN, [...put('หน้า', JPEG.baseline), ...put('ซ้ำ')]);
    const late = codec.patch(await workbook('02', WRITTEN, put('ซ้ำ')), [], '2027-05-02T00:00:00Z');
    const { run, kept } = setting({ 'a.xlsx': early, 'b.xlsx': await late });
    const outcome = await run();
    expect(await shown(kept.get(OUT)!)).toEqual([['02', '1.1.1', 'ซ้ำ']]);
    expect(outcome).toMatchObject({
      consolidation: {
        problems: expect.arrayContaining([
          expect.objectContaining({
            code: 'picture-superseded',
            file: '/in/a.xlsx',
            usedFile: '/in/b.xlsx',
            text: 'หน้า',
          }),
        ]) as unknown,
      },
    });
  });
});
