import type { StartWords } from './start-words.ts';

/** The pane’s first words in Thai. */
export const startTh: StartWords = {
  title: 'รายงาน ITA',
  looking: 'กำลังดูสมุดงานที่เปิดอยู่ …',
  'other-work': 'งานอื่น',
  check: 'ตรวจสอบ',
  digits: 'แปลงตัวเลข',
  make: 'สร้างสมุดงาน',
  consolidate: 'รวบรวมรายงาน',
  settings: 'การตั้งค่า',
  'not-shown': 'แสดงส่วนนี้ไม่ได้ สมุดงานไม่มีการเปลี่ยนแปลง',
  'not-shown-remedy': 'โปรดกด “ลองอีกครั้ง” หากยังพบอีก โปรดแจ้งข้อความนี้แก่ผู้ดูแลระบบ: {detail}',
  'try-again': 'ลองอีกครั้ง',
};
