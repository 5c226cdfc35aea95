import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import type { Delay } from '../../../src/adapters/excel/run-excel.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { backupName, numberedName } from '../../../src/domain/master/backup-sheets.ts';
import type { WorkbookPlan } from '../../../src/domain/spreadsheet/plan.ts';
import { HostFault, type LiveWorkbook } from '../../../src/usecases/ports/workbook-host.ts';
import { faultOf } from '../../contracts/workbook-host.contract.ts';
import { codec, contentOfHostWorkbook, hostWorkbookOfPlan } from '../../support/excel-host/host-workbooks.ts';
import type { HostWorkbook } from '../../support/excel-host/model.ts';
import { TODAY } from '../../support/excel-host/host.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { Person } from '../../support/excel-host/person.ts';
import type { Switches } from '../../support/excel-host/switches.ts';
import type { ExcelHost, HostSettings } from '../../support/excel-host/transport.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';

const created = '2027-04-01T00:00:00.000Z';
const planFor = (agency: string): WorkbookPlan => planAgencyWorkbook(SMALL_PROGRAMME, smallAgency(agency), { created });
const [oldest, older, newer] = [planFor('02'), planFor('03'), planFor('11')];
const NAMES = oldest.sheets.map(({ name }) => name);
const [cover, first, second] = NAMES as [string, string, string];
const BACKUPS = NAMES.map(backupName);

interface Subject {
  readonly host: ExcelHost;
  readonly book: HostWorkbook;
  readonly excel: LiveWorkbook;
}

/** A workbook that people have worked in: an edited sheet, and one of their own. */
async function open(
  prepare: (book: HostWorkbook) => void = () => undefined,
  settings: Partial<HostSettings> = {},
  delay: Delay = () => new Promise(() => undefined),
): Promise<Subject> {
  const book = hostWorkbookOfPlan(oldest);
  new Person(book, 'Local').write(first, 5, 5, 'แก้ด้วยมือ');
  book.addSheet('ของฉัน').put(0, 0, { value: 'โน้ต', formula: `='${first}'!F6` });
  prepare(book);
  const host = await openInExcel(book, settings);
  return { host, book, excel: createExcelWorkbook({ codec, delay }) };
}

/** Everything that there is, sheets by their identifiers too. */
function all(book: HostWorkbook): unknown {
  return [contentOfHostWorkbook(book), book.sheets.map(({ id }) => id), new Map(book.properties)];
}

function sheetStates(book: HostWorkbook): readonly (readonly [string, string])[] {
  return book.sheets.map(({ name, visibility }) => [name, visibility] as const);
}

function visible(book: HostWorkbook): readonly string[] {
  return sheetStates(book).flatMap(([name, visibility]) => (visibility === 'Visible' ? [name] : []));
}

/** Whether Excel breaks off what it is asked for, when it may do so many actions; a short one does not get so far. */
async function breaksOff(book: HostWorkbook, actions: number, act: () => Promise<unknown>): Promise<boolean> {
  book.switches.actionsLeft = actions;
  const reason = await act().then(
    () => undefined,
    (error: unknown) => (error instanceof HostFault ? error.reason : error),
  );
  expect([undefined, 'protected']).toContain(reason);
  book.switches.actionsLeft = Infinity;
  return reason !== undefined;
}

const edited = (book: HostWorkbook, sheet = first): unknown => book.sheet(sheet).at(5, 5).value;

describe('sheets that others take the place of', () => {
  it('are kept where they stand, hidden, with all that was written in them', async () => {
    const { book, excel } = await open();
    expect((await excel.putSheets(newer)).backups).toEqual(NAMES);
    expect(visible(book)).toEqual(['ของฉัน', ...NAMES]);
    expect(book.sheets.slice(0, BACKUPS.length).map(({ name, visibility }) => [name, visibility])).toEqual(
      BACKUPS.map((name) => [name, 'Hidden']),
    );
    expect(edited(book, backupName(first))).toBe('แก้ด้วยมือ');
    expect(await excel.backupSheets(NAMES)).toEqual(NAMES);
  });

  it('come back in two round trips, and go again in two, with what was written since', async () => {
    const { host, book, excel } = await open();
    const before = sheetStates(book);
    await excel.putSheets(newer);
    const put = all(book);
    host.syncs = 0;
    expect(await excel.swapBackups(NAMES)).toEqual({ restored: NAMES, backups: NAMES });
    expect(host.syncs).toBe(2);
    expect(sheetStates(book).slice(0, before.length)).toEqual(before);
    expect(visible(book)).toEqual([...NAMES, 'ของฉัน']);
    expect(edited(book)).toBe('แก้ด้วยมือ');
    new Person(book, 'Local').write(first, 5, 5, 'แก้อีกครั้ง');
    await excel.swapBackups(NAMES);
    expect(edited(book, backupName(first))).toBe('แก้อีกครั้ง');
    new Person(book, 'Local').write(backupName(first), 5, 5, 'แก้ด้วยมือ');
    expect(all(book)).toEqual(put);
  });

  it('give way to those of the next time, and only then', async () => {
    const { host, book, excel } = await open();
    await excel.putSheets(older);
    host.syncs = 0;
    await excel.putSheets(newer);
    expect(host.syncs).toBe(2);
    expect(book.sheets.filter(({ name }) => BACKUPS.includes(name))).toHaveLength(BACKUPS.length);
    expect(book.sheets).toHaveLength(2 * BACKUPS.length + 1);
    expect(book.sheets.some((sheet) => sheet.at(5, 5).value === 'แก้ด้วยมือ')).toBe(false);
  });

  it('stay, under another name, where a person has shown them, whatever is put or deleted', async () => {
    const { book, excel } = await open();
    await excel.putSheets(older);
    const { id } = book.sheet(backupName(first));
    book.setVisibility(book.sheet(backupName(first)), 'Visible');
    await excel.putSheets(newer);
    await excel.deleteBackups(NAMES);
    const shown = book.sheets.find((sheet) => sheet.id === id)!;
    expect([shown.name, shown.visibility, shown.at(5, 5).value]).toEqual([
      numberedName(backupName(first), []),
      'Visible',
      'แก้ด้วยมือ',
    ]);
    expect(visible(book)).toEqual([shown.name, 'ของฉัน', ...NAMES]);
    await excel.putSheets(older);
    expect(edited(book, shown.name)).toBe('แก้ด้วยมือ');
  });

  it('are hidden again where a person had hidden them, and go although Excel deletes nothing that is so hidden', async () => {
    const hide = (book: HostWorkbook): void => {
      book.sheet(first).visibility = 'Hidden';
      book.sheet(second).visibility = 'VeryHidden';
    };
    const { book, excel } = await open(hide);
    await excel.putSheets(newer);
    expect(visible(book)).toEqual(['ของฉัน', ...NAMES]);
    await excel.swapBackups(NAMES);
    expect([first, second].map((name) => book.sheet(name).visibility)).toEqual(['Hidden', 'Hidden']);
    await excel.swapBackups(NAMES);
    await excel.putSheets(older);
    await excel.deleteBackups(NAMES);
    expect(visible(book)).toEqual(['ของฉัน', ...NAMES]);
    expect(book.sheets).toHaveLength(NAMES.length + 1);
  });

  it('come back alone where the others were renamed or deleted; what had no counterpart goes out of sight', async () => {
    const { book, excel } = await open((workbook) => workbook.removeSheet(workbook.sheet(second)));
    expect((await excel.putSheets(newer)).backups).not.toContain(second);
    book.removeSheet(book.sheet(cover));
    book.sheet(first).name = 'ประเด็นแรก';
    const put = sheetStates(book);
    await excel.swapBackups(NAMES);
    expect(visible(book)).toEqual([...NAMES.filter((name) => name !== second), 'ของฉัน', 'ประเด็นแรก']);
    expect(book.sheet(backupName(second)).visibility).toBe('Hidden');
    await excel.swapBackups(NAMES);
    expect(sheetStates(book)).toEqual(put);
  });

  it('are what a person calls so by now, and not what had the name when the workbook was last read', async () => {
    const { book, excel } = await open();
    await excel.read();
    book.sheet(first).name = 'ฉบับของฉัน';
    expect((await excel.putSheets(newer)).backups).not.toContain(first);
    expect(edited(book, 'ฉบับของฉัน')).toBe('แก้ด้วยมือ');
    expect(visible(book)).toContain('ฉบับของฉัน');
  });

  it('are none, and nothing changes, where nothing was put', async () => {
    const { host, book, excel } = await open();
    const before = all(book);
    expect(await excel.swapBackups(NAMES)).toEqual({ restored: [], backups: [] });
    await excel.deleteBackups(NAMES);
    expect(host.syncs).toBe(2);
    expect(all(book)).toEqual(before);
  });

  it('are deleted in two round trips, and a copy that a person made of one is not', async () => {
    const { host, book, excel } = await open();
    await excel.putSheets(newer);
    book.addSheet(`${backupName(cover)} (2)`);
    host.syncs = 0;
    await excel.deleteBackups(NAMES);
    expect(host.syncs).toBe(2);
    expect(visible(book)).toEqual(['ของฉัน', ...NAMES, `${backupName(cover)} (2)`]);
    expect(book.sheets).toHaveLength(NAMES.length + 2);
  });

  it('have names that no sheet of a person has meanwhile', async () => {
    const { book, excel } = await open((workbook) => {
      workbook.addSheet('ita 1');
      workbook.addSheet('ITA 3');
    });
    await excel.putSheets(older);
    await excel.putSheets(newer);
    await excel.swapBackups(NAMES);
    expect(visible(book)).toEqual(['ของฉัน', 'ita 1', 'ITA 3', ...NAMES]);
  });
});

describe('a workbook whose structure is protected', () => {
  it('is protected afterwards too, and its sheets change meanwhile', async () => {
    const { book, excel } = await open((workbook) => (workbook.isStructureProtected = true));
    await excel.putSheets(newer);
    expect([visible(book), book.isStructureProtected]).toEqual([['ของฉัน', ...NAMES], true]);
    await excel.swapBackups(NAMES);
    expect([visible(book), book.isStructureProtected]).toEqual([[...NAMES, 'ของฉัน'], true]);
    await excel.deleteBackups(NAMES);
    expect([book.sheets.length, book.isStructureProtected]).toEqual([NAMES.length + 1, true]);
  });

  it('by a password stays as it is, and the program says that it is protected', async () => {
    const { book, excel } = await open((workbook) => {
      workbook.isStructureProtected = true;
      workbook.structurePassword = 'ลับ';
    });
    const before = all(book);
    expect(await faultOf(excel.putSheets(newer))).toMatchObject({ reason: 'protected' });
    expect(all(book)).toEqual(before);
    expect(book.structurePassword).toBe('ลับ');
  });
});

describe.each(['windows', 'mac', 'web'] as const)(
  'a change of sheets that breaks off, after whatever action, on %s',
  (platform) => {
    const today = { ...TODAY, platform };

    /** A sheet of a few cells: making it from its values takes many actions. */
    const few: WorkbookPlan = {
      ...newer,
      sheets: newer.sheets.slice(1, 2).map((sheet) => ({
        ...sheet,
        columns: sheet.columns.slice(0, 3),
        rows: [...sheet.rows].slice(0, 2).map(({ cells }) => ({ cells: cells.filter(({ column }) => column < 3) })),
        merges: [],
        validations: [],
        conditionalFormats: [],
        print: { lastColumn: 2, header: {}, footer: {} },
      })),
    };
    type Act = (excel: LiveWorkbook) => Promise<unknown>;
    const put: Act = (excel) => excel.putSheets(newer);
    const putFew: Act = (excel) => excel.putSheets(few);
    const exchange: Act = (excel) => excel.swapBackups(NAMES);
    const cases: [string, Partial<Switches>, boolean, Act][] = [
      ['a first report', {}, false, put],
      ['a first report made from values', { insertSheets: 'unsupported' }, false, putFew],
      ['an exchange', {}, true, exchange],
    ];

    it.each(cases)('leaves the workbook as it was: %s', async (_, switches, isSecond, act) => {
      const { book, excel } = await open((workbook) => (workbook.isStructureProtected = true), today);
      if (isSecond) await excel.putSheets(older);
      Object.assign(book.switches, switches);
      const before = all(book);
      for (let actions = 0; await breaksOff(book, actions, () => act(excel)); actions += 1) {
        expect(all(book)).toEqual(before);
        expect(book.isStructureProtected).toBe(true);
      }
      expect(all(book)).not.toEqual(before);
      expect(book.isStructureProtected).toBe(true);
    });

    it('loses at most what was to be deleted: a report over one that is kept', async () => {
      const { book, excel } = await open(undefined, today);
      await excel.putSheets(older);
      const look = (): ReadonlyMap<string, readonly string[]> =>
        new Map(book.sheets.map(({ id, name, visibility }) => [id, [name, visibility]]));
      let before = look();
      for (let actions = 0; await breaksOff(book, actions, () => put(excel)); actions += 1) {
        const after = look();
        expect([...before].filter(([id, [name]]) => after.has(id) || !BACKUPS.includes(name!))).toEqual([...after]);
        before = after;
      }
      expect(visible(book)).toEqual(['ของฉัน', ...NAMES]);
      expect(book.sheets).toHaveLength(2 * NAMES.length + 1);
    });

    /** Puts a report from its values again and again, with a fault at another request each time. */
    async function* faultAtEachRequest(
      fault: 'cellEdit' | 'sessionLost',
      isAt: (request: number, at: number) => boolean,
    ) {
      for (let at = 1; ; at += 1) {
        const { host, book, excel } = await open(undefined, today, soon);
        book.switches.insertSheets = 'unsupported';
        let refused = 0;
        const isOn = { get: () => isAt(host.syncs, at) && (refused += 1) > 0, configurable: true };
        Object.defineProperty(book.switches, fault, isOn);
        host.syncs = 0;
        const reason = await putFew(excel).then(
          () => 'put',
          (error: unknown) => (error as HostFault).reason,
        );
        if (refused === 0) return;
        Object.defineProperty(book.switches, fault, { value: false });
        yield { reason, book, excel };
      }
    }
    /** Lets a short time pass at once, and the time limit never. */
    const soon: Delay = (milliseconds) => (milliseconds < 60_000 ? Promise.resolve() : new Promise(() => undefined));

    it('waits while a person is typing in its middle, and is done then', async () => {
      const outcomes: unknown[] = [];
      for await (const { reason, book } of faultAtEachRequest('cellEdit', (request, at) => request === at)) {
        outcomes.push([reason, sheetStates(book).filter(([name]) => [first, backupName(first)].includes(name))]);
      }
      // The first request that changes something is refused and has changed nothing.
      expect(outcomes[0]).toEqual(['cell-in-edit', [[first, 'Visible']]]);
      const done = [
        [backupName(first), 'Hidden'],
        [first, 'Visible'],
      ];
      expect(outcomes.slice(1)).toEqual(Array(outcomes.length - 1).fill(['put', done]));
      expect(outcomes.length).toBeGreaterThan(5);
    });

    it('that a lost session leaves in the middle loses nothing when it is put again', async () => {
      const outcomes: unknown[] = [];
      for await (const { reason, book, excel } of faultAtEachRequest('sessionLost', (request, at) => request >= at)) {
        await excel.putSheets(few);
        outcomes.push([reason, book.sheets.some((sheet) => sheet.at(5, 5).value === 'แก้ด้วยมือ')]);
      }
      expect(outcomes).toEqual(Array(outcomes.length).fill(['session-lost', true]));
      expect(outcomes.length).toBeGreaterThan(5);
    });

    it('where a person is typing has not begun', async () => {
      const { book, excel } = await open(undefined, today);
      await excel.putSheets(newer);
      const before = all(book);
      book.switches.cellEdit = true;
      for (const act of [put, exchange, (one: LiveWorkbook) => one.deleteBackups(NAMES)]) {
        expect(await faultOf(act(excel))).toMatchObject({ reason: 'cell-in-edit' });
      }
      expect(all(book)).toEqual(before);
    });
  },
);
