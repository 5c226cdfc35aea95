import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { printedParagraphs } from '../../src/domain/master/merge/merge-report.ts';
import { readMasterReport } from '../../src/domain/master/read/master-report.ts';
import { tableRecords } from '../../src/domain/master/read/table-records.ts';
import { submissionsInTable } from '../../src/domain/master/read/submissions-in-table.ts';
import { officeProperties } from '../../src/domain/form/identity.ts';
import { asBackup } from '../../src/domain/master/backup-sheets.ts';
import { STATE_COLUMN } from '../../src/domain/master/plan/issue-sheet.ts';
import { REPORT_HEADINGS } from '../../src/domain/master/report-headings.ts';
import type { MasterReport } from '../../src/domain/master/report.ts';
import { REVIEW_SHEET, TABLE_SHEET } from '../../src/domain/master/sheet-names.ts';
import type { MeasureKey } from '../../src/domain/programme/programme.ts';
import type { WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';
import type { SheetContent, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import type { Consolidation } from '../../src/domain/submissions/consolidation.ts';
import { isMasterOf } from '../../src/usecases/is-master-of.ts';
import { mergeMaster, type MasterMerge } from '../../src/usecases/merge-master.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { dataOf } from '../fixtures/forms/recorded.ts';
import { MASTER_LAYOUT, MASTERS } from '../fixtures/masters/recorded.ts';
import { answersOf } from '../support/agency-answers.ts';
import { consolidate } from '../support/consolidate.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { Grid } from '../support/grid.ts';

const codec = createXlsxCodec();
const created = '2027-06-01T00:00:00Z';
const ISSUE = '๑ การปฏิบัติหน้าที่';

function mergedOf(merge: MasterMerge | undefined): Extract<MasterMerge, { kind: 'merged' }> {
  if (merge?.kind !== 'merged') throw new Error('nothing was merged');
  return merge;
}

const RESULT = 3;
const FIRST_ROW = 3;
const WORDS = Array.from({ length: 90 }, (_, index) => `และติดตามผลครั้งที่ ${index}`);

/** What people do to rows, by their places. */
const ROW_EDITS: Readonly<Record<string, (grid: Grid, from: number, to: number) => void>> = {
  copy: (grid, from, to) => {
    const copied = grid.cells.filter(({ row, column }) => row === from && column >= RESULT);
    grid.insertRows(to, 1);
    grid.cells.push(...copied.map((cell) => ({ ...cell, row: to })));
  },
  delete: (grid, from) => {
    grid.deleteRow(from);
  },
  empty: (grid, from) => {
    grid.put(from, RESULT, '');
  },
  insert: (grid, from) => {
    grid.insertRows(from, 1);
  },
  sort: (grid, from, to) => {
    grid.sortRows(Math.min(from, to), Math.max(from, to), RESULT, 1);
  },
  write: (grid, from, to) => {
    grid.put(from, RESULT, `เขียนใหม่ ${from}${to}`);
  },
};

function textsOf(merge: MasterMerge | undefined): readonly (readonly string[])[] {
  return [...mergedOf(merge).merged.measures.values()].map((paragraphs) => paragraphs.map(({ text }) => text));
}

const sentence = fc
  .array(
    fc.constantFrom(
      'อบรม',
      'ประกาศแล้ว',
      'จัดประชุมชี้แจงคู่มือการปฏิบัติงานให้ข้าราชการและลูกจ้างทราบ',
      'เมื่อวันที่ ๕ มกราคม ๒๕๗๐',
      '๒๕ คน',
      'ทุกฝ่าย',
      '\n- ข้อ',
      'และติดตามผล '.repeat(90),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(' ').trim());
const answers = fc.dictionary(
  fc.constantFrom('02', '03', '11'),
  fc.dictionary(fc.constantFrom('1.1.1', '1.1.2', '3.1.1'), fc.array(sentence, { minLength: 1, maxLength: 3 }), {
    minKeys: 1,
  }),
  { minKeys: 1 },
);

describe('merging a master', () => {
  it('gives what a fresh consolidation gives where nobody edited it, however long the paragraphs are', () => {
    fc.assert(
      fc.property(answers, answers, fc.boolean(), (before, now, grouping) => {
        const [base, theirs] = [answersOf(before, grouping), answersOf(now, grouping)];
        const merge = mergeMaster(contentOfPlan(planMaster(base, { created })), theirs);
        if (merge?.kind === 'same') return;
        const printed = [...printedParagraphs(theirs).values()].map((all) => all.map(({ text }) => text));
        expect(textsOf(merge)).toEqual(printed);
        expect(mergedOf(merge).merged.unplaced).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('gives one paragraph where a line of one was cut off into the next row', () => {
    const many = 'และติดตามผล '.repeat(90);
    const long = `${many} ${many}\n- ข้อ ${many}จบ`;
    const base = answersOf({ '02': { '1.1.1': [long] } });
    const theirs = answersOf({ '02': { '1.1.1': [long], '1.1.2': ['อบรม'] } });
    const { merged, changes } = mergedOf(mergeMaster(contentOfPlan(planMaster(base, { created })), theirs));
    expect(merged.measures.get('1.1.1' as MeasureKey)).toMatchObject([{ text: `กองคลัง : ${long}` }]);
    expect(changes.map(({ measure }) => measure)).toEqual(['1.1.2']);
  });

  it('keeps what stands in every row, whatever somebody does to the rows of a paragraph that was cut', () => {
    const base = answersOf({ '02': { '1.1.1': [`${WORDS.join(' ')}\n${WORDS.join('\n')}`, 'ประกาศแล้ว'] } });
    const theirs = answersOf({
      '02': { '1.1.1': [`${WORDS.join(' ')}\n${WORDS.join('\n')}`, 'ประกาศแล้ว'], '1.1.2': ['อบรม'] },
    });
    const master = contentOfPlan(planMaster(base, { created }));
    const steps = fc.array(fc.tuple(fc.constantFrom(...Object.values(ROW_EDITS)), fc.nat(6), fc.nat(6)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(steps, (edits) => {
        let shown: readonly string[] = [];
        const sheets = master.sheets.map((sheet) => {
          if (sheet.name !== ISSUE) return sheet;
          const grid = new Grid(sheet);
          for (const [edit, from, to] of edits) edit(grid, FIRST_ROW + from, FIRST_ROW + to);
          shown = grid.cells.filter(({ row, column }) => row > 1 && column === RESULT).map(({ text }) => text);
          return grid.toContent();
        });
        const { merged } = mergedOf(mergeMaster({ ...master, sheets }, theirs));
        const kept = [...merged.measures.values()].flat().map(({ text }) => text);
        expect(shown.filter((text) => !kept.some((each) => each.includes(text)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('writes the states, what was beside a paragraph, and a list of what to review', async () => {
    const before = answersOf({ '02': { '1.1.1': ['อบรม ๒๕ คน'] }, '03': { '1.1.1': ['ประกาศแล้ว'] } });
    const theirs = answersOf({ '02': { '1.1.1': ['อบรม ๓๐ คน'] }, '03': { '1.1.1': ['ประกาศแล้ว'] } });
    const master = contentOfPlan(planMaster(before, { created }));
    const sheets = master.sheets.map((sheet) => {
      if (sheet.name !== ISSUE) return sheet;
      const grid = new Grid(sheet);
      const { row, column } = grid.cells.find(({ text }) => text.includes('อบรม'))!;
      grid.put(row, column, 'กองคลัง : ได้จัดอบรม ๒๕ คน');
      grid.put(row, STATE_COLUMN, 'ขอเอกสาร');
      grid.put(1, STATE_COLUMN, 'งานค้าง');
      return grid.toContent();
    });
    const { facts } = mergedOf(mergeMaster({ ...master, sheets }, theirs));
    const again = await codec.decode(await codec.encode(planMaster(theirs, { created, merge: facts })));
    const cells = (name: string) => again.sheets.find((sheet) => sheet.name === name)!.cells.map(({ text }) => text);
    expect(cells(ISSUE)).toEqual(expect.arrayContaining(['กองคลัง : ได้จัดอบรม ๓๐ คน', 'ต้องทบทวน', 'ขอเอกสาร']));
    expect(cells(REVIEW_SHEET)).toEqual(
      expect.arrayContaining(['กองคลัง : อบรม ๒๕ คน', 'กองคลัง : อบรม ๓๐ คน', '− ๒๕\n+ ๓๐', 'งานค้าง']),
    );
    expect(mergeMaster(again, theirs)).toEqual({ kind: 'same' });
  });

  it('keeps every note beside its paragraph, whichever of its rows it is beside and whatever the agency changes', () => {
    const long = WORDS.join(' ');
    const answered = (...texts: readonly string[]): Consolidation => answersOf({ '02': { '1.1.1': texts } });
    const base = answered(`${long} ${long}`, 'ประกาศแล้ว');
    const master = contentOfPlan(planMaster(base, { created }));
    const notes = fc.uniqueArray(
      fc.record({ row: fc.nat(4), column: fc.constantFrom(STATE_COLUMN + 1, STATE_COLUMN + 3), blank: fc.boolean() }),
      { selector: ({ row, column }) => `${row} ${column}`, minLength: 1, maxLength: 6 },
    );
    const changes = fc.constantFrom(long, `${long} ${long}`, `${long} ${long} ${long}`, 'สั้น');
    fc.assert(
      fc.property(notes, changes, (written, text) => {
        const theirs = answered(text, 'ประกาศแล้ว', 'อบรมแล้ว');
        const sheets = master.sheets.map((sheet) => {
          if (sheet.name !== ISSUE) return sheet;
          const grid = new Grid(sheet);
          for (const row of new Set(written.filter(({ blank }) => blank).map((each) => each.row))) {
            grid.insertRows(FIRST_ROW + 1 + row, 1);
          }
          written.forEach(({ row, column }, index) => grid.put(FIRST_ROW + row, column, `ข้อ ${index}.`));
          return grid.toContent();
        });
        const before = readMasterReport({ sheets }, theirs.programme);
        const { facts, merged } = mergedOf(mergeMaster({ ...master, sheets }, theirs));
        expect(merged.review).toEqual([]);
        const after = readMasterReport(contentOfPlan(planMaster(theirs, { created, merge: facts })), theirs.programme);
        const notesOf = (report: MasterReport, place: number): readonly string[] => {
          const { location, rowCount = 1 } = report.measures[0]!.paragraphs[place]!;
          return report.annotations
            .filter(({ location: { row } }) => row >= location.row && row < location.row + rowCount)
            .flatMap(({ text: each }) => each.split('\n'))
            .sort();
        };
        expect([0, 1].map((place) => notesOf(after, place))).toEqual([0, 1].map((place) => notesOf(before, place)));
        const placed = [0, 1].flatMap((place) => notesOf(before, place));
        expect([...placed, ...merged.unplaced.map((each) => each.text)].sort()).toEqual(
          before.annotations.map((each) => each.text).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('shows no paragraph as edited where somebody put blank rows in between its rows, and leaves each note where it was', () => {
    const long = WORDS.join(' ');
    const base = answersOf({ '02': { '1.1.1': [`${long} ${long}`] } });
    const theirs = answersOf({ '02': { '1.1.1': [`${long} ${long}`], '1.1.2': ['อบรม'] } });
    const master = contentOfPlan(planMaster(base, { created }));
    const sheets = master.sheets.map((sheet) => {
      if (sheet.name !== ISSUE) return sheet;
      const grid = new Grid(sheet);
      grid.put(FIRST_ROW + 1, STATE_COLUMN + 1, 'ขอเอกสาร');
      grid.insertRows(FIRST_ROW + 2, 2);
      return grid.toContent();
    });
    const { facts, merged, changes } = mergedOf(mergeMaster({ ...master, sheets }, theirs));
    expect(changes.map(({ measure }) => measure)).toEqual(['1.1.2']);
    expect(merged.measures.get('1.1.1' as MeasureKey)).toMatchObject([{ text: `กองคลัง : ${long} ${long}` }]);
    expect(merged.measures.get('1.1.1' as MeasureKey)![0]).not.toHaveProperty('state');
    const after = contentOfPlan(planMaster(theirs, { created, merge: facts })).sheets.find(
      ({ name }) => name === ISSUE,
    );
    expect(after!.cells.find(({ text }) => text === 'ขอเอกสาร')).toMatchObject({
      row: FIRST_ROW + 1,
      // The column of states comes in before it.
      column: STATE_COLUMN + 2,
    });
  });

  it('moves what was beside a paragraph on where columns of the program come in before it', () => {
    const before = answersOf({ '02': { '1.1.1': ['อบรม ๒๕ คน'] } });
    const theirs = answersOf({ '02': { '1.1.1': ['อบรม ๒๕ คน'], '1.1.2': ['ประกาศแล้ว'] } });
    const master = contentOfPlan(planMaster(before, { created }));
    const beside = (edit: (grid: Grid) => void): readonly number[] => {
      const sheets = master.sheets.map((sheet) => {
        if (!/^[๑๒๓] /.test(sheet.name)) return sheet;
        const grid = new Grid(sheet);
        if (sheet.name === ISSUE) grid.put(FIRST_ROW, STATE_COLUMN, 'ขอเอกสาร');
        edit(grid);
        return grid.toContent();
      });
      const { merged } = mergedOf(mergeMaster({ ...master, sheets }, theirs));
      return [...merged.carried.values()].flat().map(({ column }) => column);
    };
    // A master of before has neither the column of parts nor that of states.
    expect(beside((grid) => grid.deleteColumn(STATE_COLUMN - 1))).toEqual([STATE_COLUMN + 1]);
    expect(beside(() => undefined)).toEqual([STATE_COLUMN + 1]);
    expect(
      beside((grid) => {
        grid.insertColumn(STATE_COLUMN);
        grid.put(1, STATE_COLUMN, REPORT_HEADINGS.state);
      }),
    ).toEqual([STATE_COLUMN + 1]);
  });

  it('has a filter in the column of states, over whole rows so that sorting tears nothing apart', () => {
    const [before, theirs] = ['๒๕', '๓๐'].map((count) => answersOf({ '02': { '1.1.1': [`อบรม ${count} คน`] } }));
    const master = contentOfPlan(planMaster(before!, { created }));
    const filtersOf = (plan: WorkbookPlan) => plan.sheets.flatMap(({ filter }) => filter ?? []);
    expect(filtersOf(planMaster(theirs!, { created }))).toEqual([]);
    const { facts } = mergedOf(mergeMaster(master, theirs!));
    const filters = filtersOf(planMaster(theirs!, { created, merge: facts }));
    expect(filters).toHaveLength(theirs!.programme.parts.flatMap(({ issues }) => issues).length);
    expect(filters[0]).toEqual({ range: { top: 1, left: 0, right: STATE_COLUMN }, column: STATE_COLUMN });
  });

  it('knows what somebody accepted and refused: refused texts are on the review sheet, and on no other', async () => {
    const before = answersOf({ '02': { '1.1.1': ['อบรม ๒๕ คน'] }, '03': { '1.1.1': ['ประกาศแล้ว'] } });
    const theirs = answersOf({ '02': { '1.1.1': ['อบรม ๓๐ คน'] }, '03': { '1.1.1': ['ประกาศซ้ำแล้ว'] } });
    const master = contentOfPlan(planMaster(before, { created }));
    const { changes } = mergedOf(mergeMaster(master, theirs)).merged;
    expect(changes.map(({ kind }) => kind)).toEqual(['changed', 'changed']);
    const sides = new Map(changes.map(({ id, theirs: text = '' }) => [id, text.includes('๓๐') ? 'ours' : 'theirs']));
    const { facts } = mergedOf(mergeMaster(master, theirs, sides as ReadonlyMap<string, 'ours' | 'theirs'>));
    const again = await codec.decode(await codec.encode(planMaster(theirs, { created, merge: facts })));
    const cells = (name: string) => again.sheets.find((sheet) => sheet.name === name)!.cells.map(({ text }) => text);
    expect(cells(ISSUE)).toEqual(expect.arrayContaining(['กองคลัง : อบรม ๒๕ คน', 'กองช่าง : ประกาศซ้ำแล้ว']));
    expect(cells(ISSUE)).not.toContain('กองคลัง : อบรม ๓๐ คน');
    expect(cells(REVIEW_SHEET)).toContain('กองคลัง : อบรม ๓๐ คน');
    // The next merge with the same answers leaves the decision alone.
    expect(mergeMaster(again, theirs)).toEqual({ kind: 'same' });
  });

  it('keeps the list of an earlier merge, and what was decided there, where somebody renamed its sheet', () => {
    const [before, then, now] = ['๒๕', '๓๐', '๓๕'].map((count) =>
      answersOf({ '02': { '1.1.1': [`อบรม ${count} คน`] } }),
    );
    const edited = (content: WorkbookContent, name: string, edit: (grid: Grid) => void): WorkbookContent => ({
      ...content,
      sheets: content.sheets.map((sheet) => {
        if (sheet.name !== name) return sheet;
        const grid = new Grid(sheet);
        edit(grid);
        return grid.toContent();
      }),
    });
    const master = edited(contentOfPlan(planMaster(before!, { created })), ISSUE, (grid) => {
      const { row, column } = grid.cells.find(({ text }) => text === 'กองคลัง : อบรม ๒๕ คน')!;
      grid.put(row, column, 'กองคลัง : อบรม ๒๖ คน');
    });
    const { facts } = mergedOf(mergeMaster(master, then!));
    const reviewed = edited(contentOfPlan(planMaster(then!, { created, merge: facts })), REVIEW_SHEET, (grid) => {
      grid.name = 'ต้องดู';
      grid.put(2, 7, 'ปรึกษาผู้อำนวยการแล้ว');
    });
    expect(readMasterReport(reviewed, then!.programme).ownSheets).toEqual([]);
    const again = mergedOf(mergeMaster(reviewed, now!));
    const next = contentOfPlan(planMaster(now!, { created, merge: again.facts }));
    const texts = next.sheets.find(({ name }) => name === REVIEW_SHEET)!.cells.map(({ text }) => text);
    expect(texts).toContain('ปรึกษาผู้อำนวยการแล้ว');
  });

  it('loses no word that somebody wrote into the column of states', async () => {
    const [before, after, last] = ['๒๕', '๓๐', '๓๕'].map((count) =>
      answersOf({ '02': { '1.1.1': [`อบรม ${count} คน`] }, '03': { '1.1.1': ['ประกาศแล้ว'] } }),
    );
    const master = contentOfPlan(planMaster(before!, { created }));
    const editedAt = (content: WorkbookContent, words: string, text: string, column?: number): WorkbookContent => ({
      ...content,
      sheets: content.sheets.map((sheet) => {
        if (sheet.name !== ISSUE) return sheet;
        const grid = new Grid(sheet);
        const cell = grid.cells.find((each) => each.text.includes(words))!;
        grid.put(cell.row, column ?? cell.column, text);
        return grid.toContent();
      }),
    });
    const first = mergedOf(mergeMaster(editedAt(master, 'อบรม', 'กองคลัง : ได้จัดอบรม ๒๕ คน'), after!));
    const merged = await codec.decode(await codec.encode(planMaster(after!, { created, merge: first.facts })));
    const noted = editedAt(merged, 'ประกาศแล้ว', 'โทรถามแล้ว', STATE_COLUMN);
    const { facts } = mergedOf(mergeMaster(noted, last!));
    const again = await codec.decode(await codec.encode(planMaster(last!, { created, merge: facts })));
    expect(again.sheets.flatMap(({ cells }) => cells.map(({ text }) => text))).toContain('โทรถามแล้ว');
  });

  it('is not tried where the table of all answers is gone', () => {
    const theirs = answersOf({ '02': { '1.1.1': ['อบรม'] } });
    const master = contentOfPlan(planMaster(theirs, { created }));
    const sheets = master.sheets.filter(({ name }) => name !== TABLE_SHEET);
    expect(mergeMaster({ ...master, sheets }, theirs)).toBeUndefined();
  });
});

function tableAndOthers({ sheets }: WorkbookContent): {
  readonly table: SheetContent;
  readonly others: readonly SheetContent[];
} {
  const table = sheets.find(({ name }) => name === TABLE_SHEET)!;
  return { table, others: sheets.filter((sheet) => sheet !== table) };
}

function rowsOfAgency({ cells }: SheetContent, agency: string): ReadonlySet<number> {
  return new Set(cells.filter(({ text }) => text === agency).map(({ row }) => row));
}

const LAYOUTS = Array.from({ length: MASTER_LAYOUT }, (_, index) => String(index + 1));
const SAVED = ['master', 'edited', 'master-saved-by-libreoffice', 'edited-saved-by-libreoffice'];

describe.each(LAYOUTS.flatMap((layout) => SAVED.map((name) => [layout, name] as const)))(
  'a master of layout %s: %s',
  (layout, name) => {
    const { programme, roster } = dataOf('');
    const read = async (): Promise<{ content: WorkbookContent; without: (agency?: string) => Consolidation }> => {
      const content = await codec.decode(readFileSync(path.join(MASTERS, layout, `${name}.xlsx`)));
      const table = content.sheets.find((sheet) => sheet.name === TABLE_SHEET)!;
      const { submissions, problems } = submissionsInTable(table, programme);
      const without = (agency?: string): Consolidation =>
        consolidate(
          programme,
          roster,
          [{ submissions: submissions.filter((each) => each.agency !== agency), problems }],
          { grouping: layout !== '1' },
        );
      return { content, without };
    };

    it('stays as it is without a new answer', async () => {
      const { content, without } = await read();
      expect(mergeMaster(content, without())).toEqual({ kind: 'same' });
    });

    it('is merged alike where somebody renamed the table of all answers beside a backup of another one', async () => {
      const { content, without } = await read();
      const { table, others } = tableAndOthers(content);
      const former = { ...table, ...asBackup(table), cells: table.cells.slice(0, 30) };
      const sheets = [former, ...others, { ...table, name: 'คำตอบทั้งหมด' }];
      // Other programs drop the properties; then all that is on the sheets has to say that it is a master.
      const properties = Object.entries(officeProperties(programme, 'master'));
      for (const kept of [properties, []]) {
        const renamed = { ...content, sheets, properties: new Map(kept) };
        const plain = { ...content, properties: new Map(kept) };
        expect(textsOf(mergeMaster(renamed, without('03')))).toEqual(textsOf(mergeMaster(plain, without('03'))));
        expect(mergeMaster(renamed, without())).toEqual({ kind: 'same' });
      }
    });

    it('is not merged by an extract of the table of all answers, be that beside the renamed table or alone', async () => {
      const { content, without } = await read();
      const { table, others } = tableAndOthers(content);
      const agencies = tableRecords(table.cells).map((record) => record('agency'));
      const gone = rowsOfAgency(table, agencies[0]!);
      const extract = { ...table, name: 'คัด', cells: table.cells.filter(({ row }) => !gone.has(row)) };
      for (const tables of [[extract], [extract, { ...table, name: 'ข้อมูลดิบ' }], [{ ...table, name: 'ก' }, extract]]) {
        const sheets = [...tables, ...others];
        expect(mergeMaster({ ...content, sheets }, without('03'))).toBeUndefined();
        expect(isMasterOf({ ...content, sheets, properties: new Map() }, programme)).toBe(false);
      }
    });

    it('keeps what was edited when an answer is withdrawn', async () => {
      const { content, without } = await read();
      const { merged } = mergedOf(mergeMaster(content, without('03')));
      const states = [...merged.measures.values()]
        .flat()
        .flatMap(({ text, state = [] }) => (state.length ? [text] : []));
      expect(states).toEqual(
        name.startsWith('edited') ? ['กองคลัง : ได้จัดการอบรม 25 คน', 'สำนักปลัดเทศบาลสรุปผลในภาพรวมแล้ว'] : [],
      );
    });
  },
);
