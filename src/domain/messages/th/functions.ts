import type { FunctionsWords } from '../functions-words.ts';

/** The custom functions in Thai. */
export const functionsTh: FunctionsWords = {
  descriptions: {
    THAIDIGITS: 'แปลงตัวเลขในข้อความเป็นเลขไทย โดยคงเลขอารบิกในลิงก์ อีเมล รหัส และชื่อเฉพาะไว้',
    ARABICDIGITS: 'แปลงเลขไทยทุกตัวในข้อความเป็นเลขอารบิก',
    THAIDATE: 'แสดงวันที่เป็นวัน เดือน และปีพุทธศักราชด้วยเลขไทย เช่น ๑๗ กุมภาพันธ์ ๒๕๖๕',
  },
  parameters: {
    THAIDIGITS: 'ข้อความหรือตัวเลขที่ต้องการแปลง',
    ARABICDIGITS: 'ข้อความที่ต้องการแปลง',
    THAIDATE: 'วันที่ของ Excel หรือข้อความที่เป็นวันที่ครบทั้งวัน เดือน และปี เช่น 17/2/2565 หรือ ๑๗ ก.พ. ๖๕',
  },
  notDate: 'ค่านี้ไม่ใช่วันที่ โปรดใช้วันที่ของ Excel หรือข้อความ เช่น 17/2/2565',
};
