import type { SupportWords } from '../support-words.ts';

/** The texts of the page that helps, in Thai. */
export const supportTh: SupportWords = {
  title: 'ช่วยเหลือ: สมุดงาน ITA',
  version: 'รุ่น {version}',
  ask: 'หากใช้งานไม่ได้ตามที่คาดไว้ โปรดแจ้งเจ้าหน้าที่ไอทีของหน่วยงาน พร้อมเลขรุ่นข้างต้น ข้อความที่ปรากฏ และสิ่งที่ทำก่อนหน้านั้น โปรดอย่าส่งข้อมูลส่วนบุคคล',
  'without-excel': 'หาก Excel ในเครื่องนี้ใช้ส่วนเสริมไม่ได้ ยังตรวจ แปลงตัวเลข สร้าง และรวบรวมสมุดงานในเบราว์เซอร์ได้',
  'open-standalone': 'เปิดแผงงานที่ไม่ต้องใช้ Excel',
  'for-it': 'สำหรับเจ้าหน้าที่ไอที: ผลการตรวจเครื่องแม่ข่ายนี้',
  testing: 'กำลังตรวจ …',
  'server-good': '✓ เครื่องแม่ข่ายส่งไฟล์และส่วนหัวถูกต้องครบถ้วน',
  'server-faulty': 'พบ {faults} รายการที่ต้องตั้งค่า วิธีตั้งค่าและตัวอย่างอยู่ใน docs/deploy.md',
  'from-folder': 'เปิดหน้านี้จากโฟลเดอร์ จึงไม่มีเครื่องแม่ข่ายให้ตรวจ',
  'not-asked': 'ตรวจไม่สำเร็จ โปรดโหลดหน้านี้ใหม่ ({detail})',
  severe: 'ต้องแก้ไข',
  minor: 'ควรแก้ไข',
  'not-served': '{file}: เครื่องแม่ข่ายไม่ส่งไฟล์นี้ (รหัส {found}) โปรดคัดลอกโฟลเดอร์ dist/addin ให้ครบ',
  'wrong-type': '{file}: ชนิดไฟล์ (Content-Type) เป็น “{found}” โปรดตั้งเป็น {wanted}',
  'frame-forbidden': '{file}: Excel บนเว็บแสดงแผงงานไม่ได้ เพราะมีส่วนหัว X-Frame-Options: {found} โปรดเลิกส่งส่วนหัวนี้',
  'frame-ancestors-missing': '{file}: โปรดส่งส่วนหัว Content-Security-Policy: {wanted}',
  'cross-origin-missing': '{file}: Excel บนเว็บอ่านไฟล์นี้ไม่ได้ โปรดส่งส่วนหัว Access-Control-Allow-Origin: *',
  'cached-too-long': '{file}: ผู้ใช้อาจได้รุ่นเก่าหลังปรับรุ่น โปรดส่งส่วนหัว Cache-Control: no-cache',
  'icon-not-kept': '{file}: ไอคอนจะไม่ปรากฏบนแท็บ เพราะมีส่วนหัว Cache-Control: {found} โปรดเลิกส่งส่วนหัวนี้กับไอคอน',
  'not-kept': '{file}: เบราว์เซอร์จะโหลดไฟล์นี้ใหม่ทุกครั้ง โปรดส่งส่วนหัว Cache-Control: {wanted}',
  'type-guessed': '{file}: โปรดส่งส่วนหัว X-Content-Type-Options: nosniff',
};
