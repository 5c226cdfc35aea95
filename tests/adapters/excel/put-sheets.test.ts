import { randomBytes } from 'node:crypto';
import { crc32 } from '../../../src/adapters/xlsx/zip/crc32.ts';
import { cleanPicture } from '../../../src/domain/image/clean-picture.ts';
import type { CleanPicture } from '../../../src/domain/image/picture.ts';
import { chunk, png } from '../../support/pictures.ts';
import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { planIndexWorkbook } from '../../../src/domain/form/plan/index-workbook.ts';
import type { SheetContent, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import type { ChartPlan } from '../../../src/domain/spreadsheet/plan.ts';
import type { LiveWorkbook } from '../../../src/usecases/ports/workbook-host.ts';
import { faultOf } from '../../contracts/workbook-host.contract.ts';
import { entriesOf } from '../../support/changed-parts.ts';
import { codec, contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import type { HostWorkbook } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import type { ExcelHost } from '../../support/excel-host/transport.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../../support/small-programme.ts';

const created = '2027-04-01T00:00:00.000Z';
const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created });
const newer = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('03'), { created });
const index = planIndexWorkbook(SMALL_PROGRAMME, SMALL_ROSTER, { created });
const [, first] = plan.sheets.map(({ name }) => name) as [string, string];

/** A chart without bars: where it stands does not matter here. */
const CHART: ChartPlan = {
  title: 'แผนภูมิ',
  description: 'ไม่มีข้อมูล',
  area: { top: 1, bottom: 1, left: 1, right: 1 },
  categories: { top: 0, bottom: 0, left: 0, right: 0 },
  series: [],
};

async function open(settings: Parameters<typeof openInExcel>[1] = {}): Promise<{
  readonly host: ExcelHost;
  readonly book: HostWorkbook;
  readonly excel: LiveWorkbook;
}> {
  const host = await openInExcel(plan, settings);
  const delay = (): Promise<void> => new Promise(() => undefined);
  return { host, book: host.workbook, excel: createExcelWorkbook({ codec, delay }) };
}

function sheetOf({ sheets }: Pick<WorkbookContent, 'sheets'>, name: string): SheetContent {
  return sheets.find((sheet) => sheet.name === name)!;
}

/** Names of the sheets that people see. */
function visible({ sheets }: Pick<WorkbookContent, 'sheets'>): readonly string[] {
  return sheets.filter(({ state }) => state === 'visible').map(({ name }) => name);
}

/** Texts by their places, which is all that is the same however sheets came into a workbook. */
function textsOf({ cells }: SheetContent): unknown {
  return cells.filter(({ kind }) => kind === 'text').map(({ row, column, text }) => [row, column, text]);
}

describe('sheets that are put into the open workbook', () => {
  it('take the place of those of the same names, which are kept, in two round trips; others stay', async () => {
    const { host, book, excel } = await open();
    book.addSheet('ของฉัน').put(0, 0, { value: 'โน้ต' });
    await excel.read();
    const before = host.syncs;
    await excel.putSheets(newer);
    expect(host.syncs).toBe(before + 2);
    const content = await excel.read();
    expect(visible(content)).toEqual(['ของฉัน', ...newer.sheets.map(({ name }) => name)]);
    const ofFile = await codec.decode(await codec.encode(newer));
    for (const { name } of newer.sheets) {
      expect(textsOf(sheetOf(content, name))).toEqual(textsOf(sheetOf(ofFile, name)));
    }
    expect(content.properties.get('ITA.Agency')).toBe('03');
  });

  it('come in bytes that open no pane: it would be a second one on a Mac', async () => {
    const { host, excel } = await open();
    await excel.putSheets(newer);
    const actions = host.batches.flatMap(({ Actions }) => Actions);
    const [base64] = actions.find(({ Name }) => Name === 'InsertWorksheetsFromBase64')!.ArgumentInfo!.Arguments!;
    const names = entriesOf(Buffer.from(String(base64), 'base64')).map(({ name }) => name);
    expect(names).toContain('xl/workbook.xml');
    expect(names.filter((name) => name.includes('webextension'))).toEqual([]);
  });

  it('need two round trips in a workbook that was never read, too', async () => {
    const { host, excel } = await open();
    await excel.putSheets(index);
    expect(host.syncs).toBe(2);
  });

  it.each(['unsupported', 'refused'] as const)(
    'are made from their values where inserting files is %s',
    async (fault) => {
      const { book, excel } = await open();
      book.switches.insertSheets = fault;
      await excel.putSheets(newer);
      const content = await excel.read();
      const ofFile = await codec.decode(await codec.encode(newer));
      expect(visible(content)).toEqual(newer.sheets.map(({ name }) => name));
      for (const { name } of newer.sheets) {
        expect(textsOf(sheetOf(content, name))).toEqual(textsOf(sheetOf(ofFile, name)));
        expect(book.sheet(name).merges).toEqual(sheetOf(ofFile, name).merges);
      }
      expect(book.sheet(first).hiddenRows.has(0)).toBe(true);
      // 17 digits of TH SarabunPSK 16 at 0.544 em, as LibreOffice shows the column of the same file.
      const { columns } = newer.sheets.find(({ name }) => name === first)!;
      expect(columns.map((_, column) => book.sheet(first).columnWidths.get(column))).toEqual(
        columns.map(({ width }) => width * 0.544 * 16),
      );
      expect(content.properties.get('ITA.Agency')).toBe('03');
    },
  );

  describe('with a chart', () => {
    const [cover, ...others] = newer.sheets;
    const charted = {
      ...newer,
      sheets: [cover!, ...others.map((sheet, index) => (index === 0 ? { ...sheet, charts: [CHART] } : sheet))],
    };

    it('come with it where Excel takes charts', async () => {
      const { host, excel } = await open();
      expect(await excel.putSheets(charted)).toMatchObject({ withoutCharts: false });
      expect(host.syncs).toBe(2);
    });

    it.each(['refuses-charts', 'unsupported'] as const)(
      'come whole but for it, and say so, where inserting files is %s',
      async (fault) => {
        const { book, excel } = await open();
        book.switches.insertSheets = fault;
        const put = await excel.putSheets(charted);
        const content = await excel.read();
        expect(put.withoutCharts).toBe(true);
        expect(visible(content)).toEqual(newer.sheets.map(({ name }) => name));
        const ofFile = await codec.decode(await codec.encode(newer));
        for (const { name } of newer.sheets) {
          expect(textsOf(sheetOf(content, name))).toEqual(textsOf(sheetOf(ofFile, name)));
        }
      },
    );
  });

  describe('with pictures', () => {
    const large = cleanPicture(
      png(undefined, { before: [chunk('iCCP', randomBytes(200_000))] }),
      crc32,
    ) as CleanPicture;
    const shown = { name: 'ภาพที่ 1', description: '', at: { row: 1, column: 1 }, width: 10, height: 10, picture: large };
    const pictured = {
      ...newer,
      sheets: newer.sheets.map((sheet, at) => (at === 1 ? { ...sheet, charts: [CHART], pictures: [shown] } : sheet)),
    };
    it.each([
      ['with them where Excel takes them', 'works', Infinity, { withoutCharts: false, withoutPictures: false }],
      [
        'without the charts alone that Excel refuses',
        'refuses-charts',
        Infinity,
        { withoutCharts: true, withoutPictures: false },
      ],
      [
        'without them where the file would be too large',
        'works',
        150_000,
        { withoutCharts: false, withoutPictures: true },
      ],
      [
        'by their values where Excel inserts no files',
        'unsupported',
        Infinity,
        { withoutCharts: true, withoutPictures: true },
      ],
    ] as const)('come %s, and say so', async (_, insertSheets, payloadLimit, lacks) => {
      const { book, excel } = await open();
      Object.assign(book.switches, { insertSheets, payloadLimit });
      expect(await excel.putSheets(pictured)).toMatchObject(lacks);
      book.switches.payloadLimit = Infinity;
      expect(visible(await excel.read())).toEqual(newer.sheets.map(({ name }) => name));
    });
  });

  it('keep every text where Excel inserts files without their formats', async () => {
    const { book, excel } = await open();
    book.switches.insertSheets = 'loses-formats';
    await excel.putSheets(newer);
    const content = await excel.read();
    const ofFile = await codec.decode(await codec.encode(newer));
    expect(visible(content)).toEqual(newer.sheets.map(({ name }) => name));
    for (const { name } of newer.sheets) {
      expect(textsOf(sheetOf(content, name))).toEqual(textsOf(sheetOf(ofFile, name)));
    }
  });

  it('leave the workbook as it was where Excel refuses', async () => {
    const { book, excel } = await open();
    const before = contentOfHostWorkbook(book);
    book.switches.readOnly = true;
    expect(await faultOf(excel.putSheets(newer))).toMatchObject({ reason: 'read-only' });
    expect(contentOfHostWorkbook(book)).toEqual(before);
    book.switches.readOnly = false;
    book.switches.cellEdit = true;
    expect(await faultOf(excel.putSheets(newer))).toMatchObject({ reason: 'cell-in-edit' });
    expect(contentOfHostWorkbook(book)).toEqual(before);
  });
});

describe('a cell of the open workbook', () => {
  it('is where the person is taken to', async () => {
    const { host, book, excel } = await open();
    await excel.read();
    await excel.select({ sheet: first, row: 7, column: 5 });
    expect(book.selection).toMatchObject({
      sheet: { name: first },
      ranges: [{ top: 7, left: 5, bottom: 7, right: 5 }],
    });
    expect(host.syncs).toBe(3);
  });

  it('is not there when its sheet is gone', async () => {
    const { book, excel } = await open();
    await excel.read();
    book.removeSheet(book.sheet(first));
    const gone = { reason: 'sheet-gone', detail: first };
    expect(await faultOf(excel.select({ sheet: first, row: 7, column: 5 }))).toMatchObject(gone);
  });
});
