/** @jest-environment ./tests/support/dom-environment.mjs */
import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import { createChosenFiles } from '../../../../../src/adapters/chosen-files/chosen-files.ts';
import { createDroppedFiles } from '../../../../../src/adapters/chosen-files/dropped-files.ts';
import { createXlsxCodec } from '../../../../../src/adapters/xlsx/codec.ts';
import { YearsView } from '../../../../../src/addin/pane/components/years/YearsView.tsx';
import type { NamedBytes } from '../../../../../src/addin/session/session-state.ts';
import type { Session } from '../../../../../src/addin/session/session.ts';
import { yearText } from '../../../../../src/domain/messages/year.ts';
import { builtInProgramme } from '../../../../../src/domain/programme/catalogue.ts';
import { parseCellName } from '../../../../../src/domain/spreadsheet/address.ts';
import type { ChosenFiles } from '../../../../../src/usecases/ports/file-store.ts';
import { planYear } from '../../../../../src/usecases/year/plan-year.ts';
import { fileSession } from '../../../../support/file-session.ts';
import { showInPane, type ShownView } from '../../../../support/pane-view.tsx';

const codec = createXlsxCodec();
const PLAN = planYear(builtInProgramme()!, '2022-04-01T00:00:00.000Z');

async function workbook(cells: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const patches = Object.entries(cells).map(([at, text]) => {
    const [sheet = '', cell = ''] = at.split('!');
    return { sheet, text, ...parseCellName(cell)! };
  });
  return codec.patch(await codec.encode(PLAN), patches);
}

// jsdom has no dialogs that open.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

/** Parts of the pane are loaded when they are first needed. */
const PATIENT = { timeout: 8_000 };

interface Subject extends ShownView {
  readonly session: Session;
  readonly delivered: readonly NamedBytes[];
  /** Chooses a file with such cells, and waits until it is read. */
  readonly choose: (cells: Readonly<Record<string, string>>) => Promise<void>;
  /** Chooses an older report with such bytes. */
  readonly chooseReport: (bytes: Uint8Array) => Promise<void>;
}

async function open(bytes?: Uint8Array): Promise<Subject> {
  const delivered: NamedBytes[] = [];
  const session = fileSession({ delivered, ...(bytes && { bytes }) });
  await session.start();
  let content: Uint8Array = new Uint8Array();
  // The files of this page without a browser have no bytes to read.
  const openFiles = (files: readonly File[]): ChosenFiles => ({
    ...createChosenFiles(files),
    read: () => Promise.resolve(content),
  });
  const view = showInPane(<YearsView session={session} openFiles={openFiles} openDrop={createDroppedFiles} />);
  return {
    ...view,
    session,
    delivered,
    choose: async (cells) => {
      content = await workbook(cells);
      const file = new File(['x'], 'ปีใหม่.xlsx');
      await view.person.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file);
      await screen.findByText(yearText('th', 'read-from', { file: 'ปีใหม่.xlsx' }), {}, PATIENT);
    },
    chooseReport: async (bytes) => {
      content = bytes;
      const file = new File(['x'], 'รายงานเก่า.docx');
      await view.person.upload(screen.getByLabelText(yearText('th', 'report-choose'), { selector: 'input' }), file);
    },
  };
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const NEXT = { 'ปีงบประมาณ!C6': 'bma-2566', 'ปีงบประมาณ!C7': '๒๕๖๖', 'มาตรการ!E5': 'ข้อความใหม่' };

describe('the section of years', () => {
  it('makes the workbook of the chosen year', async () => {
    const { person, delivered } = await open();
    expect(screen.getByText(/ปีงบประมาณ ๒๕๖๕ \(bma-2565 รุ่น 1\)/)).toBeTruthy();
    await person.click(button(yearText('th', 'make')));
    await waitFor(() => expect(delivered).toHaveLength(1), PATIENT);
    expect(delivered.map(({ name }) => name)).toEqual(['ชุดมาตรการ-bma-2565.xlsx']);
  });

  it("makes next year's workbook, and says what changed and what is to be looked at, until that is closed", async () => {
    const { person, session, delivered } = await open();
    await person.click(button(yearText('th', 'next', { year: 2566 })));
    await screen.findByRole('heading', { name: yearText('th', 'next-made', { year: 2566 }) }, PATIENT);
    expect(delivered.map(({ name }) => name)).toEqual(['ชุดมาตรการ-bma-2566.xlsx']);
    const { changes, doubts, problems } = session.state.following!;
    expect(screen.getByText(yearText('th', 'next-changes', { count: changes.length }))).toBeTruthy();
    expect(screen.getByText(yearText('th', 'next-doubts', { count: doubts.length + problems.length }))).toBeTruthy();
    await person.click(button(yearText('th', 'next-leave')));
    expect(screen.queryByText(yearText('th', 'next-made', { year: 2566 }))).toBeNull();
  });

  it('shows what an older report tells, with what is not sure, before it makes the workbook of it', async () => {
    const { person, session, delivered, chooseReport } = await open();
    await chooseReport(readFileSync('tests/fixtures/reports/report-2565.docx'));
    await screen.findByText(yearText('th', 'report-found', { file: 'รายงานเก่า.docx', year: 2565 }), {}, PATIENT);
    if (session.state.reported?.kind !== 'read') throw new Error('nothing was read');
    const { doubts, problems, results } = session.state.reported.draft;
    expect(screen.getByText(yearText('th', 'next-doubts', { count: doubts.length + problems.length }))).toBeTruthy();
    await person.click(button(yearText('th', 'report-measures', { count: results.size })));
    expect(screen.getAllByText(/^ประเด็นที่ ๑ ข้อ ๑ “.*ผู้รับผิดชอบ: .* ผล \S+ ย่อหน้า$/)).toHaveLength(1);
    expect(delivered).toEqual([]);
    await person.click(button(yearText('th', 'report-make', { year: 2565 })));
    await waitFor(() => expect(delivered).toHaveLength(1), PATIENT);
    await person.click(button(yearText('th', 'next-leave')));
    expect(screen.queryByText(yearText('th', 'report-measures', { count: results.size }))).toBeNull();
  });

  it('says why a file is no report that can be read', async () => {
    const { chooseReport } = await open();
    await chooseReport(await workbook({}));
    expect(await screen.findByText(/“?รายงานเก่า\.docx”?.*ไม่ใช่เอกสาร Word/, {}, PATIENT)).toBeTruthy();
    expect(screen.queryByRole('button', { name: yearText('th', 'report-make', { year: 2565 }) })).toBeNull();
  });

  it('shows what changed in a chosen workbook, and takes it when the person says so', async () => {
    const { person, session, choose } = await open();
    await choose(NEXT);
    expect(screen.getByText(/^แก้ข้อความมาตรการ ๑\.๑\.๑ จาก .* เป็น “ข้อความใหม่”$/)).toBeTruthy();
    expect(session.state.kept).toEqual([]);
    await person.click(button(yearText('th', 'take')));
    expect(await screen.findByText('ปีงบประมาณ ๒๕๖๖', { exact: false, selector: 'li p' }, PATIENT)).toBeTruthy();
    expect(session.state.chosen.programme.id).toBe('bma-2566');
    expect(screen.queryByRole('button', { name: yearText('th', 'take') })).toBeNull();
  });

  it('shows each mistake with its cell and remedy, and takes nothing', async () => {
    const { choose } = await open();
    await choose({ 'หน่วยงาน!B7': 'กอง', 'ปีงบประมาณ!C10': 'สิ้นเดือน' });
    const items = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(items).toEqual([
      expect.stringMatching(/ต้องแก้ไข.*แผ่นงาน “ปีงบประมาณ” ช่อง C10.*โปรดพิมพ์วัน เดือน และปี/),
      expect.stringMatching(/ต้องแก้ไข.*แผ่นงาน “หน่วยงาน” ช่อง B7.*โปรดแก้ไขให้เป็นไปตามข้อกำหนด/),
    ]);
    expect(screen.queryByRole('button', { name: yearText('th', 'take') })).toBeNull();
  });

  it('asks before it forgets a year that was imported', async () => {
    const { person, session, choose } = await open();
    await choose(NEXT);
    await person.click(button(yearText('th', 'take')));
    await person.click(
      await screen.findByRole('button', { name: yearText('th', 'remove', { programme: 'bma-2566' }) }),
    );
    const dialog = within(await screen.findByRole('alertdialog'));
    await person.click(dialog.getByRole('button', { name: yearText('th', 'remove-it') }));
    await waitFor(() => expect(screen.queryByText(yearText('th', 'kept'))).toBeNull(), PATIENT);
    expect(session.state.kept).toEqual([]);
  });

  it('checks the workbook that is open', async () => {
    const { person } = await open(await workbook(NEXT));
    await person.click(button(yearText('th', 'look-open')));
    expect(await screen.findByText(yearText('th', 'open-read'), {}, PATIENT)).toBeTruthy();
  });
});
