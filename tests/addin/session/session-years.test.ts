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
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../../support/small-programme.ts';

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
