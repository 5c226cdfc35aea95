/* eslint-disable jest/no-export -- a contract is tests that several adapters share */
import fc from 'fast-check';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { crc32 } from '../../src/adapters/xlsx/zip/crc32.ts';
import { cleanPicture } from '../../src/domain/image/clean-picture.ts';
import type { CleanPicture } from '../../src/domain/image/picture.ts';
import type { CellPosition } from '../../src/domain/spreadsheet/address.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import type { CellContent, CellPatch, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import type { PicturePlan, RowPlan, WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';
import { numberFormatMeaning } from '../../src/domain/spreadsheet/number-formats.ts';
import { HostFault, type WorkbookHost } from '../../src/usecases/ports/workbook-host.ts';
import { JPEG, png } from '../support/pictures.ts';
import { SMALL_PROGRAMME, smallAgency } from '../support/small-programme.ts';

/** A host in which a workbook is open. */
export interface WorkbookHostSubject {
  readonly host: WorkbookHost;
  /** The pictures over a sheet, as the workbook has them now. */
  readonly pictures: (sheet: string) => Promise<readonly PictureFound[]>;
  /** Files that were handed over as new workbooks. */
  readonly opened: readonly Uint8Array[];
}

/** What is known of a picture over a sheet. */
export interface PictureFound extends Pick<PicturePlan, 'name' | 'description' | 'at'> {
  /** Bytes. */
  readonly size: number;
}

const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const codec = createXlsxCodec();

function pictureAt(at: CellPosition, bytes: Uint8Array): PicturePlan {
  const picture = cleanPicture(bytes, crc32) as CleanPicture;
  return { name: `ภาพ ${String(at.row)}`, description: '', at, width: 30, height: 20, picture };
}
const [cover, sheet] = plan.sheets.map(({ name }) => name) as [string, string];
/** An unlocked cell for an answer, and a locked cell with a formula. */
const ANSWER = { sheet, row: 5, column: 5 };
/** The first number that the cover computes. */
const FORMULA = { sheet: cover, row: [...plan.sheets[0]!.rows].findIndex(hasFormula), column: 2 };

/** What every host must do. `open` is called once for each test. */
export function itKeepsTheWorkbookHostContract(open: (plan: WorkbookPlan) => Promise<WorkbookHostSubject>): void {
  it('reads what the file holds', async () => {
    const { host } = await open(plan);
    expect(essence(await host.read())).toEqual(essence(await codec.decode(await codec.encode(plan))));
  });

  it('reads the sheets that it is asked for, in the order of the workbook', async () => {
    const { host } = await open(plan);
    const all = await host.read();
    const some = await host.read([sheet, cover]);
    expect(essence(some)).toEqual(essence({ ...all, sheets: all.sheets.slice(0, 2) }));
  });

  it('tells what the workbook is without reading a sheet', async () => {
    const { host } = await open(plan);
    const { sheets, properties } = await host.read([]);
    expect(sheets).toEqual([]);
    expect(Object.fromEntries(properties)).toEqual(plan.properties);
  });

  it('tells the lists of choices of all sheets', async () => {
    const { host } = await open(plan);
    const told = (await host.rules(await host.read())).filter(({ isList }) => isList);
    const planned = plan.sheets.filter(({ validations }) => validations.some(({ list }) => list !== undefined));
    expect(planned).not.toEqual([]);
    expect(new Set(told.map(({ sheet: name }) => name))).toEqual(new Set(planned.map(({ name }) => name)));
    for (const { formula } of told) expect(formula).toMatch(/^\$[A-Z]+\$\d+:\$[A-Z]+\$\d+$/);
  });

  it('adds pictures over cells, describes them anew and takes them away', async () => {
    const { host, pictures } = await open(plan);
    const one = pictureAt({ row: 6, column: 20 }, png());
    const other = pictureAt({ row: 8, column: 23 }, JPEG.baseline);
    const facts = ({ name, description, at, picture }: PicturePlan): PictureFound => ({
      name,
      description,
      at,
      size: picture.bytes.length,
    });
    expect(
      await host.changePictures([
        { sheet, after: one },
        { sheet, after: other },
      ]),
    ).toEqual([]);
    expect(await pictures(sheet)).toEqual([facts(one), facts(other)]);
    const described = { ...one, description: 'อบรม' };
    await host.changePictures([{ sheet, before: one, after: described }]);
    expect(await pictures(sheet)).toEqual([facts(described), facts(other)]);
    const gone = { sheet, before: { ...one, name: 'ไม่มี' } };
    expect(await host.changePictures([gone, { sheet, before: described }])).toEqual([gone]);
    expect(await pictures(sheet)).toEqual([facts(other)]);
  });

  it.each([
    '=1+1',
    '=อะไร(',
    '+66 2 123 4567',
    '-',
    '- ข้อความ',
    '-5',
    '@ita',
    "'คำพูด'",
    "'",
    '007',
    '๑๒๓',
    '3100501234567',
    '1/2/2565',
    'TRUE',
    'จริง',
    '#N/A',
    'บรรทัดแรก\nบรรทัดที่สอง',
    ' ช่องว่าง ',
  ])('writes %j as the text that it is', async (text) => {
    const { host } = await open(plan);
    expect(await host.write([{ ...ANSWER, text }])).toEqual([]);
    expect(cellAt(await host.read(), ANSWER)).toEqual({ row: 5, column: 5, kind: 'text', text, unlocked: true });
  });

  it('writes a text as long as a cell holds', async () => {
    const { host } = await open(plan);
    const text = 'ก'.repeat(32_767);
    await host.write([{ ...ANSWER, text }]);
    expect(cellAt(await host.read(), ANSWER)?.text).toBe(text);
  });

  it('writes any texts anywhere and changes no other cell', async () => {
    const cell = fc.record({ row: fc.nat(20), column: fc.nat(9), text: anyText });
    const patches = fc.uniqueArray(cell, { selector: ({ row, column }) => row * 100 + column, minLength: 1 });
    await fc.assert(
      fc.asyncProperty(patches, async (cells) => {
        const { host } = await open(plan);
        const before = await host.read();
        const wanted = cells.map((one) => ({ sheet, ...one }));
        await host.write(wanted);
        const after = await host.read();
        for (const patch of wanted) expect(cellAt(after, patch)?.text ?? '').toBe(patch.text);
        expect(without(after, wanted)).toEqual(without(before, wanted));
      }),
      { numRuns: 15 },
    );
  });

  it('writes over formulas and into locked cells', async () => {
    const { host } = await open(plan);
    expect(cellAt(await host.read(), FORMULA)?.formula).toBeDefined();
    await host.write([{ ...FORMULA, text: 'ข้อความ' }]);
    expect(cellAt(await host.read(), FORMULA)).toEqual({ row: FORMULA.row, column: 2, kind: 'text', text: 'ข้อความ' });
  });

  it('gives a number another format, and a text in the same cell goes by itself', async () => {
    const { host } = await open(plan);
    const before = cellAt(await host.read(), FORMULA)!;
    expect(before.text).toBe('๓');
    expect(numberFormatMeaning(before.format!)).toBe(numberFormatMeaning('[$-D00041E]0'));
    expect(await host.write([{ ...FORMULA, format: '0.0' }])).toEqual([]);
    expect(cellAt(await host.read(), FORMULA)).toEqual({ ...before, text: '3.0', format: '0.0' });
    await host.write([
      { ...FORMULA, text: '๓' },
      { ...FORMULA, format: '0' },
    ]);
    expect(cellAt(await host.read(), FORMULA)).toEqual({ row: FORMULA.row, column: 2, kind: 'text', text: '๓' });
  });

  it('keeps the runs of a text that has none', async () => {
    const { host } = await open(plan);
    await host.write([{ ...ANSWER, text: 'ครั้งที่ 1' }]);
    expect(await host.write([{ ...ANSWER, text: 'ครั้งที่ ๑', keepRuns: true }])).toEqual([]);
    expect(cellAt(await host.read(), ANSWER)?.text).toBe('ครั้งที่ ๑');
  });

  it('empties a cell, and takes the last of several texts for one', async () => {
    const { host } = await open(plan);
    await host.write([
      { ...ANSWER, text: 'ก' },
      { ...ANSWER, row: 6, text: 'ค' },
      { ...ANSWER, text: 'ข' },
    ]);
    await host.write([{ ...ANSWER, row: 6, text: '' }]);
    const content = await host.read();
    expect(cellAt(content, ANSWER)?.text).toBe('ข');
    expect(cellAt(content, { ...ANSWER, row: 6 })).toBeUndefined();
  });

  it('is content with nothing to write', async () => {
    const { host } = await open(plan);
    expect(await host.write([])).toEqual([]);
  });

  it.each<[string, CellPatch]>([
    ['a row above the first', { ...ANSWER, row: -1, text: 'ก' }],
    ['a column behind the last', { ...ANSWER, column: 16_384, text: 'ก' }],
    ['a text that no cell holds', { ...ANSWER, text: 'ก'.repeat(32_768) }],
  ])('refuses %s and writes nothing', async (_what, patch) => {
    const { host } = await open(plan);
    const before = await host.read();
    await expect(host.write([{ ...ANSWER, text: 'ก' }, patch])).rejects.toBeInstanceOf(RangeError);
    expect(await host.read()).toEqual(before);
  });

  it('says which sheet is not there, and writes nothing', async () => {
    const { host } = await open(plan);
    const before = await host.read();
    const gone = { reason: 'sheet-gone', detail: 'ไม่มี' };
    expect(await faultOf(host.read([sheet, 'ไม่มี']))).toMatchObject(gone);
    const patches = [
      { ...ANSWER, text: 'ก' },
      { ...ANSWER, sheet: 'ไม่มี', text: 'ก' },
    ];
    expect(await faultOf(host.write(patches))).toMatchObject(gone);
    expect(await host.read()).toEqual(before);
  });

  it('opens a new workbook beside this one', async () => {
    const { host, opened } = await open(plan);
    const before = await host.read();
    const other = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('03'), { created: plan.created });
    await host.openNew(other, 'กองช่าง.xlsx');
    expect(opened).toEqual([await codec.encode(other)]);
    expect(await host.read()).toEqual(before);
  });
}

/** The fault that something ends with. */
export async function faultOf(work: Promise<unknown>): Promise<HostFault> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HostFault)) throw new Error(`expected a HostFault, not ${String(error)}`);
  return error;
}

/** Texts as people write them, and as nobody should: every beginning that a spreadsheet has its own ideas about. */
const anyText = fc
  .tuple(fc.constantFrom('', '=', '+', '-', '@', "'", '0', '๑', ' '), fc.string({ unit: 'grapheme' }))
  .map((parts) => parts.join(''));

/**
 * Names, merges, page headers and the time of saving aside, which hosts know in different measure, and with formats by
 * their meaning.
 */
function essence({ sheets, properties, font }: WorkbookContent): unknown {
  const known = sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, format: cell.format && numberFormatMeaning(cell.format) })),
    merges: [],
    texts: [],
  }));
  return { sheets: known, properties: Object.fromEntries(properties), font };
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

function hasFormula({ cells }: RowPlan): boolean {
  return cells.some(({ formula }) => formula !== undefined);
}

function cellAt(content: WorkbookContent, { sheet: name, row, column }: Place): CellContent | undefined {
  const found = content.sheets.find((one) => one.name === name);
  return found?.cells.find((cell) => cell.row === row && cell.column === column);
}

function without(content: WorkbookContent, locations: readonly Place[]): unknown {
  const gone = new Set(locations.map(({ sheet: name, row, column }) => `${row},${column},${name}`));
  return content.sheets.map(({ name, cells }) =>
    cells.filter(({ row, column }) => !gone.has(`${row},${column},${name}`)),
  );
}
