import { issuesOf, type Programme } from '../programme/programme.ts';

/** Names of the master's sheets other than issues. */
export const COVER_SHEET = 'ปก';
export const MATRIX_SHEET = 'ความครบถ้วน';
export const NOTES_SHEET = 'หมายเหตุ';
export const PROBLEMS_SHEET = 'ปัญหา';
export const TABLE_SHEET = 'ตารางรวม';
/** Only in a master that was merged. */
export const REVIEW_SHEET = 'ทบทวน';

/** Names of the master's sheets in order. */
export function masterSheetNames(programme: Programme): readonly string[] {
  const issues = issuesOf(programme).map(({ issue }) => issue.sheetName);
  return [COVER_SHEET, ...issues, MATRIX_SHEET, NOTES_SHEET, PROBLEMS_SHEET, TABLE_SHEET];
}
