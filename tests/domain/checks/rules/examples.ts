import type { RuleCode } from '../../../../src/domain/checks/rules/registry.ts';
import type { StatusId } from '../../../../src/domain/programme/programme.ts';
import type { RuleSettings } from '../../../../src/domain/programme/rule-settings.ts';
import type { ContactField } from '../../../../src/domain/submissions/submission.ts';

/** What an agency answers to one measure; paragraphs of the result stand in consecutive cells. */
export interface ExampleAnswer {
  /** 1.1.1 where it is left out. */
  readonly measure?: string;
  /** "In progress" where it is left out; `null` is none. */
  readonly status?: StatusId | null;
  /** The sheet and the first row, from 1; a sheet of its own and 6 where they are left out. */
  readonly sheet?: string;
  readonly row?: number;
  readonly result?: readonly string[];
  readonly date?: string;
  readonly evidence?: string;
  readonly note?: string;
}

/** What a division of the small programme sends in: what its answers are held against is the least that the rule needs. */
export interface Example {
  readonly answers?: readonly ExampleAnswer[];
  readonly contact?: Readonly<Partial<Record<ContactField, string>>>;
  /** The issues whose sheets the file holds, so that answers can be missing from them; none where it is left out. */
  readonly issues?: readonly number[];
  /** What the reader says of a cell with an error. */
  readonly error?: string;
  /** Paragraphs of the workbook of the year before. */
  readonly lastYear?: readonly string[];
  readonly rules?: RuleSettings;
}

/** What breaks a rule, and what comes close and does not. */
export interface Examples {
  readonly failing: Example;
  readonly passing: Example;
}

const result = (...paragraphs: readonly string[]): Example => ({ answers: [{ result: paragraphs }] });
const evidence = (text: string): Example => ({ answers: [{ evidence: text }] });
const date = (text: string): Example => ({ answers: [{ date: text }] });

const NO_ANSWERS_ASKED: RuleSettings = { 'answer-missing': false };
const TRAINING = 'จัดอบรมให้ความรู้แก่ข้าราชการและบุคลากรในสังกัดครบทุกคน';

/** Of every rule; the compiler asks for those of a new one. docs/rules.md shows them. */
export const EXAMPLES: Readonly<Record<RuleCode, Examples>> = {
  'answer-missing': {
    failing: { issues: [2] },
    passing: { issues: [2], answers: [{ measure: '2.2.1', result: ['แจ้งเวียนแผนแล้ว'] }] },
  },
  'status-missing': {
    failing: { answers: [{ status: null, result: ['ประกาศนโยบายแล้ว'] }] },
    passing: { answers: [{ status: 'done', result: ['ประกาศนโยบายแล้ว'] }] },
  },
  'result-spilt': {
    failing: {
      answers: [
        { status: 'done', sheet: '๑', row: 6, result: ['จัดอบรม ๓ ครั้ง', 'ออกประกาศ ๒ ฉบับ'] },
        { measure: '1.1.2', status: null, sheet: '๑', row: 8, result: ['ประชุมคณะทำงาน', 'เผยแพร่คู่มือ'] },
        { measure: '1.1.3', status: null, sheet: '๑', row: 10, result: ['ติดตามผล'] },
      ],
    },
    passing: {
      answers: [
        { status: 'done', sheet: '๑', row: 6, result: ['จัดอบรม ๓ ครั้ง', 'ออกประกาศ ๒ ฉบับ'] },
        { measure: '1.1.2', status: 'done', sheet: '๑', row: 8, result: ['ประชุมคณะทำงาน'] },
      ],
    },
  },
  'result-missing': {
    failing: { answers: [{ status: 'done' }] },
    passing: { answers: [{ status: 'not-applicable' }] },
  },
  'result-unexpected': {
    failing: { answers: [{ status: 'not-started', result: ['ประกาศนโยบายแล้ว'] }] },
    passing: { answers: [{ status: 'not-started', note: 'รอคำสั่งแต่งตั้งคณะทำงาน' }] },
  },
  'evidence-missing': {
    failing: {
      rules: { 'evidence-missing': { measures: ['1.1.1'] } },
      answers: [{ status: 'done', result: ['ประกาศนโยบายแล้ว'] }],
    },
    passing: {
      rules: { 'evidence-missing': { measures: ['1.1.1'] } },
      answers: [{ status: 'done', result: ['ประกาศนโยบายแล้ว'], evidence: 'https://www.wiang.go.th/ita' }],
    },
  },
  'evidence-hollow': {
    failing: evidence('ตามเอกสารแนบ'),
    passing: evidence('คำสั่งที่ ๑๒/๒๕๗๐ ตามเอกสารแนบ'),
  },
  'contact-missing': {
    failing: { rules: NO_ANSWERS_ASKED, issues: [1, 2, 3], contact: { name: 'นางสาวสมหญิง ใจดี' } },
    passing: {
      rules: NO_ANSWERS_ASKED,
      issues: [1, 2, 3],
      contact: { name: 'นางสาวสมหญิง ใจดี', phone: '๐ ๒๒๒๑ ๒๑๔๑' },
    },
  },
  'measure-not-responsible': {
    failing: { answers: [{ measure: '2.1.1', result: ['เผยแพร่แผนแล้ว'] }] },
    passing: { answers: [{ measure: '2.2.1', result: ['แจ้งเวียนแผนแล้ว'] }] },
  },
  'text-as-formula': {
    failing: { error: '#NAME? (=- จัดอบรม ๒ ครั้ง)' },
    passing: { error: '#DIV/0! (=A1/0)' },
  },
  'text-too-long': {
    failing: { rules: { 'text-too-long': { limit: 20 } }, ...result('ประกาศนโยบายไม่รับของขวัญแล้ว') },
    passing: { rules: { 'text-too-long': { limit: 20 } }, ...result('ประกาศนโยบายแล้ว') },
  },
  'date-unreadable': { failing: date('๓๑ กุมภาพันธ์ ๒๕๗๐'), passing: date('วันที่ ๙ - ๑๐ มีนาคม ๒๕๗๐') },
  'date-outside-year': { failing: date('๓๐ กันยายน ๒๕๖๙'), passing: date('๑ ตุลาคม ๒๕๖๙') },
  'year-mixed': { failing: result('แผนประจำปี พ.ศ. ๒๐๒๗'), passing: result('วาระการพัฒนาปี ๒๐๕๐') },
  'year-short': { failing: date('๕ ม.ค. ๗๐'), passing: date('๕ ม.ค. ๒๕๗๐') },
  'letter-incomplete': {
    failing: evidence('หนังสือ ที่ กท ๐๓๐๖/๒๐๒๘ เรื่อง ซ้อมความเข้าใจ'),
    passing: evidence('หนังสือ ที่ กท ๐๓๐๖/ว ๕๑ ลว. ๑๗ กุมภาพันธ์ ๒๕๗๐'),
  },
  'link-malformed': { failing: evidence('https//www.wiang.go.th'), passing: evidence('https://www.wiang.go.th') },
  'link-private': {
    failing: evidence('https://uat.wiang.go.th/ita'),
    passing: evidence('https://www.wiang.go.th/latest'),
  },
  'link-not-https': { failing: evidence('http://www.wiang.go.th'), passing: evidence('www.wiang.go.th') },
  'path-private': { failing: evidence(String.raw`C:\งาน\ประกาศ.docx`), passing: evidence('ประกาศ.docx') },
  'private-glyphs': { failing: result('ป\uf70aาไม้'), passing: result('ป่าไม้') },
  'invisible-characters': { failing: result('แผน\u200bงาน'), passing: result('แผนงาน') },
  'no-break-space': { failing: result('แผน\u00a0ระยะยาว'), passing: result('แผน ระยะยาว') },
  'thai-double-e': { failing: result('เเผนแม่บท'), passing: result('แผนแม่บท') },
  'thai-split-am': { failing: result('ทํางาน'), passing: result('ทำงาน') },
  'thai-marks-swapped': { failing: result('ท่ีประชุม'), passing: result('ที่ประชุม') },
  'thai-marks-doubled': { failing: result('ที่่ประชุม'), passing: result('ที่ประชุม') },
  'result-hollow': {
    failing: { answers: [{ status: 'done', result: ['รายละเอียดตามเอกสารแนบ'] }] },
    passing: { answers: [{ status: 'done', result: ['ประกาศนโยบายแล้ว รายละเอียดตามเอกสารแนบ'] }] },
  },
  'date-impossible': {
    failing: result('จัดประชุมวันที่ ๓๑ กุมภาพันธ์ ๒๕๗๐'),
    passing: result('จัดประชุมวันที่ ๒๘ กุมภาพันธ์ ๒๕๗๐'),
  },
  'event-outside-year': {
    failing: result('จัดประชุมเมื่อวันที่ ๓๐ กันยายน ๒๕๖๘'),
    passing: result('ตามประกาศเมื่อวันที่ ๓๐ กันยายน ๒๕๖๘'),
  },
  'link-owner-only': {
    failing: evidence('https://drive.google.com/drive/u/0/my-drive'),
    passing: evidence('https://drive.google.com/drive/folders/1AbC?usp=sharing'),
  },
  'link-needs-account': {
    failing: evidence('https://docs.google.com/document/d/1AbC/edit'),
    passing: evidence('https://docs.google.com/document/d/1AbC/edit?usp=sharing'),
  },
  'digits-in-ascii': { failing: evidence('https://๒๐๓.๑๔๘.๒๕๐.๑๗๘/x'), passing: evidence('https://203.148.250.178/x') },
  'digits-mixed': { failing: result('ผู้เข้าอบรม ๑2๐ คน'), passing: result('ผู้เข้าอบรม ๑๒๐ คน') },
  'digits-arabic': { failing: result('จัดอบรม 2 ครั้ง'), passing: result('จัดอบรม ๒ ครั้ง ตาม ISO 9001:2015') },
  'thai-marks-conflict': { failing: result('กิีจกรรม'), passing: result('กิจกรรม') },
  'thai-vowel-dangling': { failing: result('านวน ๓ คน'), passing: result('จำนวน ๓ คน') },
  'am-lost': { failing: result('ได้ดาเนินการแล้ว'), passing: result('ได้ดำเนินการประชุมแล้ว') },
  'sum-differs': {
    failing: result('ชาย ๔๐ คน หญิง ๖๐ คน รวม ๑๒๐ คน'),
    passing: result('ชาย ๔๐ คน หญิง ๖๐ คน รวม ๑๐๐ คน'),
  },
  'agency-misspelt': { failing: result('สำนักปลัดเทศบล แจ้งเวียน'), passing: result('สำนักปลัดเทศบาล แจ้งเวียน') },
  'numbering-broken': {
    failing: result('๑. ประกาศ', '๒. แจ้งเวียน', '๔. ติดตาม'),
    passing: result('๑. ประกาศ', '๒. แจ้งเวียน', '๓. ติดตาม'),
  },
  'text-repeated': {
    failing: { answers: [{ result: [TRAINING] }, { measure: '1.1.2', result: [TRAINING] }] },
    passing: { answers: [{ result: ['จัดอบรมแล้ว'] }, { measure: '1.1.2', result: ['จัดอบรมแล้ว'] }] },
  },
  'text-of-last-year': {
    failing: { ...result(TRAINING), lastYear: [TRAINING] },
    passing: { ...result(`${TRAINING} จำนวน ๒ รุ่น`), lastYear: [TRAINING] },
  },
  'personal-id': {
    failing: result('เลขประจำตัวประชาชน ๑๑๐๑๗๐๐๒๓๐๗๐๘'),
    passing: result('เลขที่เอกสาร ๑๑๐๑๗๐๐๒๓๐๗๐๘'),
  },
  'personal-phone': { failing: result('โทร ๐๘๑-๒๓๔-๕๖๗๘'), passing: result('โทร ๐ ๒๒๒๑ ๒๑๔๑') },
  'personal-email': { failing: result('ส่ง somchai.j@gmail.com'), passing: result('ส่ง ita@wiang.go.th') },
  'paragraph-too-tall': {
    failing: {
      rules: { 'paragraph-too-tall': { maxHeightPoints: 40 } },
      ...result('ประชุมคณะทำงานขับเคลื่อนมาตรการ '.repeat(4).trim()),
    },
    passing: { rules: { 'paragraph-too-tall': { maxHeightPoints: 40 } }, ...result('ประชุมคณะทำงานขับเคลื่อนมาตรการ') },
  },
};
