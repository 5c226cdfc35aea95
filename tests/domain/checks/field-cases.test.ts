import { validate } from '../../../src/domain/checks/validate.ts';
import type { EntryField } from '../../../src/domain/diagnostics/problem.ts';
import type { StatusId } from '../../../src/domain/programme/programme.ts';
import { entryWith } from '../../support/checked-text.ts';
import { programme, roster } from '../../support/report-2565.ts';
import { submissionOf } from '../../support/report-builders.ts';

type Field = Exclude<EntryField, 'status'>;

/** Without the rules that ask for all answers. */
const checked = { ...programme, rules: { 'answer-missing': false, 'contact-missing': false } };

/** The findings of a text in the real programme, by severity and code, without those of notation. */
function found(text: string, field: Field = 'result', status: StatusId = 'in-progress'): readonly string[] {
  const submission = { ...submissionOf('5001', {}), entries: [entryWith(text, field, status)] };
  const findings = validate({ submissions: [submission], problems: [] }, { programme: checked, roster });
  return findings
    .filter(({ code }) => !['measure-not-responsible', 'digits-arabic', 'link-not-https'].includes(code))
    .map(({ severity, code }) => `${severity} ${code}`);
}

describe('true texts from the field', () => {
  it.each([
    'แจ้งเบาะแสที่ ๐๒-๒๘๑-๐๑๑๑/phranakhon@bangkok.go.th หรือด้วยตนเอง',
    'ช่องทางติดต่อ ๑.facebook.com/phranakhon.bkk ๒.www.bangkok.go.th/phranakhon ๓.สายด่วน ๑๕๕๕',
    'จัดซื้อน้ำดื่มรับรองการประชุม ๑๐ แพ็ก @๕๐ บาท',
    'คณะทำงานแผนพัฒนาเสนอผู้บริหารพิจารณา',
    'รณรงค์ลดฝุ่นโดยกำหนดเวลาดับเครื่องยนต์ขณะจอดรถ',
    'ยกเลิกการรับของขวัญ เช่น ปากกากับสมุดบันทึก',
    'ปิดรับแบบสอบถามเมื่อ ๐๙-๐๓-๒๕๖๕ ๑๖.๓๐ น.',
    'เปิดให้บริการเวลา ๐๘.๓๐-๑๖.๓๐ ๒๐ ช่องบริการ',
    'ผู้ชนะการเสนอราคา บริษัท ก จำกัด เลขประจำตัวผู้เสียภาษี ๐-๑๐๕๕-๕๖๑๘๗-๗๒-๙',
    'ผู้รับจ้าง เลขประจำตัวผู้เสียภาษี 0-7035-36000-78-2',
    'แจ้งเวียนตามหนังสือ ที่ กท ๔๐๐๑/ว ๔๕ เรื่อง กำชับการใช้รถราชการ ลงวันที่ ๓ มีนาคม ๒๕๖๕',
    'ตามหนังสือสำนักงานเขต ที่ กท ๔๐๐๑/๔๕ และที่ กท ๔๐๐๑/๔๖ ลงวันที่ ๓ มีนาคม ๒๕๖๕',
    'หนังสือสำนักงาน ก.ก. ที่ กท ๐๓๐๖/ว ๕๑ (๑๗ กุมภาพันธ์ ๒๕๖๕)',
    'เรื่องร้องเรียน ๑๐ เรื่อง แก้ไขแล้ว ๘ เรื่อง อยู่ระหว่างดำเนินการ ๒ เรื่อง รวมแก้ไขแล้วเสร็จ ๘ เรื่อง',
    'จัดอบรม ๕ ครั้ง จัดประชุมชี้แจง ๓ ครั้ง ภาพรวมครบ ๔ ครั้ง',
    'ได้รับรางวัล Thailand Digital Awards ปี ๒๐๒๒',
    'สำนักงานเขตบางแห่งยังไม่ได้รายงาน',
    'สำนักงานเขตบางส่วนยังไม่ได้รายงาน',
    'ประชาสัมพันธ์ https://covid19.bangkok.go.th/test/location',
  ])('have no finding: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    '-',
    'วันอังคารที่ ๑๕ มีนาคม พุทธศักราช ๒๕๖๕',
    'มี.ค. ๑๕, ๒๕๖๕',
    'ตลอดปีงบประมาณ พ.ศ. ๒๕๖๕',
    'ไตรมาสที่ ๑/๒๕๖๕',
    'ทุกเดือน',
    'รายไตรมาส',
  ])('have no finding in the date column: %s', (text) => {
    expect(found(text, 'date')).toEqual([]);
  });

  it('may say why a measure is not begun', () => {
    expect(found('อยู่ระหว่างรอการจัดสรรงบประมาณ คาดว่าจะเริ่มได้ในไตรมาสที่ ๓', 'result', 'not-started')).toEqual([]);
  });
});

describe('wrong texts from the field', () => {
  it.each<[text: string, finding: string, field?: Field, status?: StatusId]>([
    ['-', 'must result-missing', 'result', 'done'],
    ['ดำเนินการแล้ว', 'should result-hollow', 'result', 'done'],
    ['ตามเอกสารแนบ', 'should result-hollow', 'result', 'done'],
    ['วันที่ ๓๑ กุมภาพันธ์ ๒๕๖๕ ได้จัดประชุม', 'should date-impossible'],
    ['จัดประชุมครั้งที่ ๑/๒๕๖๕ เมื่อวันที่ ๓๑ กุมภาพันธ์ ๒๕๖๕', 'should date-impossible'],
    ['เมื่อวันที่ ๓๐ กันยายน ๒๕๖๓', 'may event-outside-year'],
    ['จัดอบรมเมื่อวันที่ ๑๕ มีนาคม ๒๕๕๖', 'may event-outside-year'],
    ['https://drive.google.com/drive/u/0/my-drive', 'should link-owner-only', 'evidence'],
    ['https://webportal.bangkok.go.th/phranakhon/page/su...', 'should link-malformed', 'evidence'],
    ['เผยแพร่ที่ www.bangkok.go.t/phranakhon', 'should link-malformed'],
    ['เผยแพร่ที่ wwww.bangkok.go.th', 'should link-malformed'],
    ['ติดต่อ (๐๘๑) ๒๓๔-๕๖๗๘', 'should personal-phone'],
    ['ตรวจสอบสิทธิของนางมาลี เลขประจำตัว ๑๓ หลัก ๓๘๐๑๓๐๐๑๔๑๐๗๔', 'should personal-id'],
    ['ส่งข้อร้องเรียนได้ที่ somchai.j@hotmail.co.th', 'should personal-email'],
    ['มีผู้เข้าอบรมรวม ๑๓๐ คน แบ่งเป็นชาย ๔๐ คน และหญิง ๘๐ คน', 'should sum-differs'],
    ['ผู้อำนวยการเขตบางกระปิร่วมลงพื้นที่', 'should agency-misspelt'],
    ['กาารประชุม', 'should thai-marks-doubled'],
    ['จัดอบรมให้ความรู้แก่ข้าราชการและบุคลากรครบทุกคน\nจัดอบรมให้ความรู้แก่ข้าราชการและบุคลากรครบทุกคน', 'may text-repeated'],
  ])('are found: %s, %s', (...[text, finding, field, status]) => {
    expect(found(text, field, status)).toEqual([finding]);
  });
});
