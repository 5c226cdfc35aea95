import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { missingText } from '../../../src/domain/chasing/missing-text.ts';
import { fileSession } from '../../support/file-session.ts';
import { chasesOwing } from '../../../src/domain/chasing/chase.ts';
import { FOLLOW_UP_SHEET } from '../../../src/domain/master/sheet-names.ts';
import { addResult, emptyConsolidation, finish } from '../../../src/domain/submissions/consolidate.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import type { NamedBytes } from '../../../src/addin/session/session-state.ts';
import { describeNotice } from '../../../src/addin/session/notice.ts';
import { contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { Person } from '../../support/excel-host/person.ts';
import { paneSession } from '../../support/pane-session.ts';
import { created, districtPlan } from '../../support/plans-2565.ts';
import { programme, reportAsSubmissions, roster } from '../../support/report-2565.ts';
import { paragraphsIn } from '../../support/report-document.ts';

const answers = { submissions: reportAsSubmissions(), problems: [] };
const master = planMaster(finish(addResult(emptyConsolidation(programme, roster), answers)), { created });

describe('asking agencies beside the master that is open', () => {
  it('shows who owes what, and what was typed into the sheet ติดตาม, without writing anything', async () => {
    const { workbook: book } = await openInExcel(master);
    const session = paneSession({ created });
    await session.start();
    const { cells } = contentOfHostWorkbook(book).sheets.find(({ name }) => name === FOLLOW_UP_SHEET)!;
    const last = Math.max(...cells.map(({ row }) => row));
    const person = new Person(book, 'Local');
    person.write(FOLLOW_UP_SHEET, last + 1, 1, roster.agencies[0]!.code);
    person.write(FOLLOW_UP_SHEET, last + 1, 9, 'โทรศัพท์');
    const before = contentOfHostWorkbook(book);
    await session.lookAtChases();
    const { chasing } = session.state;
    expect(chasing?.chases).toHaveLength(roster.agencies.length);
    expect(chasing?.remindersTo(roster.agencies[0]!.code)).toMatchObject([{ channel: 'โทรศัพท์' }]);
    expect(contentOfHostWorkbook(book)).toEqual(before);
  });

  it('saves a letter to each that owes something', async () => {
    await openInExcel(master);
    const delivered: NamedBytes[] = [];
    const session = paneSession({ created, delivered });
    await session.start();
    const notice = await session.writeLetters();
    const owing = chasesOwing(session.state.chasing!.chases);
    expect(notice).toMatchObject({
      code: 'letters-saved',
      facts: { file: 'หนังสือติดตาม-๒๕๖๕.docx', count: owing.length },
    });
    expect(describeNotice(notice, 'th').message).not.toMatch(/[{}]/);
    const titles = paragraphsIn(delivered[0]!.bytes).filter((text) => text === 'บันทึกข้อความ');
    expect(titles).toHaveLength(owing.length);
  });

  it('records what was asked in the open master once, and takes it back', async () => {
    const { workbook: book } = await openInExcel(master);
    const session = paneSession({ created });
    await session.start();
    await session.lookAtChases();
    const before = contentOfHostWorkbook(book);
    const [first, second] = chasesOwing(session.state.chasing!.chases).map(({ agency }) => agency.code);
    expect(await session.recordReminders(' โทรศัพท์ ', [first!])).toMatchObject({
      code: 'asked-recorded',
      facts: { count: 1, sheet: FOLLOW_UP_SHEET },
      canUndo: true,
      toSave: 'workbook',
    });
    const { chasing } = session.state;
    expect(chasing?.remindersTo(first!)).toEqual([
      { when: '๑ เมษายน ๒๕๖๕', missing: missingText(chasing!.chases[0]!), channel: 'โทรศัพท์', note: '' },
    ]);
    const recorded = contentOfHostWorkbook(book);
    expect(await session.recordReminders('โทรศัพท์', [first!])).toMatchObject({ code: 'asked-before', canUndo: false });
    expect(contentOfHostWorkbook(book)).toEqual(recorded);
    const both = await session.recordReminders('โทรศัพท์', [first!, second!]);
    expect(both).toMatchObject({ code: 'asked-recorded-partly', facts: { count: 1, repeated: 1 } });
    expect(describeNotice(both, 'th').message).not.toMatch(/[{}]/);
    expect(await session.recordReminders('โทรศัพท์', [])).toMatchObject({ code: 'nothing-owed' });
    book.sheet(FOLLOW_UP_SHEET).name = 'ทวงถาม';
    const repeated = await session.recordReminders('โทรศัพท์', [first!]);
    expect(repeated).toMatchObject({ code: 'asked-before', facts: { sheet: 'ทวงถาม' } });
    book.sheet('ทวงถาม').name = FOLLOW_UP_SHEET;
    await session.undo();
    await session.undo();
    expect(contentOfHostWorkbook(book)).toEqual(before);
    expect(session.state.chasing).toBeUndefined();
  });

  it('records of all that owe something on the page without Excel, in the copy that is saved', async () => {
    const codec = createXlsxCodec();
    const delivered: NamedBytes[] = [];
    const session = fileSession({ bytes: await codec.encode(master), delivered });
    await session.start();
    await session.lookAtChases();
    const owing = chasesOwing(session.state.chasing!.chases);
    expect(await session.recordReminders('หนังสือ')).toMatchObject({ facts: { count: owing.length }, toSave: 'copy' });
    expect(owing.every(({ agency }) => session.state.chasing!.remindersTo(agency.code).length === 1)).toBe(true);
    await session.undo();
    await session.lookAtChases();
    expect(owing.some(({ agency }) => session.state.chasing!.remindersTo(agency.code).length > 0)).toBe(false);
  });

  it('records nothing in a master without the sheet ติดตาม', async () => {
    await openInExcel({ ...master, sheets: master.sheets.filter(({ name }) => name !== FOLLOW_UP_SHEET) });
    const session = paneSession({ created });
    await session.start();
    expect(await session.recordReminders('โทรศัพท์')).toMatchObject({ code: 'no-follow-up-sheet' });
  });

  it('does neither beside a workbook that is no master', async () => {
    await openInExcel(districtPlan);
    const session = paneSession({ created });
    await session.start();
    await session.lookAtChases();
    expect(session.state).toMatchObject({ chasing: undefined, notice: { code: 'no-master-for-document' } });
    expect(await session.writeLetters()).toMatchObject({ code: 'no-master-for-document' });
    expect(await session.recordReminders('โทรศัพท์')).toMatchObject({ code: 'no-master-for-document' });
  });
});
