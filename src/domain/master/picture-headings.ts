/** Headings of the sheet of pictures, shown and hidden. Masters that were sent out have them: they are never changed. */
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
