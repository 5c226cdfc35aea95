import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import { describeNotice } from '../../../src/addin/session/notice.ts';
import { backupsOf, hasUnsavedAnswers } from '../../../src/addin/session/selectors.ts';
import type { NamedBytes } from '../../../src/addin/session/session-state.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import { agencyFileName, planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { backupName } from '../../../src/domain/master/backup-sheets.ts';
import type { ChosenSides, ParagraphChange, Side } from '../../../src/domain/master/merge/outcomes.ts';
import { STATE_WORDS } from '../../../src/domain/master/merge/states.ts';
import { PROBLEMS_SHEET, REVIEW_SHEET, TABLE_SHEET } from '../../../src/domain/master/sheet-names.ts';
import { answer, type Answers } from '../../support/answer.ts';
import { codec, contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import type { HostWorkbook } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { Person } from '../../support/excel-host/person.ts';
import { fileSession } from '../../support/file-session.ts';
import { paneSession } from '../../support/pane-session.ts';
import { planOfContent } from '../../support/plan-of-content.ts';
import { created, emptyMaster } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';

const [one, two, three] = roster.agencies as unknown as readonly [Agency, Agency, Agency];
type Agency = (typeof roster.agencies)[number];

const ISSUE = '๑ การปฏิบัติหน้าที่';
const RESULT = 3;
const EDITED = 'ได้จัดอบรม ๒๕ คน อย่างทั่วถึง';
const NEWER = 'อบรม ๓๐ คน';
const STRAY = 'ตารางที่วางไว้ใต้แบบรายงาน';

/** Files as a person chooses them, an agency's each; those of a later day count in place of earlier ones. */
async function filesOf(answers: readonly (readonly [Agency, Answers])[], day = created): Promise<readonly File[]> {
  return Promise.all(
    answers.map(async ([agency, given]) => {
      const blank = await codec.encode(planAgencyWorkbook(programme, agency, { created: day }));
      const bytes = await answer(codec, blank, given);
      return new File([bytes as Uint8Array<ArrayBuffer>], agencyFileName(programme, agency));
    }),
  );
}

interface Subject {
  readonly book: HostWorkbook;
  readonly session: Session;
}

/** The pane beside a report of two agencies in which somebody edited the first one's paragraph. */
async function openEdited(): Promise<Subject> {
  const { workbook: book } = await openInExcel(emptyMaster);
  const session = paneSession({ created });
  await session.start();
  const files = await filesOf([
    [one, { '1.1.1': { result: 'อบรม ๒๕ คน' } }],
    [two, { '1.1.1': { result: 'ประกาศแล้ว' } }],
  ]);
  await session.collect(createChosenFiles(files));
  await session.putMaster('here');
  await session.deleteBackups();
  const { row, text } = cellWith(book, 'อบรม ๒๕ คน');
  new Person(book, 'Local').write(ISSUE, row, RESULT, text.replace('อบรม ๒๕ คน', EDITED));
  session.discardCollected();
  return { book, session };
}

/** Takes in a changed answer of the first agency and a late one. */
async function takeIn(session: Session): Promise<readonly ParagraphChange[]> {
  const files = await filesOf(
    [
      [one, { '1.1.1': { result: NEWER } }],
      [three, { '1.1.1': { result: 'ส่งช้า' } }],
    ],
    '2022-05-01T00:00:00.000Z',
  );
  await session.collect(createChosenFiles(files));
  return changesOf(session);
}

function changesOf({ state: { collection } }: Session): readonly ParagraphChange[] {
  const merge = collection?.kind === 'read' ? collection.answers.merge : undefined;
  return merge?.kind === 'merged' ? merge.merged.changes : [];
}

function cellWith(book: HostWorkbook, words: string): { readonly row: number; readonly text: string } {
  const { cells } = contentOfHostWorkbook(book).sheets.find(({ name }) => name === ISSUE)!;
  return cells.find(({ column, text }) => column === RESULT && text.includes(words))!;
}

function textsOn(book: HostWorkbook, sheet: string): readonly string[] {
  const { cells } = contentOfHostWorkbook(book).sheets.find(({ name }) => name === sheet)!;
  return cells.map(({ text }) => text);
}

function visible({ sheets }: HostWorkbook): readonly string[] {
  return sheets.filter(({ visibility }) => visibility === 'Visible').map(({ name }) => name);
}

function allOf(changes: readonly ParagraphChange[], side: Side): ChosenSides {
  return new Map(changes.map(({ id }) => [id, side]));
}

const NONE: ChosenSides = new Map();
const said = (texts: readonly string[], words: string): boolean => texts.some((text) => text.includes(words));

describe('late answers beside an edited report', () => {
  it('are shown as what merging changes, and nothing is written', async () => {
    const { book, session } = await openEdited();
    const before = contentOfHostWorkbook(book);
    const changes = await takeIn(session);
    expect(changes.map(({ kind }) => kind)).toEqual(['merged', 'added']);
    expect(changes[0]!.result).toContain('ได้จัดอบรม ๓๐ คน อย่างทั่วถึง');
    expect(contentOfHostWorkbook(book)).toEqual(before);
  });

  it('keep what was found in files that are not read again, until these are', async () => {
    const { book, session } = await openEdited();
    const [clean] = await filesOf([[two, { '1.1.1': { result: 'ประกาศแล้ว' } }]]);
    const patches = [{ sheet: ISSUE, row: 40, column: 5, text: STRAY }];
    const stray = await codec.patch(new Uint8Array(await clean!.arrayBuffer()), patches, created);
    const again = new File([stray as Uint8Array<ArrayBuffer>], clean!.name);
    await session.collect(createChosenFiles([again]));
    expect(said(textsOn(book, PROBLEMS_SHEET), STRAY)).toBe(false);
    await session.putMaster('here');
    expect(said(textsOn(book, PROBLEMS_SHEET), STRAY)).toBe(true);
    // Twice other files: it stays, once.
    for (const day of ['2022-05-01T00:00:00.000Z', '2022-05-02T00:00:00.000Z']) {
      const late = await filesOf([[three, { '1.1.1': { result: `ส่งช้า ${day}` } }]], day);
      const hint = ['problems-kept', { count: 1, sheet: PROBLEMS_SHEET }];
      expect(await session.collect(createChosenFiles(late))).toMatchObject({ hints: [hint] });
      expect(await session.putMerged(NONE)).toMatchObject({ code: 'merged' });
      expect(textsOn(book, PROBLEMS_SHEET).filter((text) => text === STRAY)).toHaveLength(1);
    }
    await session.collect(createChosenFiles([clean!]));
    await session.putMaster('here');
    expect(said(textsOn(book, PROBLEMS_SHEET), STRAY)).toBe(false);
    // Whoever clears it on the sheet while other files wait to be put does not get it back.
    await session.collect(createChosenFiles([again]));
    await session.putMaster('here');
    await session.collect(createChosenFiles(await filesOf([[three, { '1.1.1': { result: 'ส่งช้าอีก' } }]])));
    const { cells } = contentOfHostWorkbook(book).sheets.find(({ name }) => name === PROBLEMS_SHEET)!;
    const { row } = cells.find(({ text }) => text === STRAY)!;
    for (const { column } of cells.filter((cell) => cell.row === row))
      new Person(book, 'Local').write(PROBLEMS_SHEET, row, column, '');
    await session.putMaster('here');
    expect(said(textsOn(book, PROBLEMS_SHEET), STRAY)).toBe(false);
  });

  it('are merged into it: the wording stays, its states and the review list are there, and it is undone', async () => {
    const { book, session } = await openEdited();
    await takeIn(session);
    const before = visible(book);
    const outcome = await session.putMerged(NONE);
    expect(outcome).toMatchObject({ code: 'merged', canUndo: true, facts: { count: 1, backups: 17 } });
    for (const language of ['th', 'en'] as const) {
      const { message, remedy, lines } = describeNotice(outcome, language);
      expect([message, remedy, ...lines].join()).not.toMatch(/[{}]|undefined/);
    }
    const report = textsOn(book, ISSUE);
    expect(said(report, 'ได้จัดอบรม ๓๐ คน อย่างทั่วถึง')).toBe(true);
    expect(report).toEqual(expect.arrayContaining([STATE_WORDS.review]));
    expect(said(report, 'ส่งช้า')).toBe(true);
    expect(said(textsOn(book, REVIEW_SHEET), NEWER)).toBe(true);
    await session.undo();
    expect(visible(book)).toEqual(before);
    expect(said(textsOn(book, ISSUE), EDITED)).toBe(true);
    // And once more: the exchange brings the merged report back, with its list.
    await session.swapBackups();
    expect(visible(book)).toContain(REVIEW_SHEET);
    expect(said(textsOn(book, ISSUE), 'ได้จัดอบรม ๓๐ คน')).toBe(true);
  });

  it('stay out of the report where all are refused, and are on the review list', async () => {
    const { book, session } = await openEdited();
    await session.putMerged(allOf(await takeIn(session), 'ours'));
    const [report, list] = [textsOn(book, ISSUE), textsOn(book, REVIEW_SHEET)];
    expect([said(report, EDITED), said(report, 'ส่งช้า'), said(report, NEWER)]).toEqual([true, false, false]);
    expect([said(list, NEWER), said(list, 'ส่งช้า')]).toEqual([true, true]);
  });

  it('take the place of an edit where all are accepted, and the edit is on the review list', async () => {
    const { book, session } = await openEdited();
    await session.putMerged(allOf(await takeIn(session), 'theirs'));
    const [report, list] = [textsOn(book, ISSUE), textsOn(book, REVIEW_SHEET)];
    expect([said(report, EDITED), said(report, NEWER), said(report, STATE_WORDS.accepted)]).toEqual([
      false,
      true,
      true,
    ]);
    expect(said(list, EDITED)).toBe(true);
  });

  it('are shown anew where somebody edited the report meanwhile, and nothing is written', async () => {
    const { book, session } = await openEdited();
    const [shown] = await takeIn(session);
    const { row } = cellWith(book, EDITED);
    new Person(book, 'Remote').write(ISSUE, row, RESULT, 'แก้อีกครั้ง');
    const before = contentOfHostWorkbook(book);
    expect(await session.putMerged(new Map([[shown!.id, 'theirs']]))).toMatchObject({ code: 'merge-outdated' });
    expect(contentOfHostWorkbook(book)).toEqual(before);
    expect(changesOf(session)[0]).toMatchObject({ kind: 'met', ours: 'แก้อีกครั้ง' });
    expect(await session.putMerged(NONE)).toMatchObject({ code: 'merged' });
    expect(said(textsOn(book, ISSUE), 'แก้อีกครั้ง')).toBe(true);
  });

  it('are not merged once more: the report has them then', async () => {
    const { session } = await openEdited();
    await takeIn(session);
    await session.putMerged(NONE);
    expect(await takeIn(session)).toEqual([]);
    const { collection } = session.state;
    expect(collection).toMatchObject({
      answers: { merge: { kind: 'same' }, news: { added: [], changed: [], gone: [] } },
    });
    expect(hasUnsavedAnswers(session.state)).toBe(false);
  });

  it('leave no review list of another report behind where a new report takes its place, also after undoing that', async () => {
    const { book, session } = await openEdited();
    await takeIn(session);
    await session.putMerged(NONE);
    await takeIn(session);
    await session.putMaster('here');
    expect(visible(book)).not.toContain(REVIEW_SHEET);
    expect(backupsOf(session.state)).toContain(REVIEW_SHEET);
    await session.undo();
    expect(visible(book)).toContain(REVIEW_SHEET);
    await session.deleteBackups();
    expect(book.sheets.map(({ name }) => name)).not.toContain(backupName(REVIEW_SHEET));
  });
});

describe('a report without its table of all answers', () => {
  it('cannot be merged with, and that is known before anything is put', async () => {
    const { book, session } = await openEdited();
    book.removeSheet(book.sheet(TABLE_SHEET));
    await takeIn(session);
    expect(session.state.collection).toMatchObject({ answers: { merge: { kind: 'impossible' } } });
    expect(await session.putMerged(NONE)).toMatchObject({ code: 'merge-outdated' });
    expect(said(textsOn(book, ISSUE), EDITED)).toBe(true);
  });
});

describe('a report without results', () => {
  it('has nothing to merge with', async () => {
    await openInExcel(emptyMaster);
    const session = paneSession({ created });
    await session.start();
    await takeIn(session);
    expect(session.state.collection).toMatchObject({ answers: { merge: undefined } });
  });
});

describe('late answers and an edited report that is a file', () => {
  it('are saved as another file, which says what is only in the earlier one', async () => {
    const { book } = await openEdited();
    book.addSheet('ของฉัน').put(0, 0, { value: 'โน้ต' });
    const bytes = await codec.encode(planOfContent(contentOfHostWorkbook(book)));
    const delivered: NamedBytes[] = [];
    const session = fileSession({ bytes, delivered });
    await session.start();
    await takeIn(session);
    const outcome = await session.putMerged(NONE);
    expect(outcome).toMatchObject({ code: 'merged-saved', facts: { count: 1, file: delivered[0]!.name } });
    expect(describeNotice(outcome, 'th').lines.join()).toContain('ของฉัน');
    const { sheets } = await codec.decode(delivered[0]!.bytes);
    const texts = sheets.flatMap(({ cells }) => cells.map(({ text }) => text));
    expect([said(texts, 'ได้จัดอบรม ๓๐ คน'), said(texts, 'ส่งช้า')]).toEqual([true, true]);
  });
});
