import type { StyleName } from '../spreadsheet/styles.ts';

/** A column of an agency's issue sheet. A new column is a new line here and, if it is an answer, a field of `Entry`. */
export interface ColumnSpec {
  readonly id: string;
  readonly heading: string;
  /** Characters of the standard font. */
  readonly width: number;
  readonly style: StyleName;
  /** Whether the agency fills it in. */
  readonly answer: boolean;
  /** Hint shown when a cell of the column is selected. */
  readonly hint?: { readonly title: string; readonly text: string };
}

/** The columns in the order that they are generated; once in people's hands only their identity counts. */
export const COLUMNS = [
  { id: 'ordinal', heading: 'ลำดับ', width: 7, style: 'labelCenter', answer: false },
  { id: 'measure', heading: 'ขั้นตอนหรือวิธีการ', width: 32, style: 'label', answer: false },
  { id: 'responsible', heading: 'ผู้รับผิดชอบ', width: 17, style: 'label', answer: false },
  {
    id: 'status',
    heading: 'สถานะ',
    width: 14,
    style: 'answerCenter',
    answer: true,
    hint: { title: 'สถานะ', text: 'คลิกลูกศรท้ายช่อง แล้วเลือกสถานะ ๑ รายการ ในแถวแรกของมาตรการ' },
  },
  {
    id: 'result',
    heading: 'ผลการดำเนินการ',
    width: 48,
    style: 'answer',
    answer: true,
    hint: {
      title: 'ผลการดำเนินการ',
      text: 'พิมพ์ ๑ ย่อหน้าต่อ ๑ แถว หากแถวไม่พอให้แทรกแถวใต้มาตรการเดียวกัน หรือกด Alt+Enter เพื่อขึ้นย่อหน้าใหม่ในช่องเดิม',
    },
  },
  {
    id: 'date',
    heading: 'วันที่',
    width: 14,
    style: 'answerCenter',
    answer: true,
    hint: { title: 'วันที่', text: 'วันที่ดำเนินการ เช่น ๑๗ กุมภาพันธ์ ๒๕๖๕' },
  },
  {
    id: 'evidence',
    heading: 'หลักฐาน/ลิงก์',
    width: 20,
    style: 'answer',
    answer: true,
    hint: { title: 'หลักฐาน/ลิงก์', text: 'เลขที่หนังสือ ชื่อเอกสาร หรือลิงก์ที่ผู้อื่นเปิดดูได้ ไม่ต้องแปลงตัวเลขในลิงก์เป็นเลขไทย' },
  },
  {
    id: 'note',
    heading: 'หมายเหตุ',
    width: 14,
    style: 'answer',
    answer: true,
    hint: { title: 'หมายเหตุ', text: 'ปัญหา อุปสรรค หรือข้อความถึงผู้รวบรวมรายงาน (ถ้ามี)' },
  },
] as const satisfies readonly ColumnSpec[];

export type ColumnId = (typeof COLUMNS)[number]['id'];
export type AnswerColumn = Extract<(typeof COLUMNS)[number], { readonly answer: true }>['id'];

/** Whether `text` is the id of a column. */
export function isColumnId(text: string): text is ColumnId {
  return COLUMNS.some(({ id }) => id === text);
}

/** Whether agencies fill the column in. */
export function isAnswerColumn(id: ColumnId): id is AnswerColumn {
  return COLUMNS.some((column) => column.id === id && column.answer);
}
