/** Headings of the table of all answers. They never change, because masters that were sent out have them. */
export const TABLE_HEADINGS = {
  year: 'ปีงบประมาณ',
  part: 'ส่วน',
  issue: 'ประเด็นที่',
  issueTitle: 'ประเด็น',
  measure: 'รหัสมาตรการ',
  measureText: 'มาตรการ',
  agency: 'รหัสหน่วยงาน',
  agencyName: 'หน่วยงาน',
  agencyKind: 'ประเภทหน่วยงาน',
  status: 'สถานะ',
  ordinal: 'ลำดับย่อหน้า',
  result: 'ผลการดำเนินการ',
  date: 'วันที่',
  evidence: 'หลักฐาน/ลิงก์',
  note: 'หมายเหตุ',
  file: 'ไฟล์',
  sheet: 'แผ่นงาน',
  cell: 'เซลล์',
  savedAt: 'เวลาที่บันทึก',
  pictures: 'ภาพหลักฐาน',
} as const;

export type TableHeading = keyof typeof TABLE_HEADINGS;
