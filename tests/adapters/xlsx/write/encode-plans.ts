import { cellAt } from '../../../support/cells.ts';
import { strFromU8, unzipSync } from 'fflate';
import type { CellPlan, SheetPlan, WorkbookPlan } from '../../../../src/domain/spreadsheet/plan.ts';

/** A sheet with nothing in it but what is given. */
export function sheetPlan(parts: Partial<SheetPlan> = {}): SheetPlan {
  return {
    name: 'แผ่น',
    state: 'visible',
    columns: [],
    rows: [],
    merges: [],
    validations: [],
    conditionalFormats: [],
    print: { lastColumn: 3, header: {}, footer: {} },
    ...parts,
  };
}

/** A workbook of these sheets. */
export function workbookPlan(sheets: readonly SheetPlan[], parts: Partial<WorkbookPlan> = {}): WorkbookPlan {
  return {
    sheets,
    properties: {},
    title: 'รายงาน',
    author: 'กรุงเทพมหานคร',
    created: '2022-04-01T02:03:04.000Z',
    ...parts,
  };
}

/** A workbook of one sheet with one row of these cells. */
export function rowPlan(cells: readonly CellPlan[]): WorkbookPlan {
  return workbookPlan([sheetPlan({ rows: [{ cells }] })]);
}

/** The parts of a package, by path. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** A workbook that uses everything a plan can say. */
export const EVERYTHING: WorkbookPlan = workbookPlan(
  [
    sheetPlan({
      name: "ปก 'ก' & ข",
      columns: [{ width: 10, hidden: true }, { width: 58 }, { width: 22 }],
      rows: [
        { hidden: true, cells: [{ column: 0, style: 'hidden', value: 'ita:cover=bma-2565/1/5019' }] },
        { height: 34, cells: [{ column: 1, style: 'title', value: 'รายงานผล <ITA> & แผน' }] },
        {
          cells: [
            { column: 1, style: 'linkCell', value: '๑) การปฏิบัติหน้าที่', link: { sheet: '๑', ...cellAt('B3') } },
            { column: 2, style: 'count', formula: 'COUNTA(\'๑\'!$A$3:$A$5)&""', value: '๓' },
          ],
        },
        {
          cells: [
            { column: 2, style: 'percent', formula: '3/4', value: 0.75 },
            { column: 1, style: 'label' },
          ],
        },
      ],
      merges: [
        { top: 1, left: 1, bottom: 1, right: 2 },
        { top: 3, left: 0, bottom: 3, right: 0 },
      ],
      selected: cellAt('B2'),
      protection: { allow: ['formatCells', 'formatRows'] },
      conditionalFormats: [
        { range: { top: 3, left: 2, bottom: 3, right: 2 }, formula: '$C4=0', style: 'missing' },
        { range: { top: 3, left: 2, bottom: 3, right: 2 }, formula: '$C4<1', style: 'partial' },
        { range: { top: 3, left: 2, bottom: 3, right: 2 }, formula: '$C4>=1', style: 'complete' },
      ],
      print: { lastColumn: 2, header: { center: 'กลาง' }, footer: { left: 'A && B', right: 'หน้า &P จาก &N' } },
    }),
    sheetPlan({
      name: '๑',
      columns: [{ width: 18 }, { width: 70 }, { width: 10, hidden: true }],
      rows: [
        {
          cells: [
            { column: 0, style: 'heading', value: 'สถานะ' },
            { column: 2, style: 'hidden', value: 'ดำเนินการแล้ว' },
          ],
        },
        {
          cells: [
            { column: 0, style: 'heading', value: 'ผลการดำเนินการ' },
            { column: 2, style: 'hidden', value: 'ยังไม่ดำเนินการ' },
          ],
        },
        {
          cells: [
            { column: 0, style: 'answerCenter' },
            { column: 1, style: 'answer', value: '- จัดทำแผน\r\nบรรทัดที่สอง' },
          ],
        },
      ],
      freeze: { rows: 2, columns: 1 },
      filter: { range: { top: 1, left: 0, right: 2 }, column: 0 },
      protection: { allow: ['insertRows', 'insertHyperlinks', 'sort', 'autoFilter', 'deleteRows', 'formatColumns'] },
      validations: [
        {
          range: { top: 2, left: 0, bottom: 9, right: 0 },
          list: { top: 0, left: 2, bottom: 1, right: 2 },
          promptTitle: 'สถานะ',
          prompt: 'เลือก "๑ รายการ"\nจากรายการ',
          error: 'โปรดเลือกจากรายการ',
        },
        { range: { top: 2, left: 1, bottom: 9, right: 1 }, promptTitle: 'ผล', prompt: 'พิมพ์ ๑ ย่อหน้าต่อ ๑ แถว' },
      ],
      print: { titleRows: { first: 0, last: 1 }, lastColumn: 1, header: {}, footer: {} },
    }),
    sheetPlan({
      name: 'ข้อมูล',
      rows: [
        {
          cells: [
            { column: 0, style: 'heading', value: 'รหัส' },
            { column: 1, style: 'heading', value: 'บรรทัด\nที่สอง' },
          ],
        },
        {
          cells: [
            { column: 0, style: 'data', value: '0019' },
            { column: 1, style: 'dataNumber', value: -12.5 },
          ],
        },
      ],
      print: { lastColumn: 1, header: {}, footer: {} },
      table: {
        name: 'Entries',
        range: { top: 0, left: 0, bottom: 1, right: 1 },
        columns: ['รหัส', 'บรรทัด\nที่สอง'],
      },
    }),
    sheetPlan({ name: 'ซ่อน', state: 'hidden' }),
  ],
  { title: 'รายงาน & แผน', properties: { 'ITA.Kind': 'agency', 'ITA.หน่วยงาน': 'สำนัก "ก" & <ข>' } },
);
