import { rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { severityOf, type Severity } from '../../src/domain/diagnostics/problem.ts';
import { EDITS, EXAMPLE_RESULTS, runDemo } from './demo.ts';
import { shareInFolder } from './shared-folder.ts';

// Late files of the last run would not be late.
await rm('demo', { recursive: true, force: true });
const { programme, roster, consolidation, master, backup, merge, document, files, seconds } = await runDemo('demo');
const shared = await shareInFolder('demo/5-shared', 'demo/2-received', { programme, roster });
const { agencies, entries, measures, problems } = consolidation;
const received = agencies.filter(({ submissions }) => submissions.length > 0).length;
const paragraphs = measures.reduce((sum, measure) => sum + measure.paragraphs.length, 0);
const count = (severity: Severity): number => problems.filter((problem) => severityOf(problem) === severity).length;
const inState = (...states: readonly string[]): number =>
  shared.status.filter(({ state }) => states.includes(state)).length;
const tardy = (lateness: string): number => shared.status.filter((status) => status.lateness === lateness).length;
const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join(', ');
const took = (value: number): string => `${value.toFixed(1)} s`;

process.stdout.write(`${programme.title} (${String(programme.year)})

๑. สร้างสมุดงาน ${String(files.sent)} ไฟล์ / made ${String(files.sent)} workbooks (${took(seconds.generate)})
๒. กรอกผลจากรายงานจริง ${String(EXAMPLE_RESULTS.length)} ย่อหน้า และทำให้บางไฟล์ผิดปกติ ได้ ${String(files.received)} ไฟล์
   filled in the ${String(EXAMPLE_RESULTS.length)} paragraphs of the real report, mistreated some files: ${String(files.received)} files (${took(seconds.fill)})
๓. รวบรวม ${String(received)} จาก ${String(agencies.length)} หน่วยงาน: ${String(entries.read)} คำตอบ เป็น ${String(paragraphs)} ย่อหน้าในรายงาน
   consolidated ${String(received)} of ${String(agencies.length)} agencies: ${String(entries.read)} entries, ${String(paragraphs)} paragraphs (${took(seconds.consolidate)})
   ปัญหาที่พบ / problems found: ต้องแก้ไข/must ${String(count('must'))}, ควรตรวจ/should ${String(count('should'))}, เพื่อทราบ/may ${String(count('may'))}
๔. แก้ถ้อยคำในรายงานรวม ${String(EDITS.length)} แห่ง แล้วรวมคำตอบที่ส่งภายหลัง ${String(files.late)} ไฟล์: เปลี่ยน ${String(merge.measures)} มาตรการ ต้องทบทวน ${String(merge.review)} รายการ ข้อความที่แก้ไว้คงอยู่
   edited the report in ${String(EDITS.length)} places, then merged ${String(files.late)} late files: ${String(merge.measures)} measures changed, to review: ${String(merge.review)}, the edits stay (${took(seconds.merge)})
๕. จัดทำรายงานสำหรับลงนามใน Word / wrote the report to be signed, for Word (${took(seconds.report)})
๖. แจกสมุดงาน ${String(shared.givenOut)} ไฟล์ในโฟลเดอร์ที่ใช้ร่วมกัน (อย่างที่ OneDrive เก็บ) หน่วยงานบันทึกแล้ว แล้วรวบรวมจากโฟลเดอร์: กรอกครบ ${String(inState('answered'))} กำลังกรอก ${String(inState('answering'))} ยังไม่กรอก ${String(inState('sent'))} หน่วยงาน
   gave out ${String(shared.givenOut)} workbooks in a shared folder (as OneDrive keeps it), agencies saved, collected there: all answered ${String(inState('answered'))}, answering ${String(inState('answering'))}, not answered ${String(inState('sent'))}
   สำเนาที่ขัดกัน / a copy of a conflict: ${names(shared.copied)} · เปิดค้างอยู่ / still open: ${names(shared.open)} · บันทึกหลังกำหนด / saved late: ${String(tardy('late'))} · เกินกำหนด / overdue: ${String(tardy('overdue'))}

เปิดดู / open these:
  ${path.normalize(document)}     รายงานพร้อมหนังสือนำส่ง เปิดด้วย Word / the report with its letter of transmission, for Word
  ${path.normalize(master)}      รายงานรวม แผ่น “ปัญหา” และ “ทบทวน” บอกสิ่งที่ต้องทำ / the master; its sheets ปัญหา and ทบทวน say what to do
  ${path.normalize(backup)}
                         รายงานรวมที่แก้ไว้ ก่อนรวมคำตอบที่ส่งภายหลัง / the edited master, before the late answers
  ${path.normalize('demo/1-sent')}            สมุดงานเปล่า ${String(agencies.length)} หน่วยงาน และบัญชีสมุดงาน / empty workbooks and the index
  ${path.normalize(shared.master)}
                         รายงานรวมจากโฟลเดอร์ที่ใช้ร่วมกัน เผยแพร่แล้ว / the master of the shared folder, published there
  ${path.normalize('demo/2-received')}        ไฟล์ที่หน่วยงานส่งคืน / what came back
`);
