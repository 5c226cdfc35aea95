import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { encodeWorkbook } from '../../src/adapters/xlsx/write/encode.ts';
import type { WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';
import { EVERYTHING, partsOf, sheetPlan, workbookPlan } from '../adapters/xlsx/write/encode-plans.ts';
import { checkOoxml } from '../support/check-ooxml.ts';
import { openLibreOffice } from '../support/libreoffice.ts';

const office = openLibreOffice();
afterAll(() => office.close());

/** Encodes a plan into a file and gives its path. */
async function fileOf(plan: WorkbookPlan, name: string): Promise<string> {
  return office.save(`${name}.xlsx`, await encodeWorkbook(plan));
}

/** A printed sheet: so many measures, a long result each, heading rows to repeat. */
const PRINTED = workbookPlan([
  sheetPlan({
    name: "แผ่น 'ก' ๑",
    columns: [{ width: 10 }, { width: 80 }, { width: 12 }],
    rows: [
      { cells: [{ column: 1, style: 'subtitle', value: 'หัวเรื่องที่พิมพ์ซ้ำ' }], height: 30 },
      ...Array.from({ length: 60 }, (_, index) => ({
        cells: [
          { column: 0, style: 'count', value: index + 1 },
          { column: 1, style: 'label', value: `${'ผลการดำเนินการของหน่วยงาน '.repeat(12)}จบรายการ` },
          { column: 2, style: 'percent', formula: `A${index + 2}/60`, value: (index + 1) / 60 },
        ] as const,
      })),
    ],
    print: { titleRows: { first: 0, last: 0 }, lastColumn: 2, header: {}, footer: { right: 'หน้า &P จาก &N' } },
  }),
]);

describe('the schemas of ISO 29500', () => {
  it('are kept by everything that a plan can say', async () => {
    const files = [await fileOf(EVERYTHING, 'everything'), await fileOf(PRINTED, 'printed')];
    expect(checkOoxml(...files)).toEqual(['2 files checked, 0 with problems']);
  });
});

describe('re-saved by LibreOffice', () => {
  const saved = fileOf(EVERYTHING, 'saved').then((path) => readFileSync(office.convert(path, 'xlsx')));
  const part = async (path: string): Promise<string> => partsOf(await saved)[path] ?? '';

  it('texts, numbers and results are the same', async () => {
    const values = (bytes: Uint8Array): unknown => {
      const { Sheets, SheetNames } = read(bytes);
      return SheetNames.map((name) =>
        Object.entries(Sheets[name]!)
          .filter(([ref, cell]) => !ref.startsWith('!') && (cell as { v?: unknown }).v !== undefined)
          .map(([ref, cell]) => [ref, (cell as { v: unknown }).v])
          .sort(),
      );
    };
    const original = values(await encodeWorkbook({ ...EVERYTHING, sheets: EVERYTHING.sheets.slice(1) }));
    const [, ...others] = values(await saved) as unknown[];
    expect(others).toEqual(original);
  });

  it('the print titles and the print area are still there', async () => {
    const { Workbook } = read(await saved);
    const names = Workbook?.Names?.map(({ Name, Sheet, Ref }) => [Name, Sheet, Ref]);
    expect(names).toContainEqual(['_xlnm.Print_Titles', 1, '๑!$1:$2']);
    expect(names).toContainEqual(['_xlnm.Print_Area', 0, "'ปก ''ก'' & ข'!$A$1:$C$4"]);
  });

  it('the list, the hint, the protection and the conditional formats are still there', async () => {
    const issue = await part('xl/worksheets/sheet2.xml');
    expect(issue).toMatch(/<dataValidation [^>]*sqref="A3:A10" type="list"[^>]*><formula1>\$C\$1:\$C\$2</);
    expect(issue).toMatch(/<dataValidation [^>]*promptTitle="ผล"[^>]*showInputMessage="true"/);
    expect(issue).toMatch(/<sheetProtection sheet="true"[^>]*insertRows="false"/);
    const cover = await part('xl/worksheets/sheet1.xml');
    expect(cover.match(/<formula>[^<]*<\/formula>/g)).toEqual([
      '<formula>$C4=0</formula>',
      '<formula>$C4&lt;1</formula>',
      '<formula>$C4&gt;=1</formula>',
    ]);
  });

  it('only the row with a height of its own has one set by hand', async () => {
    const rows = (await part('xl/worksheets/sheet1.xml')).match(/<row [^>]*>/g) ?? [];
    expect(rows.map((row) => /customHeight="(\w+)"/.exec(row)?.[1])).toEqual(['false', 'true', 'false', 'false']);
  });

  it('the custom properties are still there', async () => {
    const properties = await part('docProps/custom.xml');
    expect(properties).toMatch(/name="ITA.Kind"><vt:lpwstr>agency</);
    expect(properties).toMatch(/name="ITA.หน่วยงาน"><vt:lpwstr>สำนัก &quot;ก&quot; &amp; &lt;ข&gt;</);
  });
});

// LibreOffice fits rows when it loads .ods, but those of .xlsx only from version 24.2: before, it shows the likely height.
describe.each([
  ['as it opens the file', 'opened', (path: string): string => path],
  ['after fitting its rows', 'fitted', (path: string): string => office.convert(path, 'ods')],
])('printed by LibreOffice %s', (_, name, prepare) => {
  const pages = fileOf(PRINTED, name)
    .then((path) => office.convert(prepare(path), 'pdf'))
    .then((path) => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1));

  it('repeats the heading rows on every page, and numbers the pages', async () => {
    expect((await pages).length).toBeGreaterThan(1);
    for (const [index, page] of (await pages).entries()) {
      expect(page).toContain('หัวเรื่องที่พิมพ์ซ้ำ');
      expect(page).toContain(`หน้า ${index + 1} จาก ${(await pages).length}`);
    }
  });

  it('cuts no text', async () => {
    const text = (await pages).join('').replaceAll(/\s/g, '');
    expect(text.split('จบรายการ').length - 1).toBe(60);
  });

  it('shows numbers in Thai digits', async () => {
    const text = (await pages).join('\n');
    expect(text).toContain('๖๐');
    expect(text).toContain('๑๐๐%');
    expect(text.replaceAll(/หน้า \d+ จาก \d+/g, '')).not.toMatch(/\d/);
  });
});
