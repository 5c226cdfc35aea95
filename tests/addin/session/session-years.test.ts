import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import { packText } from '../../../src/adapters/xlsx/packed-text.ts';
import { YEAR_SHEET } from '../../../src/domain/form/carried-year.ts';
import { publicYear, yearDigest, yearText } from '../../../src/domain/programme/year-text.ts';
import { emptyConsolidation, finish } from '../../../src/domain/submissions/consolidate.ts';
import { carriedYear } from '../../../src/usecases/carried-year.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import { answer } from '../../support/answer.ts';
import { codec, contentOfHostWorkbook, hostWorkbookOfPlan } from '../../support/excel-host/host-workbooks.ts';
import { fileSession } from '../../support/file-session.ts';
import { textsOf } from '../../support/texts-of.ts';
import { builtInCatalogue, type Catalogue } from '../../../src/domain/programme/catalogue.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import type { WorkbookPlan } from '../../../src/domain/spreadsheet/plan.ts';
import { programmeInUse } from '../../../src/addin/session/programmes.ts';
import { checkOf } from '../../../src/addin/session/selectors.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import type { Settings, SettingsStore } from '../../../src/addin/session/settings.ts';
import { HostWorkbook } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { paneSession } from '../../support/pane-session.ts';
import { created, emptyMaster } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';
import { smallAgency, SMALL_PROGRAMME, SMALL_ROSTER } from '../../support/small-programme.ts';

const small = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER };
/** The year that the program carries, and a later one. */
const catalogue: Catalogue = {
  years: () => [2565, 2570],
  ofYear: (year) => (year === undefined || year === 2570 ? small : builtInCatalogue.ofYear(year)),
  ofId: (id) => (id === SMALL_PROGRAMME.id ? small : builtInCatalogue.ofId(id)),
};
const ofAgency = planAgencyWorkbook(
  programme,
  roster.agencies.find(({ code }) => code === '5019')!,
  { created },
);
const ofReport = emptyMaster;

function blankWorkbook(): HostWorkbook {
  const workbook = new HostWorkbook();
  workbook.addSheet('Sheet1');
  return workbook;
}

/** Settings that last beyond a session. */
function memory(): SettingsStore {
  let kept: Partial<Settings> = {};
  return { load: () => kept, save: (settings) => void (kept = settings) };
}

async function open(opened: WorkbookPlan | HostWorkbook, store?: SettingsStore): Promise<Session> {
  await openInExcel(opened);
  const session = paneSession({ created, catalogue, ...(store && { store }) });
  await session.start();
  return session;
}

describe('a session, where there is more than one year', () => {
  it('makes workbooks of the newest, until another is chosen, which it remembers', async () => {
    const store = memory();
    const session = await open(blankWorkbook(), store);
    expect(session.state.chosen.programme.year).toBe(2570);
    session.set({ year: 2565 });
    expect(await session.makeWorkbooks(roster.agencies.slice(0, 1).map(({ code }) => code))).toMatchObject({
      code: 'workbook-opened',
      facts: { agency: roster.agencies[0]!.name },
    });
    expect((await open(blankWorkbook(), store)).state.chosen.programme).toBe(programme);
  });

  it('takes the newest where the year that was chosen is not there any more', async () => {
    const store = memory();
    store.save({ language: 'th', keep: [], rulesOff: [], grouping: true, folder: '', year: 2499 });
    expect((await open(blankWorkbook(), store)).state.chosen.programme.year).toBe(2570);
  });

  it("checks an agency's workbook by the programme of its own year, whatever is chosen", async () => {
    const session = await open(ofAgency);
    const { ready } = checkOf(session.state)!.result;
    expect({ ready, agencies: checkOf(session.state)!.result.agencies }).toEqual({ ready: false, agencies: ['5019'] });
    session.set({ year: 2570 });
    expect(programmeInUse(session.state).programme).toBe(programme);
    expect(checkOf(session.state)!.result.agencies).toEqual(['5019']);
  });

  it('collects for the year of the report that is open, and else for the one that is chosen', async () => {
    const master = await open(ofReport);
    expect(master.sheetsOfMaster()).toContain(programme.parts[0]!.issues[0]!.sheetName);
    expect((await open(blankWorkbook())).sheetsOfMaster()).toContain(SMALL_PROGRAMME.parts[0]!.issues[0]!.sheetName);
  });
});

describe('a session that does not have the year of a workbook', () => {
  const carried = { digest: yearDigest(small), ...packText(yearText(small)) };
  const workbook = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created, year: carried });
  const master = planMaster(finish(emptyConsolidation(SMALL_PROGRAMME, SMALL_ROSTER)), { created, year: carried });

  /** The program as it is, with the one year that it has. */
  async function openAlone(opened: WorkbookPlan | HostWorkbook): Promise<Session> {
    await openInExcel(opened);
    const session = paneSession({ created });
    await session.start();
    return session;
  }

  /** The workbook as a person leaves it who showed the sheet with the year and did something to it. */
  function mistreated(change: (sheet: HostWorkbook['sheets'][number], book: HostWorkbook) => void): HostWorkbook {
    const book = hostWorkbookOfPlan(workbook);
    const sheet = book.sheets.find(({ name }) => name === YEAR_SHEET)!;
    sheet.visibility = 'Visible';
    change(sheet, book);
    return book;
  }

  const yearOf = ({ state: { open } }: Session): unknown => (open && 'data' in open ? open.data?.programme.year : open);

  it("checks an agency's workbook by what it carries", async () => {
    const session = await openAlone(workbook);
    expect(yearOf(session)).toBe(2570);
    const { agencies, remarks } = checkOf(session.state)!.result;
    expect(agencies).toEqual(['02']);
    expect(remarks.map(({ code }) => code)).not.toContain('programme-differs');
  });

  it('does so where the sheet that carries it was shown and renamed', async () => {
    expect(yearOf(await openAlone(mistreated((sheet) => (sheet.name = 'ชีต ๑๐'))))).toBe(2570);
  });

  it.each<[string, string, Parameters<typeof mistreated>[0]]>([
    ['the sheet is gone', 'gone', (sheet, book) => book.removeSheet(sheet)],
    [
      'both copies were overwritten',
      'damaged',
      (sheet) => {
        sheet.protection = undefined;
        for (const column of [0, 1]) sheet.write(0, column, 'ita:end=year/1');
      },
    ],
  ])('says why it cannot where %s', async (_, yearFault, change) => {
    const session = await openAlone(mistreated(change));
    expect(session.state.open).toMatchObject({ kind: 'agency', data: undefined, yearFault });
    expect(checkOf(session.state)!.result.remarks.map(({ code }) => code)).toContain('programme-differs');
  });

  it('works with a master by what that carries, and leaves it alone', async () => {
    const book = hostWorkbookOfPlan(master);
    const session = await openAlone(book);
    expect(yearOf(session)).toBe(2570);
    const answers = { '1.1.1': { status: 'ดำเนินการแล้ว', result: 'ประกาศแล้ว' } };
    const bytes = await answer(codec, await codec.encode(workbook), answers);
    expect(await session.collect(createChosenFiles([new File([new Uint8Array(bytes)], '02.xlsx')]))).toMatchObject({
      code: 'collected',
      facts: { received: 1, expected: 6 },
    });
    const before = book.sheets.find(({ name }) => name === YEAR_SHEET);
    expect(await session.putMaster('here')).toMatchObject({ code: 'master-put', facts: { sheets: 12, backups: 12 } });
    expect(book.sheets.filter(({ visibility }) => visibility === 'VeryHidden')).toEqual([before]);
    expect(textsOf(contentOfHostWorkbook(book))).toContain('ประกาศแล้ว');
    expect(yearOf(await openAlone(book))).toBe(2570);
  });

  it('brings the year into a master that carries none yet', async () => {
    const book = hostWorkbookOfPlan(planMaster(finish(emptyConsolidation(programme, roster)), { created }));
    const session = await openAlone(book);
    await session.collect(createChosenFiles([new File([new Uint8Array(await codec.encode(ofAgency))], '5019.xlsx')]));
    expect(await session.putMaster('here')).toMatchObject({ code: 'master-put', facts: { sheets: 17, backups: 17 } });
    const content = contentOfHostWorkbook(book);
    expect(await carriedYear(codec, content)).toEqual(publicYear({ programme, roster }));
    expect(content.sheets.find(({ name }) => name === YEAR_SHEET)).toMatchObject({ state: 'veryHidden' });
  });

  it('collects files of that year into a report of that year, and says so', async () => {
    const session = await openAlone(blankWorkbook());
    const file = new File([new Uint8Array(await codec.encode(workbook))], '02.xlsx');
    const notice = await session.collect(createChosenFiles([file]));
    expect(notice).toMatchObject({
      code: 'collected',
      facts: { received: 1, expected: 6 },
      hints: [['year-carried', { title: SMALL_PROGRAMME.title, year: 2570, version: '3' }]],
    });
    expect(session.state.collection).toMatchObject({ answers: { consolidation: { programme: SMALL_PROGRAMME } } });
  });

  it('checks it on the page without Excel, too', async () => {
    const session = fileSession({ bytes: await codec.encode(workbook) });
    await session.start();
    expect(yearOf(session)).toBe(2570);
    expect(checkOf(session.state)!.result.agencies).toEqual(['02']);
  });
});
