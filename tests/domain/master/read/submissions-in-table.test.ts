import fc from 'fast-check';
import { compareTexts } from '../../../../src/domain/text/compare.ts';
import { submissionsInTable } from '../../../../src/domain/master/read/submissions-in-table.ts';
import { planMasterTable } from '../../../../src/domain/master/plan/answers-table.ts';
import { consolidate } from '../../../support/consolidate.ts';
import type { Consolidation } from '../../../../src/domain/submissions/consolidation.ts';
import type { ReadResult } from '../../../../src/domain/submissions/submission.ts';
import type { SheetContent } from '../../../../src/domain/spreadsheet/content.ts';
import {
  REPORT_PROGRAMME,
  REPORT_ROSTER,
  readResult,
  resultOf,
  submissionOf,
} from '../../../support/report-builders.ts';

/** The table of a master as it is read back. */
function tableOf(consolidation: Consolidation): Pick<SheetContent, 'cells'> {
  const rows = [...planMasterTable(consolidation).rows];
  return {
    cells: rows.flatMap(({ cells }, row) =>
      cells.flatMap(({ column, value }) =>
        value === undefined ? [] : [{ row, column, kind: 'text' as const, text: String(value) }],
      ),
    ),
  };
}

/** The same as files give it: statuses as the form lists them, for others are problems of reading, and times in one spelling. */
function asInFiles(result: ReadResult): ReadResult {
  const text = (id: string): string => REPORT_PROGRAMME.statuses.find((status) => status.id === id)!.label;
  const submissions = result.submissions.map(({ savedAt, ...submission }) => ({
    ...submission,
    ...(savedAt === undefined ? {} : { savedAt: new Date(savedAt).toISOString() }),
    entries: submission.entries.map(({ status, ...entry }) => ({
      ...entry,
      ...(status ? { status: { ...status, text: text(status.id) } } : {}),
    })),
  }));
  return { ...result, submissions };
}

/** What a consolidation says, without the cells of statuses, dates, evidence and notes, which a table does not tell. */
function said({ measures, agencies }: Consolidation): unknown {
  return [
    measures.map(({ measure, paragraphs, unfinished }) => [
      measure,
      paragraphs,
      unfinished.map(({ sources, ...statement }) => [statement, sources.map(({ agency }) => agency)]),
    ]),
    agencies.map(({ agency, submissions, issues }) => [
      agency,
      issues,
      submissions
        .flatMap(({ entries }) => entries)
        .toSorted((one, other) => compareTexts(one.measure, other.measure))
        .map(({ measure, status, paragraphs, dates, evidence, notes }) => [
          measure,
          status?.id,
          [paragraphs, dates, evidence, notes].map((texts) => texts.map(({ text }) => text)),
        ]),
    ]),
  ];
}

describe('the submissions in the table of a master', () => {
  it('are those that it was made of', () => {
    const submission = submissionOf('02', {
      '1.1.1': { status: 'ดำเนินการแล้ว', results: ['ประกาศแล้ว', 'ติดป้าย'], dates: ['๑ พ.ค. ๒๕๗๐'], evidence: ['กท ๑'] },
      '2.1.1': { notes: ['รอ'] },
    });
    const table = tableOf(consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [resultOf(submission)]));
    expect(submissionsInTable(table, REPORT_PROGRAMME)).toMatchObject({
      problems: [],
      submissions: [
        {
          agency: '02',
          file: submission.file,
          savedAt: '2027-05-01T08:00:00.000Z',
          issues: [1, 2],
          entries: [
            { measure: '1.1.1', paragraphs: submission.entries[0]!.paragraphs, dates: [{ text: '๑ พ.ค. ๒๕๗๐' }] },
            { measure: '2.1.1', paragraphs: [], notes: [{ text: 'รอ' }] },
          ],
        },
      ],
    });
  });

  it('are the same in an older master, whose table has the instants of saving', () => {
    const savedAt = '2027-05-01T08:00:09.120Z';
    const submission = submissionOf('02', { '1.1.1': ['ก'] }, { savedAt });
    const { cells } = tableOf(consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [resultOf(submission)]));
    const older = cells.map((cell) =>
      cell.text === '๑ พ.ค. ๒๕๗๐ ๑๕:๐๐:๐๙.๑๒๐ น.' ? { ...cell, text: savedAt } : cell,
    );
    expect(older).not.toEqual(cells);
    expect(submissionsInTable({ cells: older }, REPORT_PROGRAMME)).toEqual(
      submissionsInTable({ cells }, REPORT_PROGRAMME),
    );
    expect(submissionsInTable({ cells }, REPORT_PROGRAMME).submissions).toMatchObject([{ savedAt }]);
  });

  it('give the same report again, whatever it was made of', () => {
    fc.assert(
      fc.property(fc.array(readResult.map(asInFiles), { maxLength: 4 }), (results) => {
        const before = consolidate(REPORT_PROGRAMME, REPORT_ROSTER, results);
        const after = consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [
          submissionsInTable(tableOf(before), REPORT_PROGRAMME),
        ]);
        expect(said(after)).toEqual(said(before));
        expect(after.problems).toEqual([]);
      }),
    );
  });

  it('say of a status that somebody typed there that it is none', () => {
    const submission = submissionOf('02', { '1.1.1': { status: 'เกือบเสร็จ', results: ['ก'] } });
    const table = tableOf(consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [resultOf(submission)]));
    expect(submissionsInTable(table, REPORT_PROGRAMME).problems).toMatchObject([
      { code: 'status-unknown', agency: '02', file: submission.file, measure: '1.1.1', text: 'เกือบเสร็จ' },
    ]);
  });

  it('are none in a sheet that is no such table', () => {
    const cells = [{ row: 0, column: 0, kind: 'text' as const, text: 'หน่วยงาน' }];
    expect(submissionsInTable({ cells }, REPORT_PROGRAMME)).toEqual({ submissions: [], problems: [] });
  });
});
