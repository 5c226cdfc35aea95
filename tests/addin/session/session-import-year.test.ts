import { readFileSync } from 'node:fs';
import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import { createDocxCodec } from '../../../src/adapters/docx/codec.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import type { YearStore } from '../../../src/addin/session/kept-years.ts';
import type { NamedBytes } from '../../../src/addin/session/session-state.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import type { RawYearData } from '../../../src/domain/programme/year-data.ts';
import { parseCellName } from '../../../src/domain/spreadsheet/address.ts';
import { readYearWorkbook } from '../../../src/domain/year-workbook/read/read-year-workbook.ts';
import type { ChosenFiles } from '../../../src/usecases/ports/file-store.ts';
import { planYear } from '../../../src/usecases/year/plan-year.ts';
import { fileSession } from '../../support/file-session.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { paneSession } from '../../support/pane-session.ts';

const codec = createXlsxCodec();
const created = '2022-04-01T00:00:00.000Z';
const PLAN = planYear(builtInProgramme()!, created);

const NEXT = {
  'ปีงบประมาณ!C6': 'bma-2566',
  'ปีงบประมาณ!C7': '๒๕๖๖',
  'มาตรการ!E5': 'ประชาสัมพันธ์คู่มือฉบับใหม่',
};

async function workbook(cells: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const patches = Object.entries(cells).map(([at, text]) => {
    const [sheet = '', cell = ''] = at.split('!');
    return { sheet, text, ...parseCellName(cell)! };
  });
  return codec.patch(await codec.encode(PLAN), patches);
}

async function chosen(cells: Readonly<Record<string, string>> = {}): Promise<ChosenFiles> {
  return createChosenFiles([new File([Uint8Array.from(await workbook(cells))], 'ปีใหม่.xlsx')]);
}

/** The report of 2565, set as tables of Word. */
const REPORT = 'tests/fixtures/reports/report-2565.docx';

function report(name: string, bytes: Uint8Array): ChosenFiles {
  return createChosenFiles([new File([Uint8Array.from(bytes)], name)]);
}

/** A browser's storage, which may be full. */
function memory(isFull = false): YearStore & { readonly kept: () => readonly RawYearData[] } {
  let kept: readonly RawYearData[] = [];
  return {
    load: () => kept,
    save: (years) => {
      if (!isFull) kept = JSON.parse(JSON.stringify(years)) as RawYearData[];
      return !isFull;
    },
    kept: () => kept,
  };
}

async function importing(store: YearStore = memory()): Promise<Session> {
  const session = fileSession({ keptYears: store });
  await session.years.lookAt(await chosen(NEXT));
  return session;
}

describe('a session', () => {
  it('saves the workbook of the chosen year on a page, and opens it in Excel', async () => {
    const delivered: NamedBytes[] = [];
    const session = fileSession({ delivered });
    expect(await session.years.export()).toMatchObject({
      code: 'year-saved',
      facts: { file: 'ชุดมาตรการ-bma-2565.xlsx' },
    });
    expect((await codec.decode(delivered[0]!.bytes)).properties.get('ITA.Kind')).toBe('programme');
  });

  it("makes next year's workbook, tells what it changed in it, and takes it when it comes back", async () => {
    const delivered: NamedBytes[] = [];
    const session = fileSession({ delivered, keptYears: memory() });
    expect(await session.years.exportNext()).toMatchObject({
      code: 'year-saved',
      facts: { file: 'ชุดมาตรการ-bma-2566.xlsx' },
    });
    const { following } = session.state;
    expect(following?.data.programme).toMatchObject({ id: 'bma-2566', year: 2566, due: '2023-04-29' });
    expect(following?.changes.length).toBeGreaterThan(0);
    expect(session.years.all()).toEqual([2565]);
    const [{ name, bytes }] = delivered as [NamedBytes];
    await session.years.lookAt(createChosenFiles([new File([Uint8Array.from(bytes)], name)]));
    expect(session.state.importing?.found.problems.filter((problem) => problem.code !== 'data')).toEqual([]);
    await session.years.take();
    expect(session.state.chosen.programme).toMatchObject({ id: 'bma-2566', year: 2566 });
    session.years.leaveNext();
    expect(session.state.following).toBeUndefined();
  });

  it('reads an older report, shows what it found and what is not sure, and makes the workbook when it is asked to', async () => {
    const delivered: NamedBytes[] = [];
    const session = fileSession({ delivered });
    expect(await session.years.lookAtReport(report('รายงาน.docx', readFileSync(REPORT)))).toMatchObject({
      code: 'older-report-read',
      facts: { file: 'รายงาน.docx', measures: 59 },
    });
    const { reported } = session.state;
    if (reported?.kind !== 'read') throw new Error('nothing was read');
    expect(reported.draft.data.programme).toMatchObject({ year: 2565 });
    expect(reported.draft.doubts.length).toBeGreaterThan(0);
    expect(new Set(reported.matches.map(({ kind }) => kind))).toEqual(new Set(['same']));
    expect(delivered).toEqual([]);
    await session.years.exportReported();
    expect(session.state.notice).toMatchObject({ code: 'year-saved' });
    const [{ bytes }] = delivered as [NamedBytes];
    expect(readYearWorkbook(await codec.decode(bytes)).data?.programme.parts).toHaveLength(2);
    session.years.leaveReported();
    expect(session.state.reported).toBeUndefined();
    await session.years.exportReported();
    expect(delivered).toHaveLength(1);
  });

  it('says why it cannot read a report, and where there are no measures in it', async () => {
    const session = fileSession();
    expect(await session.years.lookAtReport(report('ก.docx', await workbook()))).toMatchObject({
      code: 'older-report-unreadable',
      facts: { file: 'ก.docx' },
    });
    expect(session.state.reported).toMatchObject({ kind: 'unreadable', file: 'ก.docx', reason: 'not-document' });
    const blank = await createDocxCodec().encode({
      title: 'ก',
      author: 'ข',
      created,
      sections: [{ orientation: 'portrait', pageNumbers: 'none', blocks: [] }],
    });
    expect(await session.years.lookAtReport(report('ข.docx', blank))).toMatchObject({
      code: 'older-report-without-measures',
    });
    expect(session.state.reported).toBeUndefined();
  });

  it('shows what changed before it takes anything', async () => {
    const session = fileSession();
    expect(await session.years.lookAt(await chosen(NEXT))).toMatchObject({ code: 'year-read', facts: { changes: 3 } });
    expect(session.state.importing).toMatchObject({
      file: 'ปีใหม่.xlsx',
      found: { base: { programme: { id: 'bma-2565' } } },
    });
    expect(session.years.all()).toEqual([2565]);
    session.years.leave();
    expect(session.state.importing).toBeUndefined();
  });

  it('takes a year, makes it the chosen one, and has it the next time', async () => {
    const store = memory();
    const session = await importing(store);
    await session.years.take();
    expect(session.state).toMatchObject({
      notice: { code: 'year-kept' },
      importing: undefined,
      chosen: { programme: { year: 2566 } },
    });
    expect(session.years.all()).toEqual([2565, 2566]);
    const next = fileSession({ keptYears: store });
    expect(next.state.chosen).toEqual(session.state.chosen);
    expect(next.state.kept).toHaveLength(1);
  });

  it('says where a year can only be used until the page is closed', async () => {
    const session = await importing(memory(true));
    await session.years.take();
    expect(session.state).toMatchObject({
      notice: { code: 'year-kept-for-now' },
      chosen: { programme: { year: 2566 } },
    });
  });

  it('forgets a year that is no longer wanted, and leaves alone what it cannot read', async () => {
    const store = memory();
    store.save([{ programme: { of: 'another version' }, roster: {} }]);
    const session = await importing(store);
    await session.years.take();
    expect(store.kept()).toHaveLength(2);
    await session.years.remove('bma-2566');
    expect(session.state).toMatchObject({ kept: [], chosen: { programme: { year: 2565 } } });
    expect(store.kept()).toEqual([{ programme: { of: 'another version' }, roster: {} }]);
  });

  it('takes an edited built-in year in the place of it', async () => {
    const session = fileSession();
    await session.years.lookAt(await chosen({ 'มาตรการ!E5': 'ข้อความใหม่' }));
    await session.years.take();
    expect(session.years.all()).toEqual([2565]);
    expect(session.state.chosen.programme.version).not.toBe('1');
    await session.years.lookAt(await chosen({ 'มาตรการ!E5': 'ข้อความใหม่' }));
    expect(session.state.importing?.found.changes).toEqual([]);
  });

  it('takes nothing from a workbook with mistakes', async () => {
    const session = fileSession();
    expect(await session.years.lookAt(await chosen({ 'หน่วยงาน!B7': 'กอง' }))).toMatchObject({
      code: 'year-not-usable',
      facts: { count: 1 },
    });
    await session.years.take();
    expect(session.years.all()).toEqual([2565]);
    expect(session.state.kept).toEqual([]);
  });

  it('reads the workbook that is open on a page', async () => {
    const session = fileSession({ bytes: await workbook(NEXT) });
    await session.start();
    expect(session.state.open).toEqual({ kind: 'programme', programme: 'bma-2565' });
    expect(await session.years.lookAt()).toMatchObject({ code: 'year-read', facts: { changes: 3 } });
    expect(session.state.importing?.file).toBe('');
  });
});

describe('a session in Excel', () => {
  it('knows the workbook of a year, reads it as it is open, and takes what was typed into it', async () => {
    const host = await openInExcel(PLAN);
    const session = paneSession({ created });
    await session.start();
    expect(session.state.open).toMatchObject({ kind: 'programme', programme: 'bma-2565' });
    const sheet = host.workbook.sheets.find(({ name }) => name === 'มาตรการ')!;
    sheet.put(4, 4, { value: 'ประชาสัมพันธ์คู่มือฉบับใหม่' });
    expect(await session.years.lookAt()).toMatchObject({ code: 'year-read', facts: { changes: 1 } });
    expect(session.state.importing?.found.problems).toEqual([]);
    await session.years.take();
    expect(session.state.chosen.programme.parts[0]?.issues[0]?.groups[0]?.measures[0]?.text).toBe(
      'ประชาสัมพันธ์คู่มือฉบับใหม่',
    );
  });
});
