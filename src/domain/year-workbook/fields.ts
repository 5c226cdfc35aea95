import { STATUS_IDS, type StatusId } from '../programme/programme.ts';

/** A field of the sheet of the year. */
export interface YearField {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** `lines` takes a row for each text. */
  readonly type: 'text' | 'lines' | 'number' | 'date';
}

/** A heading above fields. */
export interface FieldBand {
  readonly band: string;
  readonly fields: readonly YearField[];
}

const AS_OF_HINT = '{asOf} คือเดือนของรายงาน';
const PER_ROW = '๑ แถวต่อ ๑ บรรทัด';

/** The fields above the statuses. */
const GENERAL: FieldBand = {
  band: 'ชุดมาตรการ',
  fields: [
    {
      id: 'id',
      label: 'รหัสชุดมาตรการ',
      hint: 'อักษรอังกฤษ ตัวเลขอารบิก และขีด เช่น bma-2566 ใช้รหัสใหม่เมื่อขึ้นปีใหม่',
      type: 'text',
    },
    { id: 'year', label: 'ปีงบประมาณ พ.ศ.', hint: 'เช่น ๒๕๖๖', type: 'number' },
    { id: 'title', label: 'ชื่อรายงาน', hint: 'ตามที่พิมพ์บนปกของสมุดงาน', type: 'text' },
    { id: 'organisation', label: 'หน่วยงานเจ้าของรายงาน', hint: 'เช่น กรุงเทพมหานคร', type: 'text' },
    { id: 'due', label: 'วันสุดท้ายที่หน่วยงานต้องส่ง', hint: 'เช่น ๒๘ เมษายน ๒๕๖๖', type: 'date' },
    { id: 'roster', label: 'รหัสทะเบียนหน่วยงาน', hint: 'อักษรอังกฤษ ตัวเลขอารบิก และขีด', type: 'text' },
  ],
};

const REPORT: FieldBand = {
  band: 'ข้อความในรายงานรวม',
  fields: [
    { id: 'cover', label: 'บรรทัดบนปก', hint: PER_ROW, type: 'lines' },
    { id: 'heading', label: 'หัวเรื่องเหนือคำนำ', hint: '', type: 'text' },
    { id: 'introduction', label: 'คำนำ', hint: `๑ แถวต่อ ๑ ย่อหน้า ${AS_OF_HINT}`, type: 'lines' },
    { id: 'asOf', label: 'เดือนของรายงาน', hint: 'ตามที่พิมพ์ เช่น เมษายน ๒๕๖๖', type: 'text' },
    { id: 'compiledBy', label: 'ผู้รวบรวมรายงาน', hint: PER_ROW, type: 'lines' },
  ],
};

const LETTER: FieldBand = {
  band: 'หนังสือนำส่ง (เว้นว่างทุกช่องถ้าไม่ใช้)',
  fields: [
    { id: 'letter.number', label: 'ที่', hint: 'เลขที่หนังสือ ใช้จุดแทนส่วนที่เขียนด้วยมือ', type: 'text' },
    { id: 'letter.from', label: 'ชื่อและที่อยู่ผู้ส่ง', hint: PER_ROW, type: 'lines' },
    { id: 'letter.date', label: 'วันที่ของหนังสือ', hint: 'ตามที่พิมพ์ ใช้จุดแทนส่วนที่เขียนด้วยมือ', type: 'text' },
    { id: 'letter.subject', label: 'เรื่อง', hint: '', type: 'text' },
    { id: 'letter.to', label: 'เรียน', hint: '', type: 'text' },
    { id: 'letter.enclosures', label: 'สิ่งที่ส่งมาด้วย', hint: PER_ROW, type: 'lines' },
    { id: 'letter.body', label: 'ข้อความ', hint: `๑ แถวต่อ ๑ ย่อหน้า ${AS_OF_HINT}`, type: 'lines' },
    { id: 'letter.closing', label: 'คำลงท้าย', hint: 'เช่น ขอแสดงความนับถือ', type: 'text' },
    { id: 'letter.signature', label: 'ผู้ลงนาม', hint: 'ชื่อและตำแหน่ง ๑ แถวต่อ ๑ บรรทัด', type: 'lines' },
    { id: 'letter.contact', label: 'ผู้ประสานงาน', hint: 'หน่วยงาน โทรศัพท์ อีเมล ๑ แถวต่อ ๑ บรรทัด', type: 'lines' },
  ],
};

const STATUS_LABELS: Readonly<Record<StatusId, string>> = {
  done: 'แล้วเสร็จ',
  'in-progress': 'ทำอยู่',
  'not-started': 'ยังไม่เริ่ม',
  'not-applicable': 'ไม่เกี่ยวข้อง',
};

/** The fields of the sheet under their headings, with the statuses in the given order. */
export function yearFields(statuses: readonly StatusId[] = STATUS_IDS): readonly FieldBand[] {
  const fields = statuses.map((id): YearField => ({
    id: `status.${id}`,
    label: `สถานะ (${STATUS_LABELS[id]})`,
    hint: 'คำในรายการสถานะที่หน่วยงานเลือก',
    type: 'text',
  }));
  return [GENERAL, { band: 'คำของสถานะ', fields }, REPORT, LETTER];
}
