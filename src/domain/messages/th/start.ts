import type { StartWords } from '../start-words.ts';

/** The pane’s first words in Thai. */
export const startTh: StartWords = {
  title: 'รายงาน ITA',
  looking: 'กำลังดูสมุดงานที่เปิดอยู่ …',
  'no-workbook': 'ยังไม่ได้เปิดสมุดงาน',
  'other-work': 'งานอื่น',
  'without-workbook': 'งานที่ไม่ต้องเปิดสมุดงาน',
  check: 'ตรวจสอบ',
  answer: 'กรอกคำตอบ',
  digits: 'แปลงตัวเลข',
  make: 'สร้างสมุดงาน',
  consolidate: 'รวบรวมรายงาน',
  share: 'โฟลเดอร์ที่ใช้ร่วมกัน (SharePoint)',
  years: 'ชุดมาตรการของปี',
  settings: 'การตั้งค่า',
  'not-shown': 'แสดงส่วนนี้ไม่ได้ สมุดงานไม่มีการเปลี่ยนแปลง',
  'not-loaded': 'เปิดส่วนนี้ไม่ได้ เพราะการเชื่อมต่อขัดข้อง',
  'not-loaded-remedy': 'ส่วนที่เปิดไว้แล้วยังใช้งานได้ตามปกติ โปรดตรวจสอบการเชื่อมต่อ แล้วกด “ลองใหม่”',
  'not-shown-remedy': 'โปรดกด “ลองใหม่” หากยังพบอีก โปรดแจ้งข้อความนี้แก่ผู้ดูแลระบบ: {detail}',
  'try-again': 'ลองใหม่',
};
