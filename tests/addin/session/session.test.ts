import { PROBLEMS_SHEET } from '../../../src/domain/master/sheet-names.ts';
import { unzipSync, type Unzipped } from 'fflate';
import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import type { Agency } from '../../../src/domain/programme/roster.ts';
import { agencyFileName, planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import type { WorkbookPlan } from '../../../src/domain/spreadsheet/plan.ts';
import type { HostFaultReason } from '../../../src/domain/diagnostics/host-fault.ts';
import { describeNotice, type Notice } from '../../../src/addin/session/notice.ts';
import { backupsOf, checkOf } from '../../../src/addin/session/selectors.ts';
import type {
  CollectedAnswers,
  NamedBytes,
  SessionPorts,
  SessionState,
} from '../../../src/addin/session/session-state.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import type { CheckedWorkbook } from '../../../src/usecases/check-open-workbook.ts';
import { answer, type Answers } from '../../support/answer.ts';
import { codec, contentOfHostWorkbook, hostWorkbookOfContent } from '../../support/excel-host/host-workbooks.ts';
import type { HostWorkbook } from '../../support/excel-host/model.ts';
import { officeIdle } from '../../support/excel-host/load-office.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { Person } from '../../support/excel-host/person.ts';
import type { Switches } from '../../support/excel-host/switches.ts';
import type { ExcelHost } from '../../support/excel-host/transport.ts';
import { paneSession } from '../../support/pane-session.ts';
import { planOfContent } from '../../support/plan-of-content.ts';
import { created, district, districtPlan, emptyMaster, year } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';
import { textsOf } from '../../support/texts-of.ts';
import { until } from '../../support/until.ts';

const [, first, second] = districtPlan.sheets.map(({ name }) => name) as [string, string, string];
/** Row and column of the first answer of an issue sheet. */
const ANSWER = { row: 5, column: 5 };

interface Subject {
  readonly host: ExcelHost;
  readonly book: HostWorkbook;
  readonly session: Session;
  /** What was downloaded. */
  readonly delivered: readonly NamedBytes[];
}

/** A pane that was opened beside a workbook, when it has looked around. */
async function open(
  opened: WorkbookPlan = districtPlan,
  more: Partial<Pick<SessionPorts, 'withoutDownloads'>> = {},
): Promise<Subject> {
  const host = await openInExcel(opened);
  const delivered: NamedBytes[] = [];
  const session = paneSession({ created, delivered, ...more });
  await session.start();
  host.syncs = 0;
  return { host, book: host.workbook, session, delivered };
}

function textAt(book: HostWorkbook, sheet: string, { row, column } = ANSWER): unknown {
  return book.sheet(sheet).at(row, column).value;
}

/** What the last check found. */
function checkedOf(state: SessionState): CheckedWorkbook {
  return checkOf(state)!.result;
}

/** Whether a link that somebody broke is told of a sheet. */
function isTold({ state }: Session, name: string): boolean {
  return checkedOf(state).remarks.some(({ sheet, code }) => sheet === name && code === 'digits-in-ascii');
}

/** Names of the sheets that people see. */
function visible({ sheets }: HostWorkbook): readonly string[] {
  return sheets.filter(({ visibility }) => visibility === 'Visible').map(({ name }) => name);
}

/** Files as a person chooses them, an agency's each, with its answers. */
async function filesOf(answers: readonly (readonly [Agency, Answers])[]): Promise<File[]> {
  return Promise.all(
    answers.map(async ([agency, given]) => {
      const blank = await codec.encode(planAgencyWorkbook(programme, agency, { created }));
      const bytes = await answer(codec, blank, given);
      return new File([bytes as Uint8Array<ArrayBuffer>], agencyFileName(programme, agency));
    }),
  );
}

/** The answers that were read; undefined where there are none. */
function answersOf({ collection }: SessionState): CollectedAnswers | undefined {
  return collection?.kind === 'read' ? collection.answers : undefined;
}

describe("a session beside an agency's workbook", () => {
  it('knows whose it is and has checked it when it starts, writing nothing', async () => {
    const { host, session } = await open();
    expect(session.state.open).toMatchObject({ kind: 'agency', workbook: { agency: '5019' } });
    expect(checkedOf(session.state)).toMatchObject({ agencies: ['5019'], ready: false });
    expect(session.state.notice).toBeUndefined();
    expect(host.requests.filter(({ writes, undoable }) => writes && !undoable)).toEqual([]);
  });

  it('checks it in one round trip and says how it stands', async () => {
    const { host, book, session } = await open();
    new Person(book, 'Local').write(first, ANSWER.row, ANSWER.column, 'ดูที่ http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/a');
    await until(() => isTold(session, first));
    host.syncs = 0;
    const notice = await session.check();
    expect(host.syncs).toBe(1);
    expect(notice).toMatchObject({ kind: 'message', code: 'not-ready' });
    expect(session.state.notice).toBe(notice);
  });

  it('takes back what it said of the workbook as soon as that is no longer so', async () => {
    const { book, session } = await open();
    await session.check();
    new Person(book, 'Local').write(first, ANSWER.row, ANSWER.column, 'ดูที่ http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/a');
    await until(() => isTold(session, first));
    expect(session.state.notice).toBeUndefined();
  });

  it('checks what a person changes as it happens, reading that sheet only and writing nothing', async () => {
    const { host, book, session } = await open();
    const before = contentOfHostWorkbook(book);
    expect(isTold(session, second)).toBe(false);
    host.batches.length = 0;
    const requests = host.requests.length;
    new Person(book, 'Local').write(second, ANSWER.row, ANSWER.column, 'ดูที่ http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/a');
    await until(() => isTold(session, second));
    const asked = JSON.stringify(host.batches);
    expect(asked).toContain(book.sheet(second).id);
    expect(host.requests.slice(requests).filter(({ writes }) => writes)).toEqual([]);
    expect(checkedOf(session.state).content.sheets.map(({ name }) => name)).toEqual(
      districtPlan.sheets.map(({ name }) => name),
    );
    new Person(book, 'Local').write(second, ANSWER.row, ANSWER.column, '');
    await until(() => !isTold(session, second));
    expect(contentOfHostWorkbook(book)).toEqual(before);
  });

  it('hears of what a co-author changes too, and never answers its own changes with another check and another', async () => {
    const { host, book, session } = await open();
    new Person(book, 'Remote').write(first, ANSWER.row, ANSWER.column, 'จัดอบรม 2 ครั้ง');
    await until(() =>
      checkedOf(session.state).content.sheets.some(({ cells }) => cells.some(({ text }) => text === 'จัดอบรม 2 ครั้ง')),
    );
    host.select(first, ['F6']);
    host.syncs = 0;
    await session.convert('thai', 'selection');
    await until(() =>
      checkedOf(session.state).content.sheets.some(({ cells }) => cells.some(({ text }) => text === 'จัดอบรม ๒ ครั้ง')),
    );
    // What a person changes next is checked after anything that was still to come.
    new Person(book, 'Local').write(second, ANSWER.row, ANSWER.column, 'ดูที่ http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/a');
    await until(() => isTold(session, second));
    await officeIdle();
    const [conversion, check, checkOfNext] = [6, 1, 1];
    expect(host.syncs).toBe(conversion + check + checkOfNext);
  });

  it('waits with its check while a person is typing, and says nothing of it', async () => {
    const { book, session } = await open();
    new Person(book, 'Local').write(first, ANSWER.row, ANSWER.column, 'ก');
    book.switches.cellEdit = true;
    await until(() => checkOf(session.state)!.isStale);
    book.switches.cellEdit = false;
    await until(() => !checkOf(session.state)!.isStale);
    expect(session.state.notice).toBeUndefined();
    expect(checkedOf(session.state).content.sheets.some(({ cells }) => cells.some(({ text }) => text === 'ก'))).toBe(
      true,
    );
  });

  it('checks later what was changed before a check that failed', async () => {
    const { book, session } = await open();
    book.switches.cellEdit = true;
    new Person(book, 'Local').write(first, ANSWER.row, ANSWER.column, 'ดูที่ http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/a');
    await until(() => checkOf(session.state)!.isStale);
    expect(await session.check()).toMatchObject({ kind: 'fault', reason: 'cell-in-edit' });
    book.switches.cellEdit = false;
    await until(() => isTold(session, first));
    expect(checkOf(session.state)!.isStale).toBe(false);
  });

  it('reads all anew when a person has renamed a sheet', async () => {
    const { book, session } = await open();
    book.sheet(first).name = 'ของฉัน';
    new Person(book, 'Local').write('ของฉัน', ANSWER.row, ANSWER.column, 'ก');
    await until(() => checkedOf(session.state).content.sheets.some(({ name }) => name === 'ของฉัน'));
    expect(checkedOf(session.state).agencies).toEqual(['5019']);
  });

  it('is not confused by commands that are given all at once', async () => {
    const { book, session } = await open();
    new Person(book, 'Local').write(first, ANSWER.row, ANSWER.column, 'รวม 25 คน');
    const notices = await Promise.all([
      session.check(),
      session.convert('thai', 'workbook'),
      session.undo(),
      session.check(),
    ]);
    expect(notices.map((notice) => notice.kind === 'message' && notice.code)).toEqual([
      'not-ready',
      'converted-to-thai',
      'undone',
      'not-ready',
    ]);
    expect(textAt(book, first)).toBe('รวม 25 คน');
  });
});

describe('a session that is started while Excel is in trouble', () => {
  it('waits until the person has typed, and follows changes from then on', async () => {
    const host = await openInExcel(districtPlan);
    const session = paneSession({ created });
    host.workbook.switches.cellEdit = true;
    await session.start();
    expect([session.state.open, session.state.notice]).toEqual([undefined, undefined]);
    host.workbook.switches.cellEdit = false;
    await until(() => checkOf(session.state) !== undefined);
    const before = checkOf(session.state);
    new Person(host.workbook, 'Local').write(first, ANSWER.row, ANSWER.column, 'จัดอบรม 2 ครั้ง');
    await until(() => checkOf(session.state) !== before);
  });

  it('says what is wrong, and tries again with whatever is asked for next', async () => {
    const host = await openInExcel(districtPlan);
    const session = paneSession({ created });
    host.workbook.switches.sessionLost = true;
    await session.start();
    expect(session.state).toMatchObject({ open: undefined, notice: { kind: 'fault', reason: 'session-lost' } });
    host.workbook.switches.sessionLost = false;
    session.show('check');
    await until(() => checkOf(session.state) !== undefined);
    const before = checkOf(session.state);
    new Person(host.workbook, 'Local').write(first, ANSWER.row, ANSWER.column, 'จัดอบรม 2 ครั้ง');
    await until(() => checkOf(session.state) !== before);
  });
});

describe('converting digits in the open workbook', () => {
  it('changes the selected cells in six round trips, and tells what it did and what it left', async () => {
    const { host, book, session } = await open();
    const person = new Person(book, 'Local');
    person.write(first, 5, 5, 'จัดอบรม 25 คน ดูที่ https://shorturl.asia/9nO1T');
    person.write(first, 6, 5, 'รุ่น COVID-19');
    person.write(first, 7, 5, 'รวม 30 คน');
    await until(() =>
      checkedOf(session.state).content.sheets.some(({ cells }) => cells.some(({ text }) => text === 'รวม 30 คน')),
    );
    host.select(first, ['F6:F7']);
    host.syncs = 0;
    const notice = await session.convert('thai', 'selection');
    // Two for the selection and one to write; one for the formulas of other sheets and two for lists of choices.
    expect(host.syncs).toBe(6);
    expect(textAt(book, first)).toBe('จัดอบรม ๒๕ คน ดูที่ https://shorturl.asia/9nO1T');
    expect(textAt(book, first, { row: 7, column: 5 })).toBe('รวม 30 คน');
    expect(notice).toMatchObject({ code: 'converted-to-thai', facts: { cells: 1, locations: 1 }, canUndo: true });
    expect(notice.kind === 'message' && [...notice.skipped]).toEqual([['all-preserved', 1]]);
  });

  it('takes four round trips for the whole workbook, two of them for lists of choices, however much is in it', async () => {
    const { host, book, session } = await open();
    const person = new Person(book, 'Local');
    const rows = Array.from({ length: 30 }, (_, row) => row);
    for (const sheet of book.sheets.slice(1, -1)) {
      const answers = rows.filter((row) => !sheet.at(row, ANSWER.column).locked);
      for (const row of answers) person.write(sheet.name, row, ANSWER.column, `ครั้งที่ ${row}`);
    }
    await session.check();
    host.syncs = 0;
    expect(await session.convert('thai', 'workbook')).toMatchObject({ code: 'converted-to-thai' });
    expect(host.syncs).toBe(4);
  });

  it('can be undone step by step, and leaves alone what was changed since', async () => {
    const { host, book, session } = await open();
    const person = new Person(book, 'Local');
    person.write(first, 5, 5, 'รวม 25 คน');
    person.write(first, 6, 5, 'รวม 30 คน');
    host.select(first, ['F6']);
    await session.convert('thai', 'selection');
    host.select(first, ['F7']);
    await session.convert('thai', 'selection');
    person.write(first, 6, 5, 'รวม 31 คน');
    expect(await session.undo()).toMatchObject({
      code: 'undone-partly',
      facts: { cells: 0, stale: 1, location: `${first}!F7` },
    });
    expect(await session.undo()).toMatchObject({ code: 'undone', facts: { cells: 1 } });
    expect(await session.undo()).toMatchObject({ code: 'nothing-to-undo' });
    expect([textAt(book, first), textAt(book, first, { row: 6, column: 5 })]).toEqual(['รวม 25 คน', 'รวม 31 คน']);
  });

  it('is undone where its sheets are still there, and what came before it too', async () => {
    const { host, book, session } = await open();
    const person = new Person(book, 'Local');
    person.write(second, 5, 5, 'รวม 26 คน');
    host.select(second, ['F6']);
    await session.convert('thai', 'selection');
    person.write(first, 5, 5, 'รวม 25 คน');
    person.write(second, 5, 5, 'รวม 27 คน');
    await session.convert('thai', 'workbook');
    book.removeSheet(book.sheet(first));
    expect(await session.undo()).toMatchObject({
      code: 'undone-partly',
      facts: { cells: 1, stale: 1, location: `${first}!F6` },
    });
    expect(textAt(book, second)).toBe('รวม 27 คน');
    expect(await session.undo()).toMatchObject({ code: 'undone-partly', facts: { cells: 0, stale: 1 } });
    expect(session.state.undoable).toEqual([]);
  });

  it('that got no answer can be undone all the same, should Excel have done it', async () => {
    const { host, book, session } = await open();
    new Person(book, 'Local').write(first, 5, 5, 'รวม 25 คน');
    host.select(first, ['F6']);
    const { distort } = book.switches;
    // Excel writes something else than it was told: the adapter puts the old text back and says so.
    book.switches.distort = (text) => text.replace('๒๕', '');
    expect(await session.convert('thai', 'selection')).toMatchObject({ kind: 'fault', reason: 'text-changed' });
    book.switches.distort = distort;
    expect(textAt(book, first)).toBe('รวม 25 คน');
    expect(await session.undo()).toMatchObject({ code: 'undone', facts: { cells: 0 } });
    expect(textAt(book, first)).toBe('รวม 25 คน');
  });
});

describe('making workbooks from the pane', () => {
  it("opens an agency's workbook in a new window, in one round trip", async () => {
    const { host, book, session } = await open();
    const notice = await session.makeWorkbooks([district.code]);
    expect(host.syncs).toBe(1);
    expect(notice).toMatchObject({ code: 'workbook-opened', facts: { agency: district.name } });
    expect(book.opened).toEqual([await codec.encode(districtPlan)]);
  });
});

describe('making workbooks where downloads are ignored, as in Excel for Mac', () => {
  const withoutDownloads = { openInBrowser: () => undefined };

  it('opens one in a new window and says that it is behind this one', async () => {
    const { book, session } = await open(districtPlan, { withoutDownloads });
    const notice = await session.makeWorkbooks([district.code]);
    expect(describeNotice(notice, 'th').message).toMatch(/หน้าต่างใหม่ซึ่งอยู่ด้านหลังหน้าต่างนี้/);
    expect(describeNotice(notice, 'en').message).toMatch(/in a new window behind this one/);
    expect(describeNotice(await session.openEmptyMaster(), 'th').message).toMatch(/ซึ่งอยู่ด้านหลังหน้าต่างนี้/);
    expect(book.opened).toHaveLength(2);
  });

  it('claims no file of several: it says where they can be made', async () => {
    const { delivered, session } = await open(districtPlan, { withoutDownloads });
    const notice = await session.makeWorkbooks(roster.agencies.map(({ code }) => code));
    expect(notice).toMatchObject({ code: 'no-downloads' });
    expect(describeNotice(notice, 'th').remedy).toContain('เปิดแผงงานในเบราว์เซอร์');
    expect(delivered).toEqual([]);
  });
});

describe('making several workbooks', () => {
  it('packs them into one file, with the list of workbooks where it is all of them', async () => {
    const { delivered, session } = await open(emptyMaster);
    const codes = roster.agencies.map(({ code }) => code);
    expect(await session.makeWorkbooks(codes.slice(0, 2))).toMatchObject({
      code: 'workbooks-packed',
      facts: { count: 2 },
    });
    expect(await session.makeWorkbooks(codes)).toMatchObject({ code: 'workbooks-packed', facts: { count: 77 } });
    const [two, all] = delivered.map(({ bytes }) => unzipSync(bytes)) as [Unzipped, Unzipped];
    expect(Object.keys(two)).toEqual(roster.agencies.slice(0, 2).map((agency) => agencyFileName(programme, agency)));
    expect(Object.keys(all)).toHaveLength(78);
    expect(two[agencyFileName(programme, roster.agencies[0]!)]).toEqual(
      await codec.encode(planAgencyWorkbook(programme, roster.agencies[0]!, { created, year })),
    );
  });

  it('can be stopped, and nothing is downloaded then', async () => {
    const { delivered, session } = await open(emptyMaster);
    session.subscribe(() => (session.state.working?.done === 3 ? session.stop() : undefined));
    expect(await session.makeWorkbooks(roster.agencies.map(({ code }) => code))).toMatchObject({ code: 'stopped' });
    expect(delivered).toEqual([]);
  });
});

describe('a conversion that is shown first', () => {
  it('changes nothing until it is wanted, and then only what is wanted', async () => {
    const { book, session } = await open();
    const person = new Person(book, 'Local');
    person.write(first, 5, 5, 'รวม 25 คน');
    person.write(first, 6, 5, 'รวม 30 คน');
    await session.preview('thai', 'workbook');
    expect(session.state.preview?.changes.map(({ before, after }) => [before, after])).toEqual([
      ['รวม 25 คน', 'รวม ๒๕ คน'],
      ['รวม 30 คน', 'รวม ๓๐ คน'],
    ]);
    expect(textAt(book, first)).toBe('รวม 25 คน');
    expect(await session.convertPreviewed(({ row }) => row === 6)).toMatchObject({ facts: { cells: 1 } });
    expect([textAt(book, first), textAt(book, first, { row: 6, column: 5 })]).toEqual(['รวม 25 คน', 'รวม ๓๐ คน']);
    expect(session.state.preview).toBeUndefined();
  });

  it('keeps what the person wants to keep', async () => {
    const { book, session } = await open();
    new Person(book, 'Local').write(first, 5, 5, 'ห้อง ABC 12 จำนวน 25 คน');
    session.set({ keep: ['ห้อง ABC'] });
    await session.convert('thai', 'workbook');
    expect(textAt(book, first)).toBe('ห้อง ABC 12 จำนวน ๒๕ คน');
  });
});

describe('fixing from the pane', () => {
  it('puts the proposed text into the cell, and can be undone', async () => {
    const { book, session } = await open();
    new Person(book, 'Local').write(first, ANSWER.row, ANSWER.column, 'เเผนงาน');
    await session.check();
    const [fixed] = checkedOf(session.state).changes;
    expect(fixed).toMatchObject({ sheet: first, before: 'เเผนงาน', text: 'แผนงาน' });
    expect(await session.fix([fixed!])).toMatchObject({ code: 'fixed', facts: { cells: 1 } });
    expect(textAt(book, first)).toBe('แผนงาน');
    expect(await session.undo()).toMatchObject({ code: 'undone' });
    expect(textAt(book, first)).toBe('เเผนงาน');
  });
});

describe('what is asked for twice before it is done, as by a double click,', () => {
  it('is converted, fixed and undone once', async () => {
    const { book, session } = await open();
    const person = new Person(book, 'Local');
    person.write(first, 5, 5, 'รวม 25 คน');
    await session.preview('thai', 'workbook');
    const converted = await Promise.all([1, 2].map(() => session.convertPreviewed(() => true)));
    expect(converted).toMatchObject([{ code: 'converted-to-thai' }, { code: 'converted-to-thai' }]);
    person.write(first, 6, 5, 'เเจ้งเวียนแล้ว');
    await until(() => checkedOf(session.state).changes.length === 1);
    await Promise.all([1, 2].map(() => session.fix(checkedOf(session.state).changes)));
    expect(session.state.undoable).toHaveLength(2);
    await Promise.all([1, 2].map(() => session.undo()));
    expect([textAt(book, first), textAt(book, first, { row: 6, column: 5 })]).toEqual(['รวม ๒๕ คน', 'เเจ้งเวียนแล้ว']);
    expect(await session.undo()).toMatchObject({ code: 'undone', facts: { cells: 1 } });
    expect(textAt(book, first)).toBe('รวม 25 คน');
  });

  it('opens one workbook', async () => {
    const { book, session } = await open();
    await Promise.all([1, 2].map(() => session.makeWorkbooks([district.code])));
    expect(book.opened).toHaveLength(1);
    await session.makeWorkbooks([district.code]);
    expect(book.opened).toHaveLength(2);
  });
});

describe('a rule that the person switched off', () => {
  it('says nothing any more, until it is switched on again', async () => {
    const { session } = await open();
    const codes = () => checkedOf(session.state).remarks.map(({ code }) => code);
    expect(codes()).toContain('contact-missing');
    session.set({ rulesOff: ['contact-missing'] });
    await until(() => !codes().includes('contact-missing'));
    session.set({ rulesOff: [] });
    await until(() => codes().includes('contact-missing'));
  });
});

describe('consolidating from the pane', () => {
  const [one, other] = roster.agencies as unknown as [Agency, Agency];

  it.each([1, 12])(
    'puts the answers of %i agencies into the open master in at most three round trips',
    async (count) => {
      const { host, book, session } = await open(emptyMaster);
      const files = createChosenFiles(
        await filesOf(
          roster.agencies.slice(0, count).map((agency) => [agency, { '1.1.1': { result: `ของ ${agency.code}` } }]),
        ),
      );
      const read = await session.collect(files);
      expect(read).toMatchObject({ code: 'collected', facts: { files: count, received: count, expected: 77 } });
      // The master that is open was read, to tell what is new, and asked what is kept in it.
      expect(host.syncs).toBe(2);
      const { news, sheets } = answersOf(session.state)!;
      expect(news).toEqual({
        added: roster.agencies.slice(0, count).map(({ code }) => code),
        changed: [],
        same: [],
        gone: [],
      });
      expect(sheets.map(({ name }) => name)).toEqual(session.sheetsOfMaster());
      host.syncs = 0;
      expect(await session.putMaster('here')).toMatchObject({ code: 'master-put', facts: { sheets: 17 } });
      expect(host.syncs).toBeLessThanOrEqual(3);
      const texts = textsOf(contentOfHostWorkbook(book));
      for (const { code } of roster.agencies.slice(0, count)) expect(texts).toContain(`ของ ${code}`);
      expect(visible(book)).toEqual(session.sheetsOfMaster());
    },
  );

  it('names a file that cannot be read, and takes the others', async () => {
    const { session } = await open(emptyMaster);
    const good = await filesOf([[one, { '1.1.1': { result: 'ก' } }]]);
    const files = createChosenFiles([new File(['no workbook'], 'เสีย.xlsx'), ...good]);
    const read = await session.collect(files);
    expect(read).toMatchObject({ code: 'collected', facts: { files: 2, received: 1 } });
    expect(answersOf(session.state)!.consolidation.problems.map(({ code, file }) => [code, file])).toContainEqual([
      'file-not-workbook',
      'เสีย.xlsx',
    ]);
  });

  it('opens the report in a new window where no master is open, and never writes over another workbook', async () => {
    const { book, session } = await open();
    const before = contentOfHostWorkbook(book);
    const files = createChosenFiles(await filesOf([[other, { '1.1.1': { result: 'ข' } }]]));
    await session.collect(files);
    expect(await session.putMaster('here')).toMatchObject({ code: 'not-a-master' });
    expect(await session.putMaster('new')).toMatchObject({ code: 'master-opened' });
    expect(contentOfHostWorkbook(book)).toEqual(before);
    const { sheets } = await codec.decode(book.opened[0]!);
    expect(sheets.flatMap(({ cells }) => cells.map(({ text }) => text))).toContain('ข');
    // What is missing and what was found stays in view.
    expect(session.state.collection).toMatchObject({ kind: 'read', isPut: true });
    expect(await session.putMaster('new')).toMatchObject({ code: 'master-opened' });
  });

  it('can be stopped before the first file is read', async () => {
    const { session } = await open(emptyMaster);
    const files = createChosenFiles(await filesOf([[one, { '1.1.1': { result: 'ก' } }]]));
    const read = new Set<unknown>();
    session.subscribe(() => (session.state.working?.canStop === true ? session.stop() : undefined));
    session.subscribe(() => session.state.collection?.files.forEach(({ result }) => read.add(result)));
    expect(await session.collect(files)).toMatchObject({ code: 'stopped' });
    expect([...read]).toEqual([undefined]);
    // The next piece of work is not taken for the reading of these files.
    expect(session.state.collection).toBeUndefined();
  });

  it('can be stopped, and nothing has changed then', async () => {
    const { book, session } = await open(emptyMaster);
    const before = contentOfHostWorkbook(book);
    const files = createChosenFiles(await filesOf(roster.agencies.slice(0, 3).map((agency) => [agency, {}])));
    session.subscribe(() => (session.state.working?.done === 1 ? session.stop() : undefined));
    expect(await session.collect(files)).toMatchObject({ code: 'stopped' });
    expect(answersOf(session.state)).toBeUndefined();
    expect(contentOfHostWorkbook(book)).toEqual(before);
  });
});

describe('answers that were read', () => {
  it.each([
    ['a person is typing', { cellEdit: true }, 'cell-in-edit'],
    ['the session has ended', { sessionLost: true }, 'session-lost'],
  ] as const)('stay when %s, and can be put in afterwards', async (_what, switches, reason) => {
    const { book, session } = await open(emptyMaster);
    const before = contentOfHostWorkbook(book);
    const healthy = { ...book.switches };
    const [agency] = roster.agencies as unknown as [Agency];
    const files = createChosenFiles(await filesOf([[agency, { '1.1.1': { result: 'ก' } }]]));
    Object.assign(book.switches, switches);
    expect(await session.collect(files)).toMatchObject({ code: 'collected' });
    // Only the comparison with what is open is missing.
    expect(answersOf(session.state)).toMatchObject({ filesFound: 1, news: undefined });
    expect(await session.putMaster('here')).toMatchObject({ kind: 'fault', reason });
    Object.assign(book.switches, healthy);
    expect(contentOfHostWorkbook(book)).toEqual(before);
    expect(await session.putMaster('here')).toMatchObject({ code: 'master-put' });
  });
});

describe('a report that was put into the open master', () => {
  const EDITED = '๓ การใช้อำนาจ';

  /** A master with a sheet that somebody edited, into which another report was put. */
  async function put(): Promise<Subject> {
    const subject = await open(emptyMaster);
    const { book, session } = subject;
    new Person(book, 'Local').write(EDITED, 40, 1, 'แก้ด้วยมือ 25');
    await putAgain(session, 'ใหม่ 30');
    return { ...subject, session };
  }

  async function putAgain(session: Session, result: string): Promise<Notice> {
    const files = createChosenFiles(await filesOf([[roster.agencies[0]!, { '1.1.1': { result } }]]));
    await session.collect(files);
    return session.putMaster('here');
  }

  const noted = ({ sheets }: HostWorkbook): unknown => sheets.find(({ name }) => name === EDITED)!.at(40, 1).value;

  it('can be undone, in two round trips, and is kept then', async () => {
    const { host, book, session } = await put();
    expect(session.state.notice).toMatchObject({ code: 'master-put', facts: { backups: 17 }, canUndo: true });
    expect(backupsOf(session.state)).toEqual(session.sheetsOfMaster());
    host.syncs = 0;
    const notice = await session.undo();
    expect(notice).toMatchObject({ code: 'sheets-exchanged', facts: { sheets: 17, backups: 17 }, canUndo: false });
    expect(host.syncs).toBe(2);
    expect(noted(book)).toBe('แก้ด้วยมือ 25');
    expect(visible(book)).toEqual(session.sheetsOfMaster());
    expect(session.state.undoable).toEqual([]);
    for (const language of ['th', 'en'] as const) {
      expect(Object.values(describeNotice(notice, language)).join()).not.toMatch(/[{}]|undefined/);
    }
  });

  it('can be brought back after it was undone, and that undone again', async () => {
    const { book, session } = await put();
    await session.undo();
    expect(await session.swapBackups()).toMatchObject({ code: 'sheets-exchanged', canUndo: true });
    expect(noted(book)).not.toBe('แก้ด้วยมือ 25');
    await session.undo();
    expect(noted(book)).toBe('แก้ด้วยมือ 25');
    expect(await session.undo()).toMatchObject({ code: 'nothing-to-undo' });
  });

  it('is undone by the exchange of sheets, too, so that what was done before can be undone next', async () => {
    const { session } = await put();
    expect(await session.swapBackups()).toMatchObject({ code: 'sheets-exchanged', canUndo: false });
    expect(session.state.undoable).toEqual([]);
  });

  it('keeps what was decided about a problem in the report before it', async () => {
    const { book, session } = await put();
    const problems = book.sheets.find(({ name }) => name === PROBLEMS_SHEET)!;
    new Person(book, 'Local').write(PROBLEMS_SHEET, 2, 11, 'โทรแจ้งแล้ว');
    const decided = problems.at(2, 6).value;
    await putAgain(session, 'ใหม่ 30');
    const again = contentOfHostWorkbook(book).sheets.find(({ name }) => name === PROBLEMS_SHEET)!;
    const { row } = again.cells.find(({ text }) => text === 'โทรแจ้งแล้ว')!;
    expect(again.cells.filter((cell) => cell.row === row).map(({ text }) => text)).toContain(decided);
  });

  it('takes over once what was decided on a sheet of problems that was renamed, and again after it was undone', async () => {
    const { book, session } = await put();
    const me = new Person(book, 'Local');
    me.write(PROBLEMS_SHEET, 2, 11, 'โทรแจ้งแล้ว');
    book.sheet(PROBLEMS_SHEET).name = 'ปัญหา รอบแรก';
    // What is missing of the contact person is told by rows that a decision is kept for together.
    const decided = () =>
      contentOfHostWorkbook(book)
        .sheets.find(({ name }) => name === PROBLEMS_SHEET)!
        .cells.filter(({ text }) => text === 'โทรแจ้งแล้ว');
    await putAgain(session, 'ใหม่ 30');
    expect(decided().length).toBeGreaterThan(0);
    await session.undo();
    await putAgain(session, 'ใหม่ 31');
    expect(decided().length).toBeGreaterThan(0);
    for (const { row, column } of decided()) me.write(PROBLEMS_SHEET, row, column, '');
    await putAgain(session, 'ใหม่ 32');
    expect(decided()).toEqual([]);
    me.write('ปัญหา รอบแรก', 2, 11, 'โทรแจ้งแล้ว ๒ ครั้ง');
    await putAgain(session, 'ใหม่ 33');
    const { cells } = contentOfHostWorkbook(book).sheets.find(({ name }) => name === PROBLEMS_SHEET)!;
    expect(cells.map(({ text }) => text)).toContain('โทรแจ้งแล้ว ๒ ครั้ง');
    expect(book.sheet('ปัญหา รอบแรก').visibility).toBe('Visible');
  });

  it('is put by somebody else while this pane is open: what is kept is known before the next question', async () => {
    const { session } = await open(emptyMaster);
    const beside = paneSession({ created });
    await beside.start();
    await putAgain(beside, 'ใหม่ 30');
    expect(backupsOf(session.state)).toEqual([]);
    const files = createChosenFiles(await filesOf([[roster.agencies[0]!, { '1.1.1': { result: 'ใหม่ 31' } }]]));
    await session.collect(files);
    expect(backupsOf(session.state)).toEqual(session.sheetsOfMaster());
  });

  it('can be undone by another session, when the file was closed and opened again', async () => {
    const { book } = await put();
    const bytes = await codec.encode(planOfContent(contentOfHostWorkbook(book)));
    const reopened = (await openInExcel(hostWorkbookOfContent(await codec.decode(bytes)))).workbook;
    const session = paneSession({ created });
    await session.start();
    expect(session.state.open).toMatchObject({ kind: 'master' });
    expect(backupsOf(session.state)).toEqual(session.sheetsOfMaster());
    expect(await session.swapBackups()).toMatchObject({ code: 'sheets-exchanged', facts: { sheets: 17 } });
    expect(noted(reopened)).toBe('แก้ด้วยมือ 25');
    expect(visible(reopened)).toEqual(session.sheetsOfMaster());
  });

  it('is no answer of an agency, with or without its properties', async () => {
    const { book, session } = await put();
    const content = contentOfHostWorkbook(book);
    const named = await codec.encode(planOfContent(content));
    const stripped = await codec.encode(planOfContent({ ...content, properties: new Map() }));
    const files = createChosenFiles(
      [named, stripped].map((bytes, index) => new File([bytes as Uint8Array<ArrayBuffer>], `${index}.xlsx`)),
    );
    await session.collect(files);
    const { problems, entries } = answersOf(session.state)!.consolidation;
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ['file-of-office-skipped', '0.xlsx'],
      ['file-of-office-skipped', '1.xlsx'],
    ]);
    // The answer that the open report holds, and none of the files.
    expect(entries.read).toBe(1);
    await openInExcel(hostWorkbookOfContent(await codec.decode(stripped)));
    const beside = paneSession({ created });
    await beside.start();
    expect(beside.state.open).toEqual({ kind: 'office' });
  });

  it('is undone after the changes of cells that came later, and before those that came earlier', async () => {
    const { book, session } = await open(emptyMaster);
    new Person(book, 'Local').write(EDITED, 40, 1, 'แก้ด้วยมือ 25');
    await session.convert('thai', 'workbook');
    await putAgain(session, 'ใหม่ 30');
    await session.convert('thai', 'workbook');
    expect(session.state.undoable.map(({ kind }) => kind)).toEqual(['cells', 'sheets', 'cells']);
    expect(await session.undo()).toMatchObject({ code: 'undone' });
    await session.undo();
    expect(noted(book)).toBe('แก้ด้วยมือ ๒๕');
    expect(await session.undo()).toMatchObject({ code: 'undone' });
    expect(noted(book)).toBe('แก้ด้วยมือ 25');
  });

  it('keeps the answers that it has when one late file is read', async () => {
    const { book, session } = await put();
    const files = createChosenFiles(await filesOf([[roster.agencies[1]!, { '1.1.1': { result: 'ส่งช้า' } }]]));
    expect(await session.collect(files)).toMatchObject({ code: 'collected', facts: { files: 1, received: 2 } });
    expect(answersOf(session.state)!.news).toEqual({
      added: [roster.agencies[1]!.code],
      changed: [],
      same: [roster.agencies[0]!.code],
      gone: [],
    });
    await session.putMaster('here');
    const texts = textsOf(contentOfHostWorkbook(book));
    expect(texts).toEqual(expect.arrayContaining(['ส่งช้า', 'ใหม่ 30']));
  });

  it('takes the way back to the one before the last with it', async () => {
    const { book, session } = await put();
    expect(await putAgain(session, 'ใหม่ 31')).toMatchObject({ code: 'master-put', facts: { backups: 17 } });
    expect(session.state.undoable).toHaveLength(1);
    await session.undo();
    expect(JSON.stringify(contentOfHostWorkbook(book))).not.toContain('แก้ด้วยมือ');
    expect(await session.undo()).toMatchObject({ code: 'nothing-to-undo' });
  });

  it('cannot be undone when what it replaced was deleted, here or by hand', async () => {
    const { book, session } = await put();
    expect(await session.deleteBackups()).toMatchObject({ code: 'backups-deleted', facts: { sheets: 17 } });
    expect(visible(book)).toEqual(session.sheetsOfMaster());
    expect(book.sheets).toHaveLength(visible(book).length + 1);
    expect([backupsOf(session.state), session.state.undoable]).toEqual([[], []]);
    await putAgain(session, 'ใหม่ 31');
    for (const sheet of book.sheets.filter(({ name }) => name.startsWith('เดิม · '))) book.removeSheet(sheet);
    expect(await session.undo()).toMatchObject({ code: 'no-backups' });
    expect([backupsOf(session.state), session.state.undoable]).toEqual([[], []]);
    expect(visible(book)).toEqual(session.sheetsOfMaster());
  });

  it('is compared with by the next answers, and not what is kept of the report before it', async () => {
    const { session } = await put();
    const files = createChosenFiles(await filesOf([[roster.agencies[0]!, { '1.1.1': { result: 'ใหม่ 30' } }]]));
    await session.collect(files);
    expect(answersOf(session.state)!.news).toMatchObject({ added: [], changed: [], same: [roster.agencies[0]!.code] });
  });

  it('has its digits converted, and what is kept stays as it was', async () => {
    const { book, session } = await put();
    await session.convert('thai', 'workbook');
    const texts = textsOf(contentOfHostWorkbook(book));
    expect(texts.some((text) => text.includes('ใหม่ ๓๐'))).toBe(true);
    expect(texts).toContain('แก้ด้วยมือ 25');
  });
});

describe('a new report', () => {
  it('opens in a new window, and is a master without answers', async () => {
    const { book, session } = await open();
    expect(await session.openEmptyMaster()).toMatchObject({ code: 'master-opened' });
    expect(book.opened).toEqual([await codec.encode(emptyMaster)]);
  });
});

describe('a choice of files', () => {
  it('that holds none is told of, and takes away nothing that was read before', async () => {
    const { session } = await open(emptyMaster);
    const files = createChosenFiles(await filesOf([[roster.agencies[0]!, { '1.1.1': { result: 'ก' } }]]));
    await session.collect(files);
    expect(await session.collect(createChosenFiles([]))).toMatchObject({ code: 'no-files' });
    expect(answersOf(session.state)?.filesFound).toBe(1);
  });
});

describe('a session beside any other workbook', () => {
  it('has nothing to check, and says what to open', async () => {
    const { session } = await open(emptyMaster);
    expect(await session.check()).toMatchObject({ code: 'not-agency-workbook' });
  });
});

describe('a fault of Excel', () => {
  const faults: [HostFaultReason, Partial<Switches>, (session: Session) => Promise<Notice>][] = [
    ['cell-in-edit', { cellEdit: true }, (session) => session.check()],
    ['no-values', { nullValues: true }, (session) => session.check()],
    ['too-large', { payloadLimit: 2_000 }, (session) => session.check()],
    ['session-lost', { sessionLost: true }, (session) => session.check()],
    ['cell-in-edit', { cellEdit: true }, (session) => session.convert('thai', 'workbook')],
    ['session-lost', { sessionLost: true }, (session) => session.convert('thai', 'workbook')],
    ['read-only', { readOnly: true }, (session) => session.convert('thai', 'workbook')],
    ['text-changed', { distort: (text) => text.replace('๒', '') }, (session) => session.convert('thai', 'workbook')],
    ['no-values', { nullValues: true }, (session) => session.convert('thai', 'workbook')],
    ['cell-in-edit', { cellEdit: true }, (session) => session.makeWorkbooks([district.code])],
  ];

  it.each(faults)(
    'is told as %s in a clear sentence, and the workbook is unharmed: %j',
    async (reason, switches, act) => {
      const { book, session } = await open();
      new Person(book, 'Local').write(first, ANSWER.row, ANSWER.column, 'จัดอบรม 2 ครั้ง');
      const before = contentOfHostWorkbook(book);
      const healthy = { ...book.switches };
      Object.assign(book.switches, switches);
      const notice = await act(session);
      expect(notice).toMatchObject({ kind: 'fault', reason });
      for (const language of ['th', 'en'] as const) {
        const { message, remedy } = describeNotice(notice, language);
        expect(message).not.toMatch(/[{}]|undefined/);
        expect(remedy).not.toBe('');
      }
      Object.assign(book.switches, healthy);
      expect(contentOfHostWorkbook(book)).toEqual(before);
      expect(book.opened).toEqual([]);
      expect(await session.convert('thai', 'workbook')).toMatchObject({ code: 'converted-to-thai' });
      expect(textAt(book, first)).toBe('จัดอบรม ๒ ครั้ง');
    },
  );

  it('that never answers is told when its time is over, and the next try works', async () => {
    const host = await openInExcel(districtPlan);
    // Time passes only while Excel hangs.
    const delay = (): Promise<void> => (host.workbook.switches.hang ? Promise.resolve() : new Promise(() => undefined));
    const session = paneSession({ created, delay });
    await session.start();
    host.workbook.switches.hang = true;
    expect(await session.check()).toMatchObject({ kind: 'fault', reason: 'timed-out' });
    host.workbook.switches.hang = false;
    expect(await session.check()).toMatchObject({ code: 'not-ready' });
  });

  it('that keeps sheets from being put in is made up for by their values', async () => {
    const { book, session } = await open(emptyMaster);
    book.switches.insertSheets = 'refused';
    const files = createChosenFiles(await filesOf([[district, { '1.1.1': { result: 'ก' } }]]));
    await session.collect(files);
    expect(await session.putMaster('here')).toMatchObject({ code: 'master-put-without-charts' });
    const texts = textsOf(contentOfHostWorkbook(book));
    expect(texts).toContain('ก');
  });
});
