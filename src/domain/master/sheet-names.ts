import { issuesOf, type Programme } from '../programme/programme.ts';

/** Names of the master's sheets other than issues. */
export const COVER_SHEET = 'ปก';
export const DASHBOARD_SHEET = 'แผนภูมิภาพรวม';
export const COMPLETENESS_SHEET = 'ความครบถ้วน';
export const STATUS_SHEET = 'สรุปสถานะ';
export const UNFINISHED_SHEET = 'ยังไม่แล้วเสร็จ';
export const FOLLOW_UP_SHEET = 'ติดตาม';
export const NOTES_SHEET = 'หมายเหตุ';
export const PROBLEMS_SHEET = 'ปัญหา';
export const TABLE_SHEET = 'ตารางรวม';
/** Only in a master with groups of similar answers. */
export const GROUPS_SHEET = 'ข้อความที่รวม';
/** Only in a master that was merged. */
export const REVIEW_SHEET = 'ทบทวน';

/** Only in a master with pictures. */
export const PICTURES_SHEET = 'ภาพหลักฐาน';

/** The sheets after those of the issues, in order. */
export const LIST_SHEETS = [
  DASHBOARD_SHEET,
  COMPLETENESS_SHEET,
  STATUS_SHEET,
  UNFINISHED_SHEET,
  FOLLOW_UP_SHEET,
  NOTES_SHEET,
  PROBLEMS_SHEET,
  TABLE_SHEET,
] as const;

/** Names of the master's sheets in order. */
export function masterSheetNames(programme: Programme): readonly string[] {
  const issues = issuesOf(programme).map(({ issue }) => issue.sheetName);
  return [COVER_SHEET, ...issues, ...LIST_SHEETS];
}

/** Every name that a sheet of a master may have, those that only some masters have included. */
export function possibleSheetNames(programme: Programme): readonly string[] {
  return [...masterSheetNames(programme), GROUPS_SHEET, REVIEW_SHEET, PICTURES_SHEET];
}
