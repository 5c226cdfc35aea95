/** Headings of the list of what somebody has to look at after a merge. Masters that were sent out have them. */
export const REVIEW_HEADINGS = {
  issue: 'ประเด็นที่',
  measure: 'มาตรการ',
  kind: 'เรื่อง',
  ours: 'ข้อความในรายงาน',
  base: 'ข้อความเดิมของหน่วยงาน',
  theirs: 'ข้อความใหม่ของหน่วยงาน',
  changed: 'คำที่หน่วยงานเปลี่ยน',
  decision: 'ผลการพิจารณา',
} as const;
