/* eslint-disable jest/no-export -- a contract is tests that several adapters share */
import fc from 'fast-check';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { UnreadableWorkbook, type WorkbookCodec } from '../../src/usecases/ports/workbook-codec.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { SMALL_PROGRAMME, smallAgency } from '../support/small-programme.ts';

const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const [, sheet] = plan.sheets;

/** Names and print settings aside, what a program that reads the file must find. */
function essence({ sheets, properties, savedAt }: WorkbookContent): unknown {
  return { sheets, properties: Object.fromEntries(properties), savedAt };
}

/** Content without the numbers' looks, which the plan leaves to its formats. */
function withoutNumbers(content: WorkbookContent): WorkbookContent {
  const sheets = content.sheets.map((one) => ({ ...one, cells: one.cells.filter(({ kind }) => kind !== 'number') }));
  return { ...content, sheets };
}

/** What every codec must do. `open` is called once for each test. */
export function itKeepsTheWorkbookCodecContract(open: () => WorkbookCodec): void {
  it('reads back the plan that it wrote', async () => {
    const codec = open();
    const content = await codec.decode(await codec.encode(plan));
    expect(essence(withoutNumbers(content))).toEqual(essence(withoutNumbers(contentOfPlan(plan))));
  });

  it('writes the same bytes for the same plan', async () => {
    expect(await open().encode(plan)).toEqual(await open().encode(plan));
  });

  it('writes the same bytes in pieces', async () => {
    const codec = open();
    const pieces = await codec.encodeInPieces(plan, (given) => Promise.resolve([...given]));
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.compare(Buffer.concat(pieces), await codec.encode(plan))).toBe(0);
  });

  it('gives what was made of the pieces, or why nothing was', async () => {
    const codec = open();
    expect(await codec.encodeInPieces(plan, () => Promise.resolve('made'))).toBe('made');
    const failure = new Error('no room');
    await expect(codec.encodeInPieces(plan, () => Promise.reject(failure))).rejects.toBe(failure);
  });

  it('leaves the bytes alone where there is nothing to patch', async () => {
    const codec = open();
    const bytes = await codec.encode(plan);
    expect(essence(await codec.decode(await codec.patch(bytes, [])))).toEqual(essence(await codec.decode(bytes)));
  });

  it('does not change the bytes that it is given', async () => {
    const codec = open();
    const bytes = await codec.encode(plan);
    // Node hands out files as buffers, whose `slice` shares their memory.
    const given = Buffer.from(bytes);
    await codec.decode(given);
    await codec.patch(given, [{ sheet: sheet!.name, row: 5, column: 5, text: 'ข้อความ' }]);
    expect(new Uint8Array(given)).toEqual(bytes);
  });

  it('patches a cell so that it shows the text, and no other cell changes', async () => {
    const codec = open();
    const bytes = await codec.encode(plan);
    const before = await codec.decode(bytes);
    await fc.assert(
      fc.asyncProperty(
        fc.record({ row: fc.nat(30), column: fc.nat(20), text: fc.string({ unit: 'binary', minLength: 1 }) }),
        async ({ row, column, text: anyText }) => {
          const text = anyText.replaceAll(/\r\n?/g, '\n');
          const after = await codec.decode(await codec.patch(bytes, [{ sheet: sheet!.name, row, column, text }]));
          const others = (content: WorkbookContent): unknown =>
            content.sheets.map((one) => ({
              ...one,
              cells: one.cells.filter((cell) => one.name !== sheet!.name || cell.row !== row || cell.column !== column),
            }));
          expect(others(after)).toEqual(others(before));
          const patched = after.sheets
            .find(({ name }) => name === sheet!.name)!
            .cells.find((cell) => cell.row === row && cell.column === column);
          expect(patched?.text).toBe(text);
        },
      ),
    );
  });

  it.each([
    ['nothing at all', new Uint8Array(), 'empty'],
    ['a text', new TextEncoder().encode('หน่วยงาน'), 'not-workbook'],
    ['zeros', new Uint8Array(1000), 'empty'],
  ])('refuses %s with a reason', async (_what, bytes, reason) => {
    const fault: unknown = await open()
      .decode(bytes)
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UnreadableWorkbook);
    expect(fault).toMatchObject({ why: { reason } });
  });

  it('refuses a patch of a sheet that is not there', async () => {
    const codec = open();
    const bytes = await codec.encode(plan);
    await expect(codec.patch(bytes, [{ sheet: 'ไม่มี', row: 0, column: 0, text: 'ก' }])).rejects.toBeInstanceOf(
      RangeError,
    );
  });
}
