import type { Programme } from '../../programme/programme.ts';
import type { Agency } from '../../programme/roster.ts';
import { thaiDigits } from '../../text/digits.ts';
import { officeProperties } from '../../form/identity.ts';
import type { WorkbookPlan } from '../../spreadsheet/plan.ts';
import { planListSheet, recordRows, type MasterColumn } from './layout.ts';

/** A remark in words: what an agency is asked to correct. */
export interface RemarkWords {
  readonly severity: string;
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
  readonly remedy: string;
  /** The text that it is about. */
  readonly text: string;
}

const COLUMNS: readonly MasterColumn[] = [
  { heading: 'ลำดับ', width: 6, style: 'labelCenter' },
  { heading: 'ระดับ', width: 13, style: 'labelCenter' },
  { heading: 'แผ่นงาน', width: 16, style: 'label' },
  { heading: 'ช่อง', width: 8, style: 'labelCenter' },
  { heading: 'สิ่งที่พบ', width: 36, style: 'label' },
  { heading: 'วิธีแก้ไข', width: 36, style: 'label' },
  { heading: 'ข้อความในสมุดงาน', width: 44, style: 'result' },
];

/**
 * Plans the workbook of remarks that is sent to an agency in addition to its own workbook, which stays as it is. It is marked as a
 * workbook of the office, which no version of the program reads as answers.
 */
export function planRemarksWorkbook(
  programme: Programme,
  agency: Agency,
  remarks: readonly RemarkWords[],
  { created, note = '' }: { readonly created: string; readonly note?: string },
): WorkbookPlan {
  const records = [
    ...(note === '' ? [] : [['', 'จากผู้รวบรวม', '', '', note, '', '']]),
    ...remarks.map(({ severity, sheet, cell, message, remedy, text }, index) => [
      thaiDigits(String(index + 1)),
      severity,
      sheet,
      cell,
      message,
      remedy,
      text,
    ]),
  ];
  const title = `ข้อสังเกต ${agency.name}`;
  return {
    sheets: [
      planListSheet({
        name: 'ข้อสังเกต',
        columns: COLUMNS,
        rows: () => records.flatMap((texts) => recordRows(COLUMNS, texts, [0, 1])),
        table: 'Remarks',
      }),
    ],
    properties: officeProperties(programme, 'index'),
    title: `${title} ${programme.title}`,
    author: programme.organisation,
    created,
  };
}
