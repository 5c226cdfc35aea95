import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { issuesOfAgency } from '../../src/domain/programme/assignment.ts';
import { measuresOf, type MeasureKey } from '../../src/domain/programme/programme.ts';
import { issueSheetLayout } from '../../src/domain/form/plan/issue-sheet.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../src/domain/form/read/read-agency-workbook.ts';
import { editedText, EXAMPLE_RESULTS, runDemo } from '../demo/demo.ts';
import { fillPatches } from '../demo/fill.ts';
import { openLibreOffice } from '../support/libreoffice.ts';

const office = openLibreOffice();
afterAll(() => office.close());

const { programme, roster } = builtInProgramme()!;
const agency = roster.agencies.find(({ code }) => code === '0103')!;
const codec = createXlsxCodec();

/** The workbook of an agency with every measure answered: two paragraphs in the first row, one in the second. */
async function filledWorkbook(): Promise<Uint8Array> {
  const blank = await codec.encode(planAgencyWorkbook(programme, agency, { created: '2022-02-01T02:00:00Z' }));
  const texts = EXAMPLE_RESULTS.map(({ text }) => text);
  const paragraphs = new Map(
    measuresOf(programme).map(({ measure }, index) => [measure.key, texts.slice(index % 90, (index % 90) + 3)]),
  );
  const filling = {
    contact: { name: 'นางสาวสมหญิง ใจดี', phone: '๐ ๒๒๒๑ ๒๑๔๑', email: 'ita@example.go.th' },
    paragraphs: paragraphs as ReadonlyMap<MeasureKey, readonly string[]>,
    status: { answered: 'done', others: 'not-started' },
  } as const;
  return codec.patch(blank, fillPatches(await codec.decode(blank), filling, programme));
}

describe("an agency's filled workbook that LibreOffice saves again", () => {
  let before: Uint8Array;
  let after: Uint8Array;

  beforeAll(async () => {
    before = await filledWorkbook();
    after = readFileSync(office.convert(office.save('filled.xlsx', before), 'xlsx'));
  });

  it('says the same, without a problem', async () => {
    const read = async (bytes: Uint8Array): Promise<ReturnType<typeof readAgencyWorkbook>> =>
      readAgencyWorkbook(await codec.decode(bytes), { file: 'a.xlsx', programme, roster });
    const [first, second] = [await read(before), await read(after)];
    expect(second.problems).toEqual([]);
    const [expected, found] = [first.submissions[0]!, second.submissions[0]!];
    expect(found).toEqual({ ...expected, savedAt: found.savedAt });
    expect(found.entries).toHaveLength(
      issuesOfAgency(programme, agency.code).flatMap(({ measures }) => measures).length,
    );
  });

  it('shows the progress that its formulas compute', () => {
    const cover = XLSX.read(after).Sheets['ปก']!;
    const rows = XLSX.utils.sheet_to_json<readonly unknown[]>(cover, { header: 1, blankrows: true });
    const issues = issuesOfAgency(programme, agency.code);
    for (const { issue, measures } of issues) {
      const row = rows.find((cells) => cells.includes(issue.title))!;
      expect(row.slice(2, 5)).toEqual([measures.length, measures.length, 1]);
    }
  });
});

describe("the progress on an agency's cover, computed by LibreOffice", () => {
  const { issue, measures } = issuesOfAgency(programme, agency.code)[0]!;
  const { firstRow, lastRow, column } = issueSheetLayout(measures.length);
  const rowsEach = (lastRow - firstRow + 1) / measures.length;

  /** The number of measures that count as answered when statuses stand in these rows of the sheet, counted from its first. */
  async function answered(rows: readonly number[], name: string): Promise<unknown> {
    const blank = await codec.encode(planAgencyWorkbook(programme, agency, { created: '2022-02-01T02:00:00Z' }));
    const patches = rows.map((row) => ({
      sheet: issue.sheetName,
      row: firstRow + row,
      column: column.status,
      text: programme.statuses[0]!.label,
    }));
    const saved = office.convert(office.save(`${name}.xlsx`, await codec.patch(blank, patches)), 'xlsx');
    const cover = XLSX.read(readFileSync(saved)).Sheets['ปก']!;
    const shown = XLSX.utils.sheet_to_json<readonly unknown[]>(cover, { header: 1, blankrows: true });
    return shown.find((cells) => cells.includes(issue.title))![3];
  }

  it.each([
    ['no measure', [], 0],
    ['the first row of a measure', [0], 1],
    ['another row of a measure', [1], 1],
    ['several rows of one measure', [rowsEach, rowsEach + 1], 1],
    ['the last row of the last measure', [lastRow - firstRow], 1],
    ['rows of three measures', [1, rowsEach, rowsEach + 1, 3 * rowsEach + 1], 3],
    ['every row', Array.from({ length: lastRow - firstRow + 1 }, (_, row) => row), measures.length],
  ])('counts a status in %s', async (name, rows, expected) => {
    expect(await answered(rows, name.replaceAll(' ', '-'))).toBe(expected);
  });
});

describe('the master of the demo, printed', () => {
  let raw: string;
  let pages: readonly string[];

  beforeAll(async () => {
    const { master } = await runDemo(office.folder);
    const pdf = office.convert(master, 'pdf');
    const text = (...options: readonly string[]): string =>
      execFileSync('pdftotext', [...options, pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
    raw = consonants(text('-raw'));
    pages = text().split('\f').slice(0, -1);
  });

  it('shows all 101 paragraphs whole: nothing is cut', () => {
    const cut = EXAMPLE_RESULTS.filter(({ text }) => !raw.includes(consonants(editedText(text).replace(/^- /, ''))));
    expect(cut).toEqual([]);
  });

  it('repeats the heading row on every page of the report', () => {
    const report = pages.filter((page) => page.includes('ผลการดำเนินการ') && page.includes('ผู้รับผิดชอบ'));
    const issueSheets = measuresOf(programme).length;
    expect(report.length).toBeGreaterThanOrEqual(16);
    expect(report.length).toBeLessThan(issueSheets);
  });

  it('numbers its pages, and they are not too many', () => {
    expect(pages[0]).toMatch(/หน.า\s*1\s*จาก/);
    expect(pages[1]).toContain('ผู้รับผิดชอบ');
    // The sheets behind the report list every agency, and are for the screen.
    const report = pages.findIndex((page) => /ความครบถ.*วน/.test(page.split('\n').slice(-8).join('')));
    expect(report).toBeGreaterThan(15);
    expect(report).toBeLessThan(60);
  });
});

/** A text without blanks and without the vowels and marks that a PDF stores in an order of its own. */
function consonants(text: string): string {
  return text.replace(/[\s\u0e31-\u0e3a\u0e47-\u0e4e\uf700-\uf71a]/g, '');
}
