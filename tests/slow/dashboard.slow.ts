import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { DASHBOARD_SHEET } from '../../src/domain/master/sheet-names.ts';
import type { SheetObject, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { mergeMaster } from '../../src/usecases/merge-master.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { checkAnswers } from '../../src/usecases/check-answers.ts';
import { checkOoxml } from '../support/check-ooxml.ts';
import { consolidate } from '../support/consolidate.ts';
import { openLibreOffice } from '../support/libreoffice.ts';
import { programme, reportAsSubmissions, roster } from '../support/report-2565.ts';
import { resultOf } from '../support/report-builders.ts';

const office = openLibreOffice();
afterAll(() => office.close());

const codec = createXlsxCodec();

/** The real report, whose files were saved one day after the other, but for one that does not say when. */
const answers = consolidate(
  programme,
  roster,
  reportAsSubmissions().map((submission, index) =>
    resultOf({
      ...submission,
      ...(index === 0 ? {} : { savedAt: `2022-04-${String(index).padStart(2, '0')}T05:00:00Z` }),
    }),
  ),
);
const planned = checkAnswers(answers).then((findings) =>
  planMaster(answers, { created: '2022-04-30T00:00:00Z', findings }),
);
const master = planned.then((plan) => codec.encode(plan));

/** As openpyxl, which Debian has as python3-openpyxl, saves a file again. */
function byOpenpyxl(file: string): string {
  const script = 'import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])';
  const out = file.replace(/\.xlsx$/, '-openpyxl.xlsx');
  execFileSync('/usr/bin/python3', ['-W', 'ignore', '-c', script, file, out]);
  return out;
}

function chartsIn({ sheets }: WorkbookContent): readonly SheetObject[] {
  const { objects = [] } = sheets.find(({ name }) => name === DASHBOARD_SHEET) ?? {};
  return objects.filter(({ kind }) => kind === 'chart');
}

describe('a master with its page of charts', () => {
  it('is valid by the schemas of ISO 29500', async () => {
    expect(checkOoxml(office.save('master.xlsx', await master))).toEqual(['1 files checked, 0 with problems']);
  });

  it('has the charts on one page, with the name of every bar', async () => {
    const plan = await planned;
    const sheet = plan.sheets.find(({ name }) => name === DASHBOARD_SHEET)!;
    const alone = office.save('alone.xlsx', await codec.encode({ ...plan, sheets: [sheet] }));
    const pages = execFileSync('pdftotext', ['-layout', office.convert(alone, 'pdf'), '-'], { encoding: 'utf8' })
      .split('\f')
      .slice(0, -1);
    expect(pages).toHaveLength(1);
    const rows = [...sheet.rows];
    const names = (sheet.charts ?? []).flatMap(({ title, categories: { top, bottom } }) => [
      title,
      ...rows.slice(top, bottom + 1).map(({ cells }) => String(cells[0]?.value)),
    ]);
    expect(names.length).toBeGreaterThan(20);
    // Charts stand side by side, a name may go on in the next line, and marks above and below letters are drawn for themselves.
    const lettersOf = (text: string): string => text.normalize('NFKD').replaceAll(/[\p{M}\s]/gu, '');
    const printed = lettersOf(pages[0]!);
    const missing = names.flatMap((name) => name.split(' ')).filter((word) => !printed.includes(lettersOf(word)));
    expect(missing).toEqual([]);
  });

  it.each([
    ['LibreOffice', (file: string): string => office.convert(file, 'xlsx')],
    ['openpyxl', byOpenpyxl],
  ])(
    'saved again by %s still has its charts and answers, and nothing that is taken for an office’s own sheet',
    async (_, save) => {
      const content = await codec.decode(readFileSync(save(office.save('to-save.xlsx', await master))));
      expect(chartsIn(content)).toHaveLength(4);
      const none = consolidate(programme, roster, []);
      const merged = mergeMaster(content, none);
      expect(merged).toMatchObject({ kind: 'merged', ownSheets: [] });
      expect(mergeMaster(content, answers)).toEqual({ kind: 'same' });
    },
  );
});
