/** Headings of the sheet of pictures, visible and hidden. They never change, because masters that were sent out have them. */
export const PICTURE_HEADINGS = {
  number: 'ภาพที่',
  agency: 'หน่วยงาน',
  measure: 'มาตรการ',
  picture: 'ภาพหลักฐาน',
  description: 'คำอธิบายภาพ',
  place: 'ดูในรายงาน',
  answer: 'ดูคำตอบ',
  file: 'ไฟล์',
  sheet: 'แผ่นงาน',
  cell: 'เซลล์',
  agencyCode: 'รหัสของหน่วยงาน',
  measureKey: 'รหัสของมาตรการ',
  savedAt: 'เวลาที่บันทึก',
  key: 'รหัสภาพ',
} as const;

export type PictureHeading = keyof typeof PICTURE_HEADINGS;
