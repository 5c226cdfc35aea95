import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { OpenDraft } from '../../../src/addin/session/open-draft.ts';
import { checkOf } from '../../../src/addin/session/selectors.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import { answerForm, type AnswerCell } from '../../../src/domain/form/answers/answer-form.ts';
import { textAt } from '../../../src/domain/form/answers/typed-texts.ts';
import type { AnswerColumn } from '../../../src/domain/form/columns.ts';
import type { NamedBytes } from '../../../src/addin/session/session-state.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { TODAY } from '../../support/excel-host/host.ts';
import { Person } from '../../support/excel-host/person.ts';
import { changedParts } from '../../support/changed-parts.ts';
import { fileSession } from '../../support/file-session.ts';
import { memoryDrafts, type MemoryDrafts } from '../../support/memory-drafts.ts';
import { paneSession } from '../../support/pane-session.ts';
import { created, district, districtPlan } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';
import { until } from '../../support/until.ts';

const codec = createXlsxCodec();
const clock = { now: () => '2022-04-01T00:00:00.000Z' };
let blank: Uint8Array;

beforeAll(async () => {
  blank = await codec.encode(districtPlan);
});

/** A cell of the form of the open workbook, as it is now. */
function cellOf({ state }: Session, measure: string, column: AnswerColumn, index = 0): AnswerCell {
  const { content } = checkOf(state)!.result;
  const form = answerForm(content, { programme, roster, agency: district });
  return form.find((one) => one.measure.key === measure)!.fields[column][index]!;
}

function type(session: Session, measure: string, column: AnswerColumn, text: string): void {
  session.answers.type(cellOf(session, measure, column), text);
}

/** What stands in the workbook, as it was read last. */
const textOf = (session: Session, measure: string, column: AnswerColumn): string =>
  cellOf(session, measure, column).text;

interface OpenFile {
  readonly session: Session;
  readonly bytes: () => Uint8Array;
  readonly drafts: MemoryDrafts;
  readonly delivered: NamedBytes[];
}

async function openFile(bytes = blank, drafts = memoryDrafts()): Promise<OpenFile> {
  const draft = new OpenDraft(drafts, clock, { name: 'เขต.xlsx', original: bytes, bytes });
  let now = bytes;
  const delivered: NamedBytes[] = [];
  const onChange = (changed: Uint8Array): void => {
    now = changed;
    draft.keepFile(changed);
  };
  const session = fileSession({ bytes, draft, onChange, delivered });
  await session.start();
  return { session, bytes: () => now, drafts, delivered };
}

describe('the form on the page without Excel', () => {
  it('writes what was typed when the person leaves the field, and nothing else of the file changes', async () => {
    const { session, bytes } = await openFile();
    type(session, '1.1.1', 'status', 'ดำเนินการแล้ว');
    type(session, '1.1.1', 'result', 'แจ้งเวียนแล้ว 25 คน\nอบรมแล้ว');
    expect(bytes()).toBe(blank);
    await session.answers.keep();
    expect(session.state.typed).toEqual([]);
    expect(textOf(session, '1.1.1', 'result')).toBe('แจ้งเวียนแล้ว 25 คน\nอบรมแล้ว');
    // The file says what it was made from, and all else is byte for byte as it was.
    expect(changedParts(blank, bytes())).toEqual(['docProps/custom.xml', 'xl/worksheets/sheet2.xml']);
    const { sheet, row, column } = cellOf(session, '1.1.1', 'result');
    expect(textAt(await codec.decode(bytes()), { sheet, row, column })).toBe('แจ้งเวียนแล้ว 25 คน\nอบรมแล้ว');
  });

  it('undoes a field as one change, and makes it again', async () => {
    const { session } = await openFile();
    type(session, '1.1.1', 'result', 'ก');
    await session.answers.keep();
    type(session, '1.1.1', 'result', 'กข');
    await session.answers.keep();
    expect(await session.undo()).toMatchObject({ code: 'undone', facts: { cells: 1 } });
    await session.answers.keep();
    expect(textOf(session, '1.1.1', 'result')).toBe('ก');
    expect(await session.redo()).toMatchObject({ code: 'redone', facts: { cells: 1 } });
    await session.answers.keep();
    expect(textOf(session, '1.1.1', 'result')).toBe('กข');
    expect(await session.redo()).toMatchObject({ code: 'nothing-to-redo' });
    await session.undo();
    await session.undo();
    await session.answers.keep();
    expect(textOf(session, '1.1.1', 'result')).toBe('');
    // A new change is the end of what was undone.
    type(session, '1.1.2', 'note', 'ใหม่');
    await session.answers.keep();
    expect(session.state.redoable).toEqual([]);
  });

  it('clears a cell where nothing but space is left, and writes nothing where the text is as it was', async () => {
    const { session, bytes } = await openFile();
    type(session, '1.1.1', 'note', ' \n');
    await session.answers.keep();
    expect(bytes()).toBe(blank);
    expect(session.state.typed).toEqual([]);
    expect(session.state.undoable).toEqual([]);
  });

  it('writes only the field that was left, and the others before a copy is saved', async () => {
    const { session } = await openFile();
    type(session, '1.1.1', 'status', 'ดำเนินการแล้ว');
    type(session, '1.1.1', 'result', 'ยังพิม');
    await session.answers.keep(cellOf(session, '1.1.1', 'status'));
    expect(session.state.typed).toMatchObject([{ text: 'ยังพิม' }]);
    expect([textOf(session, '1.1.1', 'status'), textOf(session, '1.1.1', 'result')]).toEqual(['ดำเนินการแล้ว', '']);
    await session.answers.keep();
    expect(textOf(session, '1.1.1', 'result')).toBe('ยังพิม');
  });

  it('goes on from what was written where somebody types while it is being written', async () => {
    const { session } = await openFile();
    type(session, '1.1.1', 'result', 'แจ้ง');
    const keeping = session.answers.keep();
    type(session, '1.1.1', 'result', 'แจ้งเวียน');
    await keeping;
    await session.answers.keep();
    expect(session.state.typed).toEqual([]);
    expect(textOf(session, '1.1.1', 'result')).toBe('แจ้งเวียน');
  });

  it('keeps a text that no cell holds with the person, and saves no copy without it', async () => {
    const { session, bytes, delivered } = await openFile();
    type(session, '1.1.1', 'result', 'ก'.repeat(32_768));
    await session.answers.keep();
    expect(session.state.typed).toHaveLength(1);
    const notice = await session.saveCopy('สำเนา.xlsx', bytes());
    expect(notice).toMatchObject({ code: 'typed-left', facts: { count: 1 } });
    expect(delivered).toEqual([]);
    session.answers.forget(cellOf(session, '1.1.1', 'result'));
    expect(session.state.typed).toEqual([]);
  });

  it('has written what was typed before any other job', async () => {
    const { session } = await openFile();
    type(session, '1.1.1', 'result', 'อบรม 25 คน');
    expect(await session.convert('thai', 'workbook')).toMatchObject({ facts: { cells: 1 } });
    await session.answers.keep();
    expect(textOf(session, '1.1.1', 'result')).toBe('อบรม ๒๕ คน');
  });
});

describe('the draft of a file', () => {
  it('has what was typed at once, and the file once it was written', async () => {
    const { session, bytes, drafts } = await openFile();
    expect(session.state.draft).toBe('none');
    type(session, '1.1.1', 'result', 'แจ้งเวียน');
    const [typed] = await drafts.all();
    expect(typed).toMatchObject({ name: 'เขต.xlsx', original: blank, bytes: blank, typed: [{ text: 'แจ้งเวียน' }] });
    expect(session.state.draft).toBe('kept');
    await session.answers.keep();
    const [written] = await drafts.all();
    expect(written).toMatchObject({ bytes: bytes(), typed: [] });
  });

  it('goes on where it was left', async () => {
    const { session, drafts } = await openFile();
    type(session, '1.1.1', 'result', 'ลงแล้ว');
    await session.answers.keep();
    type(session, '1.1.2', 'result', 'ยังพิมพ์อยู่');
    const [left] = await drafts.all();
    const { id, typed, ...file } = left!;
    const draft = new OpenDraft(drafts, clock, { ...file, draft: { id, typed } });
    const again = fileSession({ bytes: file.bytes, draft, onChange: (changed) => draft.keepFile(changed) });
    await again.start();
    expect(textOf(again, '1.1.1', 'result')).toBe('ลงแล้ว');
    await again.answers.keep();
    expect(textOf(again, '1.1.2', 'result')).toBe('ยังพิมพ์อยู่');
    expect(await drafts.all()).toMatchObject([{ id, original: blank, typed: [] }]);
  });

  it('is deleted when a copy of all of it is saved, and not before', async () => {
    const { session, bytes, drafts } = await openFile();
    type(session, '1.1.1', 'result', 'ก');
    await session.answers.keep();
    const earlier = bytes();
    type(session, '1.1.2', 'result', 'ข');
    await session.answers.keep();
    await session.saveCopy('ก่อน.xlsx', earlier);
    expect(await drafts.all()).toHaveLength(1);
    await session.saveCopy('ครบ.xlsx', bytes());
    expect(await drafts.all()).toEqual([]);
    expect(session.state.draft).toBe('none');
    // What is changed after that is not saved either.
    type(session, '1.1.2', 'result', 'ค');
    expect(await drafts.all()).toMatchObject([{ bytes: bytes(), typed: [{ text: 'ค' }] }]);
    session.answers.discardDraft();
    expect(await drafts.all()).toEqual([]);
  });

  it('says so where the browser keeps nothing, and tries again', async () => {
    const drafts = memoryDrafts();
    const { session } = await openFile(blank, drafts);
    drafts.refuses = true;
    type(session, '1.1.1', 'result', 'ก');
    await until(() => session.state.draft === 'failed');
    drafts.refuses = false;
    type(session, '1.1.1', 'result', 'กข');
    await until(() => session.state.draft === 'kept');
    expect(await drafts.all()).toMatchObject([{ original: blank, typed: [{ text: 'กข' }] }]);
  });
});

describe('the form beside a workbook in Excel', () => {
  async function openHost() {
    const host = await openInExcel(districtPlan, TODAY);
    const session = paneSession({ created });
    await session.start();
    return { session, person: new Person(host.workbook, 'Local', host.undo) };
  }

  it('writes into the open workbook, with undo', async () => {
    const { session } = await openHost();
    type(session, '1.1.1', 'result', '=อบรม 25 คน');
    await session.answers.keep();
    expect(textOf(session, '1.1.1', 'result')).toBe('=อบรม 25 คน');
    expect(session.state.typed).toEqual([]);
    await session.undo();
    await session.answers.keep();
    expect(textOf(session, '1.1.1', 'result')).toBe('');
  });

  it('writes where the answer is now if rows were inserted above it meanwhile', async () => {
    const { session, person } = await openHost();
    const before = cellOf(session, '1.1.2', 'result');
    type(session, '1.1.2', 'result', 'ของข้อสอง');
    person.insertRows(before.sheet, before.row - 1, 1);
    await until(() => cellOf(session, '1.1.2', 'result').row === before.row + 1);
    await session.answers.keep();
    expect(textOf(session, '1.1.2', 'result')).toBe('ของข้อสอง');
    const { content } = checkOf(session.state)!.result;
    expect(textAt(content, before)).toBe('');
  });

  it('writes over nothing that somebody typed into the cell meanwhile, until the person says so', async () => {
    const { session, person } = await openHost();
    const { sheet, row, column } = cellOf(session, '1.1.1', 'result');
    type(session, '1.1.1', 'result', 'ในแผง');
    person.write(sheet, row, column, 'ในช่อง');
    await until(() => textOf(session, '1.1.1', 'result') === 'ในช่อง');
    await session.answers.keep();
    expect(textOf(session, '1.1.1', 'result')).toBe('ในช่อง');
    expect(session.state.typed).toMatchObject([{ text: 'ในแผง', before: '' }]);
    await session.answers.insist({ sheet, row, column });
    expect(textOf(session, '1.1.1', 'result')).toBe('ในแผง');
    expect(session.state.typed).toEqual([]);
  });
});
