import { addResult, emptyConsolidation, finish } from '../../../../src/domain/submissions/consolidate.ts';
import { planAnnexes } from '../../../../src/domain/master/document/annexes.ts';
import { textsOfCell, textsOfDocument, type TablePlan } from '../../../../src/domain/document/plan.ts';
import { issuesOf, measuresOf, type MeasureKey, type StatusId } from '../../../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../../../src/domain/programme/roster.ts';
import type { Entry, SourcedText } from '../../../../src/domain/submissions/submission.ts';
import { consolidate } from '../../../support/consolidate.ts';
import { programme, reportAsSubmissions, roster } from '../../../support/report-2565.ts';
import { PRINTED_RESULTS, printedReport } from '../../../support/report-document.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../../../support/small-programme.ts';

const consolidation = finish(
  addResult(emptyConsolidation(programme, roster), { submissions: reportAsSubmissions(), problems: [] }),
);

/** The first table of a plan. */
function tableIn({ sections }: Pick<ReturnType<typeof printedReport>, 'sections'>): TablePlan {
  return sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'table')!;
}

describe('the report that is signed', () => {
  it('begins with the cover and the introduction with its month', () => {
    const texts = textsOfDocument(printedReport({ asOf: 'กันยายน ๒๕๖๕' }));
    const { cover, heading, introduction } = programme.report;
    const opening = introduction.map((text) => text.replaceAll('{asOf}', 'กันยายน ๒๕๖๕'));
    expect(texts.slice(0, cover.length + 1 + opening.length)).toEqual([...cover, heading, ...opening]);
  });

  it('has all 101 paragraphs of the printed report in its order', () => {
    const rows = tableIn(printedReport()).rows.flatMap((row) => (row.kind === 'cells' ? [row.cells[3]!] : []));
    const printed = rows.flatMap(textsOfCell);
    expect(printed).toEqual([...PRINTED_RESULTS.values()].flat());
    expect(printed).toHaveLength(101);
  });

  it('names an issue once, at its first measure, and each measure and who is responsible once', () => {
    const rows = tableIn(printedReport()).rows.flatMap((row) => (row.kind === 'cells' ? [row.cells] : []));
    expect(rows.flatMap(([issue]) => textsOfCell(issue!))).toEqual(issuesOf(programme).map(({ issue }) => issue.title));
    expect(rows.map(([, , responsible]) => textsOfCell(responsible!))).toEqual(
      measuresOf(programme).map(({ measure }) => [measure.responsible.printed]),
    );
  });

  it('keeps the row of a measure without a result', () => {
    const rows = tableIn(printedReport({ results: new Map() })).rows;
    expect(rows.filter(({ kind }) => kind === 'cells')).toHaveLength(measuresOf(programme).length);
  });

  it('ends with room for a signature and a date', () => {
    const texts = textsOfDocument(printedReport()).slice(-7);
    expect(texts[0]).toContain('(ลงชื่อ)');
    expect(texts[3]).toContain('วันที่');
    expect(texts.slice(4)).toEqual([...programme.report.compiledBy, programme.report.asOf]);
  });

  it('has a letter of transmission where one is wanted', () => {
    const letter = textsOfDocument({ sections: printedReport({ letter: true }).sections.slice(0, 1) });
    const begins = ['ที่ ', 'เรื่อง\t', 'เรียน\t', 'สิ่งที่ส่งมาด้วย\t', 'จึงเรียนมาเพื่อโปรดทราบ', 'ขอแสดงความนับถือ'];
    const places = begins.map((begin) => letter.findIndex((text) => text.startsWith(begin)));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(textsOfDocument(printedReport())).not.toContain('จึงเรียนมาเพื่อโปรดทราบ');
  });
});

describe('an annex', () => {
  it.each([
    [
      ['status', 'answers'],
      ['ภาคผนวก ๑ ผลการดำเนินการของแต่ละหน่วยงาน', 'ภาคผนวก ๒ สถานะการดำเนินการรายมาตรการ'],
    ],
    [['completeness'], ['ภาคผนวก ความครบถ้วนของการรายงานรายหน่วยงาน']],
    [[], []],
  ] as const)('stands in one order and is numbered where there are several: %j', (chosen, titles) => {
    const sections = planAnnexes(consolidation, chosen);
    expect(sections.map(({ blocks }) => textsOfDocument({ sections: [{ ...sections[0]!, blocks }] })[0])).toEqual(
      titles,
    );
  });

  it('of answers has every paragraph that reached the master', () => {
    const texts = textsOfDocument({ sections: planAnnexes(consolidation, ['answers']) });
    const used = consolidation.agencies.flatMap(({ submissions }) => submissions.flatMap(({ entries }) => entries));
    const written = used.flatMap(({ paragraphs }) => paragraphs);
    expect(written.length).toBeGreaterThan(90);
    expect(written.filter(({ text }) => !texts.includes(text))).toEqual([]);
  });

  it('of completeness has a row for each agency with measures', () => {
    const { rows } = tableIn({ sections: planAnnexes(consolidation, ['completeness']) });
    expect(rows).toHaveLength(consolidation.agencies.filter(({ issues }) => issues.size > 0).length);
  });

  it('of statuses counts every responsible agency of a measure', () => {
    const { rows } = tableIn({ sections: planAnnexes(consolidation, ['status']) });
    const counts = rows.flatMap((row) =>
      row.kind === 'cells' ? [row.cells.slice(1).map((cell) => Number(thaiToLatin(textsOfCell(cell)[0]!)))] : [],
    );
    const sums = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
    expect(sums).toEqual(measuresOf(programme).map(({ measure }) => measure.responsible.agencies.length));
  });
});

describe('the annex of what is not done', () => {
  /** The rows of the annex as texts. */
  function rowsOf(entries: readonly (readonly [agency: string, entry: Omit<Entry, 'measure'>])[]): readonly string[][] {
    const results = entries.map(([agency, entry]) => ({
      submissions: [
        {
          agency: agency as AgencyCode,
          file: `${agency}.xlsx`,
          issues: [1],
          contact: {},
          entries: [{ measure: '1.1.1' as MeasureKey, ...entry }],
        },
      ],
      problems: [],
    }));
    const { rows } = tableIn({
      sections: planAnnexes(consolidate(SMALL_PROGRAMME, SMALL_ROSTER, results), ['unfinished']),
    });
    return rows.map((row) => (row.kind === 'band' ? [row.text] : row.cells.map((cell) => textsOfCell(cell).join('|'))));
  }

  const at = (text: string): SourcedText => ({ text, sheet: 'ก', cell: { row: 1, column: 1 } });
  const entry = (
    id: StatusId,
    reason: readonly string[] = [],
    notes: readonly string[] = [],
  ): Omit<Entry, 'measure'> => ({
    status: { id, ...at(SMALL_PROGRAMME.statuses.find((status) => status.id === id)!.label) },
    paragraphs: reason.map(at),
    dates: [],
    evidence: [],
    notes: notes.map(at),
  });

  it('has agencies with the same reason in one row, by status and in roster order, and makes nothing up', () => {
    const [band, ...rows] = rowsOf([
      ['12', entry('not-started', ['รองบประมาณ'])],
      ['02', entry('in-progress', ['จัดจ้างแล้ว'], ['ส่งมอบเดือนหน้า'])],
      ['11', entry('not-started', ['รองบประมาณ'])],
      ['13', entry('not-started')],
      ['03', entry('done', ['เสร็จแล้ว'])],
    ]);
    expect(band).toHaveLength(1);
    expect(rows).toEqual([
      ['กองคลัง', 'อยู่ระหว่างดำเนินการ', 'จัดจ้างแล้ว|ส่งมอบเดือนหน้า'],
      ['โรงเรียนวัดเหนือ, โรงเรียนวัดใต้', 'ยังไม่ดำเนินการ', 'รองบประมาณ'],
      ['โรงเรียนบ้านกลาง', 'ยังไม่ดำเนินการ', 'ไม่ได้ระบุเหตุผล'],
    ]);
  });

  it('says so where nothing is unfinished', () => {
    expect(rowsOf([['03', entry('done', ['เสร็จแล้ว'])]])).toEqual([['', '', 'ไม่มีมาตรการที่ตอบว่ายังไม่แล้วเสร็จ']]);
  });
});

function thaiToLatin(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}
