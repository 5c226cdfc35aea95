import { hasOrdinarySpelling } from '../../../src/domain/text/thai-spelling.ts';

describe('a text has ordinary spelling', () => {
  it.each([
    '',
    'สำนักงานเขตพระนครได้ประกาศเจตนารมณ์เมื่อวันที่ ๑๕ มีนาคม ๒๕๖๕ ฯลฯ',
    'น้ำ เฉพาะ เจาะจง เกี๊ยะ พันธุ์ สิทธิ์ ฤๅษี ก็ได้ ต่าง ๆ',
    '(1) Google Drive – “ลิงก์” https://example.com/a_b?c=1\n• ข้อ 2',
  ])('as people write: %j', (text) => {
    expect(hasOrdinarySpelling(text)).toBe(true);
  });

  it.each([
    'เเผน',
    'ก่ี',
    'ก้้า',
    'กาา',
    'กำ่',
    'นํ้า',
    '่ก',
    'ะ',
    'ไป เ',
    'เ ผน',
    'ก\u00a0ข',
    'ก\u200bข',
    'ก\uf70a',
    '📷',
    'ก\u0001',
  ])('not if it has an unusual character or order: %j', (text) => {
    expect(hasOrdinarySpelling(text)).toBe(false);
  });
});
