import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { cellName } from '../../../src/domain/spreadsheet/address.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import type { CellPatch, TextPatch } from '../../../src/domain/spreadsheet/content.ts';
import type { LiveWorkbook, WorkbookChange } from '../../../src/usecases/ports/workbook-host.ts';
import { faultOf } from '../../contracts/workbook-host.contract.ts';
import { codec, contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import type { HostWorkbook } from '../../support/excel-host/model.ts';
import { Person } from '../../support/excel-host/person.ts';
import { officeIdle } from '../../support/excel-host/load-office.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import type { ExcelHost } from '../../support/excel-host/transport.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';

const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const [cover, first, second] = plan.sheets.map(({ name }) => name) as [string, string, string];

/** Time that passes when the test says so. */
class Hours {
  #waiting: (() => void)[] = [];
  readonly delay = (): Promise<void> => new Promise((resolve) => this.#waiting.push(resolve));

  async pass(): Promise<void> {
    // What office.js and the adapter still have to say to each other comes first.
    await officeIdle();
    this.#waiting.splice(0).forEach((resolve) => resolve());
    await officeIdle();
  }
}

interface Subject {
  readonly host: ExcelHost;
  readonly book: HostWorkbook;
  readonly excel: LiveWorkbook;
  readonly hours: Hours;
}

async function open(settings: Parameters<typeof openInExcel>[1] = {}): Promise<Subject> {
  const host = await openInExcel(plan, settings);
  const hours = new Hours();
  return { host, book: host.workbook, excel: createExcelWorkbook({ codec, delay: hours.delay }), hours };
}

/** A text for an answer cell of a sheet. */
function patch(sheet: string, text = 'ข้อความ', row = 5): TextPatch {
  return { sheet, row, column: 5, text };
}

function valueAt(book: HostWorkbook, { sheet, row, column }: Omit<CellPatch, 'text'>): unknown {
  return book.sheet(sheet).at(row, column).value;
}

describe('round trips to Excel', () => {
  it('are two to read it all, one for a sheet that was read, and one to write', async () => {
    const { host, excel } = await open();
    const count = async (work: () => Promise<unknown>): Promise<number> => {
      const before = host.syncs;
      await work();
      return host.syncs - before;
    };
    const { sheets } = await excel.read();
    expect(host.syncs).toBe(2);
    expect(await count(() => excel.read([first]))).toBe(1);
    const filled = sheets.map(({ name, cells: [cell] }) => ({ ...patch(name), ...cell, text: 'ข้อความ' }));
    expect(await count(() => excel.write(filled))).toBe(1);
    expect(await count(() => excel.read())).toBe(1);
  });

  it('are one more to write into blank cells of a protected sheet, which may be locked', async () => {
    const { host, excel } = await open();
    await excel.read();
    host.syncs = 0;
    await excel.write([cover, first, second].map((sheet) => patch(sheet)));
    expect(host.syncs).toBe(2);
    await excel.read([first]);
    expect(host.syncs).toBe(3);
  });

  it('are two for a sheet that a person typed into, and one where Excel said where', async () => {
    const { host, book, excel } = await open();
    await excel.read();
    await excel.watch(() => undefined);
    host.syncs = 0;
    new Person(book, 'Local').write(first, 5, 5, 'จัดอบรม');
    await excel.read([first]);
    expect(host.syncs).toBe(1);
    book.sheet(first).put(6, 5, { value: 'ไม่มีใครบอก' });
    await excel.read([first]);
    expect(host.syncs).toBe(3);
  });

  it('do not grow with the number of cells', async () => {
    const { host, book, excel } = await open();
    for (let row = 20; row < 3020; row += 1) book.sheet(first).put(row, 5, { value: `แถว ${row}`, locked: false });
    const { sheets } = await excel.read();
    expect(host.syncs).toBe(2);
    const patches = sheets.flatMap(({ name, cells }) =>
      cells.map(({ row, column, text }) => ({ sheet: name, row, column, text: `${text} ๑` })),
    );
    expect(patches.length).toBeGreaterThan(3000);
    await excel.write(patches);
    expect(host.syncs).toBe(3);
  });

  it('are one more where there are comments, which come with their answers', async () => {
    const { host, book, excel } = await open();
    const replies = [{ author: 'สมชาย', content: 'แก้แล้ว' }];
    book.sheet(first).comments = [
      { row: 6, column: 2, author: 'สมศรี', content: 'ขอหลักฐาน', replies },
      { row: 5, column: 5, author: '', content: 'ครบ', replies: [] },
    ];
    await excel.read([]);
    const { sheets } = await excel.read();
    expect(sheets.map(({ comments }) => comments)).toEqual([
      undefined,
      [
        { row: 5, column: 5, text: 'ครบ' },
        { row: 6, column: 2, text: 'ขอหลักฐาน', author: 'สมศรี' },
        { row: 6, column: 2, text: 'แก้แล้ว', author: 'สมชาย' },
      ],
      undefined,
      undefined,
    ]);
    expect(host.syncs).toBe(1 + 2);
  });

  it('see at once when sheets were added, renamed or deleted', async () => {
    const { host, book, excel } = await open();
    await excel.read();
    book.addSheet('ใหม่').put(0, 0, { value: 'ก' });
    book.sheet(first).name = 'อีกชื่อ';
    book.removeSheet(book.sheet(second));
    const { sheets } = await excel.read();
    expect(sheets.map(({ name }) => name)).toEqual([cover, 'อีกชื่อ', plan.sheets[3]!.name, 'ใหม่']);
    // One that failed for the deleted sheet, and two from the beginning.
    expect(host.syncs).toBe(2 + 3);
  });

  it('are more only where one would be too large, and each stays below the limit', async () => {
    const { host, book, excel } = await open();
    await excel.read();
    book.switches.payloadLimit = 5_000_000;
    const long = 'ก'.repeat(32_000);
    const patches = Array.from({ length: 100 }, (_, row) => patch(first, long, 20 + row));
    await excel.write(patches);
    expect(patches.every((one) => valueAt(book, one) === long)).toBe(true);
    const before = host.syncs;
    // What is written over counts too: it comes back with the answer.
    await excel.write(patches.map((one) => ({ ...one, text: `${long}ข` })));
    expect(host.syncs - before).toBe(8);
  });

  it('are more for reading only where the answer would be too large', async () => {
    const { book, excel } = await open();
    for (const sheet of [first, second]) {
      for (let row = 20; row < 40; row += 1) book.sheet(sheet).put(row, 5, { value: 'ก'.repeat(30_000) });
    }
    const whole = await excel.read();
    // Each text comes three times: as value, as formula and as shown. First the sheets by themselves fit, then pieces of them.
    for (const payloadLimit of [7_000_000, 3_000_000, 300_000]) {
      book.switches.payloadLimit = payloadLimit;
      expect(await excel.read()).toEqual(whole);
    }
    book.switches.payloadLimit = 200_000;
    expect(await faultOf(excel.read())).toMatchObject({ reason: 'too-large', detail: first });
  });
});

describe('writing into Excel', () => {
  it('leaves protected sheets as protected as they were, and lifts it only for locked cells', async () => {
    const { host, book, excel } = await open();
    const before = book.sheets.map(({ protection }) => protection);
    expect(before[1]).toMatchObject({ allowInsertRows: true });
    await excel.read();
    const asked = (name: string): boolean => host.batches.at(-1)!.Actions.some(({ Name }) => Name === name);
    await excel.write([patch(first)]);
    expect(asked('Unprotect')).toBe(false);
    await excel.write([{ ...patch(first), column: 1 }]);
    expect(asked('Unprotect')).toBe(true);
    expect(valueAt(book, { ...patch(first), column: 1 })).toBe('ข้อความ');
    expect(book.sheets.map(({ protection }) => protection)).toEqual(before);
  });

  it('puts protection back when the request breaks off in the middle', async () => {
    const { book, excel } = await open();
    book.sheet(second).put(5, 5, { value: 'เดิม', locked: false });
    await excel.read();
    const { protection } = book.sheet(cover);
    // Somebody protects a cell that was free a moment ago.
    book.sheet(second).put(5, 5, { locked: true });
    const patches = [{ ...patch(cover), column: 1 }, patch(second)];
    expect(await faultOf(excel.write(patches))).toMatchObject({ reason: 'protected' });
    expect(book.sheet(cover).protection).toEqual(protection);
    expect(book.sheet(second).protection).toBeDefined();
  });

  it('leaves a sheet with a password alone', async () => {
    const { book, excel } = await open();
    book.sheet(cover).password = 'ความลับ';
    await excel.read();
    const before = contentOfHostWorkbook(book);
    expect(await faultOf(excel.write([{ ...patch(cover), column: 1 }]))).toMatchObject({ reason: 'protected' });
    expect(contentOfHostWorkbook(book)).toEqual(before);
    expect(book.sheet(cover).protection).toBeDefined();
  });

  it('knows an Excel that keeps the guard before a text in text cells', async () => {
    const { book, excel } = await open();
    book.switches.keepsApostrophe = true;
    await excel.write([patch(first, '=1+1'), patch(first, '- ข้อความ', 6), patch(first, "'คำพูด'", 7)]);
    expect([5, 6, 7].map((row) => valueAt(book, patch(first, '', row)))).toEqual(['=1+1', '- ข้อความ', "'คำพูด'"]);
  });

  it('gives a cell its content back where Excel would not keep the text', async () => {
    const { book, excel } = await open();
    book.sheet(first).put(5, 5, { value: '=เดิม' });
    book.switches.distort = (text) => text.replaceAll('\u0007', '');
    const patches = [patch(first, 'เสียง\u0007'), patch(first, 'อื่น', 6)];
    const location = `${first}!${cellName({ row: 5, column: 5 })}`;
    expect(await faultOf(excel.write(patches))).toMatchObject({ reason: 'text-changed', detail: location });
    expect(book.sheet(first).at(5, 5)).toMatchObject({ value: '=เดิม' });
    expect(book.sheet(first).at(5, 5).formula).toBeUndefined();
    expect(valueAt(book, patch(first, '', 6))).toBe('');
  });

  it('gives all cells their contents back where a later one of several requests fails', async () => {
    const { book, excel } = await open();
    book.sheet(first).put(5, 5, { value: 'เดิม', format: '@' });
    await excel.read();
    const before = contentOfHostWorkbook(book);
    book.removeSheet(book.sheet(second));
    const long = Array.from({ length: 30 }, (_, index) => patch(first, 'ก'.repeat(30_000), 5 + index));
    const fault = await faultOf(
      excel.write([...long, { sheet: first, row: 5, column: 5, format: '0' }, patch(second)]),
    );
    expect(fault).toMatchObject({ reason: 'sheet-gone', detail: second });
    const sheets = before.sheets.filter(({ name }) => name !== second);
    expect(contentOfHostWorkbook(book)).toEqual({ ...before, sheets });
  });

  it('tells of texts with mixed looks, and leaves them alone where their looks are to be kept', async () => {
    const { book, excel } = await open();
    book.sheet(first).put(5, 5, { value: 'ครั้งที่ 1', mixed: true });
    const wanted = { ...patch(first, 'ครั้งที่ ๑'), keepRuns: true };
    expect(await excel.write([wanted])).toEqual([{ patch: wanted, reason: 'mixed-looks' }]);
    expect(valueAt(book, wanted)).toBe('ครั้งที่ 1');
    const { sheets } = await excel.read([first]);
    expect(sheets[0]!.cells.find(({ runs }) => runs !== undefined)).toMatchObject({ row: 5, column: 5 });
    expect(await excel.write([{ ...wanted, keepRuns: false }])).toEqual([]);
    expect(valueAt(book, wanted)).toBe('ครั้งที่ ๑');
  });

  it('knows the fonts of texts, and formats cells of a sheet that forbids it', async () => {
    const { book, excel } = await open();
    book.sheet(first).put(5, 5, { value: 'ข้อความ', font: 'TH SarabunIT๙' });
    const { sheets, font } = await excel.read([first]);
    expect(font).toBe('TH SarabunPSK');
    expect(sheets[0]!.cells.filter((cell) => cell.font !== undefined)).toMatchObject([
      { row: 5, font: 'TH SarabunIT๙' },
    ]);
    book.sheet(second).protection = {};
    await excel.read([]);
    await excel.write([{ sheet: second, row: 5, column: 5, format: 't0' }]);
    expect(book.sheet(second).at(5, 5).format).toBe('t0');
    expect(book.sheet(second).protection).toEqual({});
  });

  it('finds a sheet that was renamed, and says which was deleted before anything is written', async () => {
    const { book, excel } = await open();
    await excel.read();
    book.sheet(first).name = 'อีกชื่อ';
    await excel.write([patch(first)]);
    expect(valueAt(book, patch('อีกชื่อ'))).toBe('ข้อความ');
    book.removeSheet(book.sheet(second));
    const gone = { reason: 'sheet-gone', detail: second };
    expect(await faultOf(excel.write([patch(cover), patch(second)]))).toMatchObject(gone);
    expect(valueAt(book, patch(cover))).toBe('');
  });
});

describe('an Excel that refuses', () => {
  it.each<[string, (book: HostWorkbook) => unknown, object]>([
    ['because a cell is being edited', ({ switches }) => (switches.cellEdit = true), { reason: 'cell-in-edit' }],
    ['because the file is read-only', ({ switches }) => (switches.readOnly = true), { reason: 'read-only' }],
    ['for its size', ({ switches }) => (switches.payloadLimit = 100), { reason: 'too-large' }],
  ])('%s is reported, and the workbook stays as it is', async (_why, set, fault) => {
    const { book, excel } = await open();
    set(book);
    const before = contentOfHostWorkbook(book);
    expect(await faultOf(excel.write([patch(first)]))).toMatchObject(fault);
    expect(contentOfHostWorkbook(book)).toEqual(before);
  });

  it('says so when ranges come back empty-handed', async () => {
    const { book, excel } = await open();
    book.switches.nullValues = true;
    expect(await faultOf(excel.read())).toMatchObject({ reason: 'no-values', detail: cover });
  });

  it('says so when no answer comes, and answers again later', async () => {
    const { book, excel, hours } = await open();
    book.switches.hang = true;
    const reading = faultOf(excel.read());
    await hours.pass();
    expect(await reading).toMatchObject({ reason: 'timed-out' });
    book.switches.hang = false;
    expect((await excel.read()).sheets).toHaveLength(plan.sheets.length);
  });

  it('to say what conditional formats are is asked for none', async () => {
    const { host, book, excel } = await open();
    for (const one of book.sheets) one.conditionalFormats = ['Custom'];
    book.switches.unreadableConditionalFormats = true;
    await excel.read();
    host.select(first, ['F6']);
    await excel.readSelected();
    expect(await excel.write([patch(first)])).toEqual([]);
    await excel.putSheets(plan);
    expect(JSON.stringify(host.batches)).not.toContain('ConditionalFormat');
  });

  it('says so when it is too old', async () => {
    const { excel } = await open({ requirements: { ExcelApi: '1.7' } });
    expect(await faultOf(excel.read())).toMatchObject({ reason: 'not-supported' });
  });
});

describe('somebody else in the workbook', () => {
  it('is told of once, when it is quiet, with sheets and whether a co-author was in it', async () => {
    const { book, excel, hours } = await open();
    const heard: WorkbookChange[] = [];
    await excel.read();
    await excel.watch((change) => heard.push(change));
    new Person(book, 'Local').write(first, 5, 5, 'ก');
    new Person(book, 'Local').write(first, 5, 5, 'กข');
    await hours.pass();
    expect(heard).toEqual([{ sheets: [first], remote: false }]);
    new Person(book, 'Local').write(first, 5, 5, 'กขค');
    new Person(book, 'Remote').write(second, 5, 5, 'ง');
    await hours.pass();
    expect(heard.slice(1)).toEqual([{ sheets: [first, second], remote: true }]);
  });

  it('is nobody when the program itself writes', async () => {
    const { excel, hours } = await open();
    const heard: WorkbookChange[] = [];
    await excel.watch((change) => heard.push(change));
    await excel.write([patch(first)]);
    await hours.pass();
    expect(heard).toEqual([]);
  });

  it('keeps a cell that changed after it was read, until it is read again', async () => {
    const { book, excel } = await open();
    await excel.read();
    await excel.watch(() => undefined);
    new Person(book, 'Remote').write(first, 5, 5, 'ของคนอื่น');
    await officeIdle();
    const patches = [patch(first), patch(first, 'ข้าง ๆ', 6)];
    expect(await excel.write(patches)).toEqual([{ patch: patches[0], reason: 'changed-meanwhile' }]);
    expect([5, 6].map((row) => valueAt(book, patch(first, '', row)))).toEqual(['ของคนอื่น', 'ข้าง ๆ']);
    await excel.read([first]);
    expect(await excel.write(patches)).toEqual([]);
  });

  it('keeps the whole sheet where rows were moved', async () => {
    const { book, excel } = await open();
    await excel.read();
    await excel.watch(() => undefined);
    new Person(book, 'Local').insertRows(first, 6, 1);
    await officeIdle();
    expect(await excel.write([patch(first), patch(second)])).toEqual([
      { patch: patch(first), reason: 'changed-meanwhile' },
    ]);
  });

  it('who renames sheets is told of before the content that has the new names, also where another sheet was deleted', async () => {
    const { book, excel } = await open();
    const heard: WorkbookChange[] = [];
    await excel.read();
    const stop = await excel.watch((change) => heard.push(change));
    [book.sheet(first).name, book.sheet(second).name] = ['พัก', first];
    book.sheet('พัก').name = second;
    book.removeSheet(book.sheet(cover));
    const swapped = new Map([
      [first, second],
      [second, first],
    ]);
    const reading = excel.read().then(() => heard.length);
    expect(await reading).toBe(1);
    expect(heard).toEqual([{ sheets: [second, first], remote: false, renamed: swapped }]);
    await excel.read([first]);
    expect(heard).toHaveLength(1);
    await stop();
    book.sheet(first).name = 'อีกชื่อ';
    await excel.read();
    expect(heard).toHaveLength(1);
  });

  it('is no longer told of after the end', async () => {
    const { book, excel, hours } = await open();
    const heard: WorkbookChange[] = [];
    const stop = await excel.watch((change) => heard.push(change));
    await stop();
    new Person(book, 'Local').write(first, 5, 5, 'ก');
    await hours.pass();
    expect(heard).toEqual([]);
    expect(book.events.wanted.size).toBe(0);
  });
});
