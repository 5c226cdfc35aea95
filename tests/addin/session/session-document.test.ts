import { REPORT_HEADINGS } from '../../../src/domain/master/report-headings.ts';
import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import { describeNotice, leavesWork } from '../../../src/addin/session/notice.ts';
import type { NamedBytes, SessionPorts } from '../../../src/addin/session/session-state.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import { addResult, emptyConsolidation, finish } from '../../../src/domain/submissions/consolidate.ts';
import type { WorkbookPlan } from '../../../src/domain/spreadsheet/plan.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import { contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import type { HostWorkbook } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { Person } from '../../support/excel-host/person.ts';
import { section, template } from '../../support/letterheads.ts';
import { paneSession } from '../../support/pane-session.ts';
import { created, districtPlan } from '../../support/plans-2565.ts';
import { programme, reportAsSubmissions, roster } from '../../support/report-2565.ts';
import { paragraphsIn } from '../../support/report-document.ts';

const submissions = reportAsSubmissions();
const master = planMaster(finish(addResult(emptyConsolidation(programme, roster), { submissions, problems: [] })), {
  created,
});
const ISSUE = '๑ การปฏิบัติหน้าที่';
const NOTHING = { letter: false, annexes: [], unfinished: true };

interface Subject {
  readonly book: HostWorkbook;
  readonly session: Session;
  readonly delivered: readonly NamedBytes[];
}

async function open(
  plan: WorkbookPlan = master,
  more: Partial<Pick<SessionPorts, 'withoutDownloads'>> = {},
): Promise<Subject> {
  const { workbook: book } = await openInExcel(plan);
  const delivered: NamedBytes[] = [];
  const session = paneSession({ created, delivered, ...more });
  await session.start();
  return { book, session, delivered };
}

describe('the document for Word from the master that is open', () => {
  it('is saved as a file with the report as it stands, edits that are not saved included', async () => {
    const { book, session, delivered } = await open();
    const { row } = contentOfHostWorkbook(book)
      .sheets.find(({ name }) => name === ISSUE)!
      .cells.find(({ row, column }) => row > 2 && column === 3)!;
    new Person(book, 'Local').write(ISSUE, row, 3, 'ถ้อยคำที่แก้ด้วยมือ');
    const before = contentOfHostWorkbook(book);
    expect(await session.writeReport(NOTHING)).toMatchObject({
      code: 'document-saved',
      facts: { file: 'รายงานรวม-๒๕๖๕.docx', paragraphs: 100 },
    });
    const [file] = delivered as [NamedBytes];
    expect(file.name).toBe('รายงานรวม-๒๕๖๕.docx');
    const texts = paragraphsIn(file.bytes);
    expect(texts).toEqual(expect.arrayContaining([REPORT_HEADINGS.result, 'ถ้อยคำที่แก้ด้วยมือ']));
    expect(texts.some((text) => text.startsWith('ภาคผนวก'))).toBe(false);
    expect(contentOfHostWorkbook(book)).toEqual(before);
  });

  it('has the letter first and the annexes last, as the person chose', async () => {
    const { session, delivered } = await open();
    await session.writeReport({ letter: true, annexes: ['status', 'answers'], unfinished: true });
    const texts = paragraphsIn(delivered[0]!.bytes);
    expect(texts[0]).toBe(`ที่ ${programme.report.letter!.number}`);
    expect(texts.filter((text) => text.startsWith('ภาคผนวก'))).toEqual([
      'ภาคผนวก ๑ ผลการดำเนินการของแต่ละหน่วยงาน',
      'ภาคผนวก ๒ สถานะการดำเนินการรายมาตรการ',
    ]);
  });

  it.each(['th', 'en'] as const)('says what somebody has to look at before it is signed, in %s', async (language) => {
    const { book, session } = await open();
    new Person(book, 'Local').write(ISSUE, 4, 20, 'ขอเอกสาร');
    book.removeSheet(book.sheet('๓ การใช้อำนาจ'));
    const notice = await session.writeReport(NOTHING);
    const { lines } = describeNotice(notice, language);
    expect(lines).toHaveLength(3);
    expect(lines.join()).toContain('๓ การใช้อำนาจ');
    expect(lines.join()).not.toMatch(/[{}]|undefined/);
  });

  it('has the letterhead of the template that the person chose, and says what the template lacks', async () => {
    const { session, delivered } = await open();
    const file = new File([Uint8Array.from(await template([section(['ข้อความของแม่แบบ'])]))], 'แม่แบบ.docx');
    const notice = await session.writeReport({ ...NOTHING, template: createChosenFiles([file]) });
    expect(paragraphsIn(delivered[0]!.bytes)[0]).toBe('ข้อความของแม่แบบ');
    expect(leavesWork(notice)).toBe(true);
    expect(describeNotice(notice, 'th').lines.join()).toContain('แม่แบบไม่มีตำแหน่งของรายงาน');
  });

  it('is not made with a template that is none, and says what to choose', async () => {
    const { session, delivered } = await open();
    const notice = await session.writeReport({ ...NOTHING, template: createChosenFiles([new File(['no'], 'a.docx')]) });
    expect(delivered).toEqual([]);
    expect(describeNotice(notice, 'th')).toMatchObject({
      message: expect.stringContaining('แม่แบบไม่ใช่เอกสาร Word') as string,
      remedy: expect.stringContaining('โปรดเลือก') as string,
    });
  });

  it('is not made of a workbook that is no master, nor where downloads are ignored, and says what to do', async () => {
    const other = await open(districtPlan);
    expect(await other.session.writeReport(NOTHING)).toMatchObject({ code: 'no-master-for-document' });
    const mac = await open(master, { withoutDownloads: { openInBrowser: () => undefined } });
    const notice = await mac.session.writeReport(NOTHING);
    expect(notice).toMatchObject({ code: 'no-document-downloads' });
    expect(describeNotice(notice, 'th').remedy).toContain('เปิดแผงงานในเบราว์เซอร์');
    expect([...other.delivered, ...mac.delivered]).toEqual([]);
  });
});
