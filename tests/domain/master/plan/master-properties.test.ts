import { columnPoints } from '../../../../src/domain/spreadsheet/column-width.ts';
import type { CellLocation } from '../../../../src/domain/spreadsheet/address.ts';
import fc from 'fast-check';

import type { Consolidation } from '../../../../src/domain/submissions/consolidation.ts';
import { withNaming } from '../../../../src/domain/submissions/merge-paragraphs.ts';
import { textOf } from '../../../../src/domain/diagnostics/problem.ts';
import type { ReadResult, SourcedText } from '../../../../src/domain/submissions/submission.ts';
import { compareTexts, sameTextKey } from '../../../../src/domain/text/compare.ts';
import { estimateHeight } from '../../../../src/domain/text/layout.ts';
import { decisionsInSheet, type Decision } from '../../../../src/domain/master/decisions.ts';
import { LIST_SHEETS } from '../../../../src/domain/master/sheet-names.ts';
import { planMasterWorkbook } from '../../../../src/domain/master/plan/master-workbook.ts';
import type { SheetPlan, WorkbookPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import { STYLES } from '../../../../src/domain/spreadsheet/styles.ts';
import { contentOfPlan } from '../../../support/plan-content.ts';
import { consolidate } from '../../../support/consolidate.ts';
import { readResult, REPORT_PROGRAMME, REPORT_ROSTER, textsIn } from '../../../support/report-builders.ts';

const results = fc.array(readResult, { maxLength: 5 });

function planned(
  list: readonly ReadResult[],
  decisions: readonly Decision[] = [],
): { readonly consolidation: Consolidation; readonly plan: WorkbookPlan } {
  const consolidation = consolidate(REPORT_PROGRAMME, REPORT_ROSTER, list);
  const describe = () => ({ message: 'ปัญหา', remedy: 'แก้ไข' });
  const describeDifference = () => 'ข้อความ';
  const plan = planMasterWorkbook(consolidation, {
    created: '2027-06-01T00:00:00Z',
    decisions,
    describe,
    describeDifference,
    describeRule: (code) => code,
  });
  // Rows are made anew each time that somebody goes through them; here they are looked at often.
  return { consolidation, plan: { ...plan, sheets: plan.sheets.map((of) => ({ ...of, rows: [...of.rows] })) } };
}

function sheet(plan: WorkbookPlan, name: string): SheetPlan {
  return plan.sheets.find((candidate) => candidate.name === name)!;
}

/** All text of a sheet's column from top to bottom, white space aside; only rows for which `of` holds. */
function columnKey(
  { rows }: SheetPlan,
  column: number,
  of: (texts: readonly string[]) => boolean = () => true,
): string {
  const texts = Array.from(rows, ({ cells }) => {
    const row: string[] = [];
    for (const { column: at, value = '' } of cells) row[at] = String(value);
    return row;
  });
  return sameTextKey(
    texts
      .filter(of)
      .map((row) => row[column] ?? '')
      .join(''),
  );
}

const keyOf = (texts: readonly (SourcedText | undefined)[] = []): string =>
  sameTextKey(texts.map((text) => text?.text ?? '').join(''));

describe('nothing is lost on the way into the master:', () => {
  it('every text stands in a text cell', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { plan } = planned(list);
        const columns = plan.sheets.flatMap((of) => of.columns.map((_, column) => columnKey(of, column)));
        for (const text of list.flatMap(textsIn)) {
          expect(columns.some((column) => column.includes(sameTextKey(text)))).toBe(true);
        }
      }),
    );
  });

  it('the report prints each paragraph once, in its order, and who has not finished after them', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { consolidation, plan } = planned(list);
        const printed = plan.sheets
          .slice(1, -LIST_SHEETS.length)
          .map((of) => columnKey(of, 3, (row) => row[5] !== undefined && row[5] !== 'หน่วยงาน'));
        const paragraphs = consolidation.measures.flatMap(({ paragraphs, unfinished }) =>
          [...paragraphs, ...unfinished].map(withNaming),
        );
        expect(printed.join('')).toBe(sameTextKey(paragraphs.join('')));
      }),
    );
  });

  it('the table gives every field of every entry back', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { consolidation, plan } = planned(list);
        const table = sheet(plan, 'ตารางรวม');
        for (const { agency, submissions } of consolidation.agencies) {
          for (const entry of submissions.flatMap(({ entries }) => entries)) {
            const { measure, status, paragraphs, dates, evidence, notes } = entry;
            const of = (row: readonly string[]): boolean => row[4] === measure && row[6] === agency;
            const fields = [11, 12, 13, 14].map((column) => columnKey(table, column, of));
            expect(fields).toEqual([paragraphs, dates, evidence, notes].map(keyOf));
            expect(columnKey(table, 9, of)).toContain(keyOf([status]));
          }
        }
      }),
    );
  });

  it('the list of notes gives every note back, in the order of the roster and of the measures', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { consolidation, plan } = planned(list);
        const notes = consolidation.agencies.flatMap(({ submissions }) =>
          submissions
            .flatMap(({ entries }) => entries)
            .toSorted((one, other) => compareTexts(one.measure, other.measure))
            .flatMap((entry) => entry.notes),
        );
        const body = { ...sheet(plan, 'หมายเหตุ'), rows: [...sheet(plan, 'หมายเหตุ').rows].slice(2) };
        expect(columnKey(body, 5)).toBe(notes.length === 0 ? 'ไม่มีหมายเหตุ' : keyOf(notes));
      }),
    );
  });

  it('the problems sheet gives the texts of the problems back, and the matrix the contacts', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { consolidation, plan } = planned(list);
        const problems = sheet(plan, 'ปัญหา');
        const body = { ...problems, rows: [...problems.rows].slice(2) };
        expect(columnKey(body, 8)).toBe(sameTextKey(consolidation.problems.map(textOf).join('')));
        const matrix = sheet(plan, 'ความครบถ้วน');
        const contacts = consolidation.agencies.map(
          ({ submissions }) => submissions.find(({ contact }) => Object.keys(contact).length > 0)?.contact,
        );
        for (const [index, field] of (['name', 'phone', 'email'] as const).entries()) {
          const rows = { ...matrix, rows: [...matrix.rows].slice(3) };
          expect(columnKey(rows, 9 + index)).toBe(keyOf(contacts.map((contact) => contact?.[field])));
        }
      }),
    );
  });
});

describe('decisions of the office', () => {
  it('are read back with their problems, and stand beside them in the next master; none is lost', () => {
    fc.assert(
      fc.property(results, results, (list, next) => {
        const before = sheet(planned(list).plan, 'ปัญหา');
        const content = (of: SheetPlan) =>
          contentOfPlan({ sheets: [of], properties: {}, title: '', author: '', created: '' }).sheets[0]!;
        const rows = [...before.rows].map(({ cells, ...row }, index) => ({
          ...row,
          cells: cells.map((cell) => (index > 1 && cell.column === 11 ? { ...cell, value: `ข้อ ${index}` } : cell)),
        }));
        const decisions = decisionsInSheet(content({ ...before, rows }));
        const keys = new Set(
          rows.slice(2).flatMap(({ cells }) => cells.find(({ column }) => column === 12)?.value ?? []),
        );
        expect(new Set(decisions.map(({ key }) => key))).toEqual(keys);
        for (const answers of [list, next]) {
          const again = decisionsInSheet(content(sheet(planned(answers, decisions).plan, 'ปัญหา')));
          const said = (of: readonly Decision[]) => new Map(of.map(({ key, decision }) => [key, decision]));
          expect(said(again)).toEqual(said(decisions));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('every master', () => {
  it('stays under the limits of Excel, and holds no formula and no link but to its own sheets, from its cover and its lists', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { plan } = planned(list);
        const isOwn = (index: number, { sheet: target }: CellLocation): boolean =>
          (index === 0 || ['ปัญหา', 'ยังไม่แล้วเสร็จ'].includes(plan.sheets[index]?.name ?? '')) &&
          plan.sheets.some(({ name }) => name === target);
        const broken = plan.sheets.flatMap(({ name, columns, rows, merges }, index) =>
          [...rows].flatMap(({ cells, height = 0 }, row) => {
            const merged = merges.some(({ top }) => top === row);
            const bad = cells.filter(({ column, style, value = '', formula, link }) => {
              const text = String(value);
              const box = { widthPoints: columnPoints(columns[column]?.width ?? 0), fontSize: 16 };
              const tooTall = 'wrap' in STYLES[style] && !merged && estimateHeight(text, box) > 409;
              return (
                tooTall || text.length > 32_767 || formula !== undefined || (link !== undefined && !isOwn(index, link))
              );
            });
            return height > 409 ? [{ name, row, column: -1 }] : bad.map(({ column }) => ({ name, row, column }));
          }),
        );
        expect(broken).toEqual([]);
      }),
    );
  });
});
