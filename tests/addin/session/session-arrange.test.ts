import { describeNotice } from '../../../src/addin/session/notice.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import { readMasterReport } from '../../../src/domain/master/read/master-report.ts';
import { TABLE_SHEET } from '../../../src/domain/master/sheet-names.ts';
import type { MeasureKey } from '../../../src/domain/programme/programme.ts';
import type { Submission } from '../../../src/domain/submissions/submission.ts';
import { variantsOf } from '../../../src/domain/submissions/merge-paragraphs.ts';
import { planArrangement } from '../../../src/usecases/arrange-report.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import { consolidate } from '../../support/consolidate.ts';
import { contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import type { ExcelHost } from '../../support/excel-host/transport.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { Person } from '../../support/excel-host/person.ts';
import { paneSession } from '../../support/pane-session.ts';
import { created } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';

const ISSUE = '๑ การปฏิบัติหน้าที่';
const SAID = 'จัดประชุมชี้แจงคู่มือการปฏิบัติงานให้ข้าราชการและลูกจ้างทราบและถือปฏิบัติอย่างเคร่งครัด';

/** The pane beside a report in which three agencies say the same and one says something else. */
async function openReport() {
  const texts = [`${SAID} ๒ ครั้ง`, `${SAID} ๓ ครั้ง`, `${SAID} ๕ ครั้ง`, 'ติดประกาศแล้ว'];
  const submissions = texts.map((text, index): Submission => ({
    agency: roster.agencies[index]!.code,
    file: `${index}.xlsx`,
    issues: [1],
    contact: {},
    entries: [
      {
        measure: '1.1.1' as MeasureKey,
        paragraphs: [{ text, sheet: 'แบบ', cell: { row: 5, column: 5 } }],
        dates: [],
        evidence: [],
        notes: [],
      },
    ],
  }));
  const answers = consolidate(programme, roster, [{ submissions, problems: [] }], { grouping: true });
  const host = await openInExcel(planMaster(answers, { created }));
  const session = paneSession({ created });
  await session.start();
  return { host, session };
}

const linesIn = ({ workbook }: ExcelHost): readonly string[] =>
  readMasterReport(contentOfHostWorkbook(workbook), programme).measures[0]!.paragraphs.map(({ text }) => text);

/** Selects the paragraph with these words and shows it. */
async function look({ host, session }: { readonly host: ExcelHost; readonly session: Session }, words: string) {
  const sheet = host.workbook.sheet(ISSUE);
  const [row] = sheet.entries().find(([, column, { value }]) => column === 3 && String(value).includes(words))!;
  host.select(ISSUE, [`D${row + 1}`]);
  await session.lookAtParagraph();
  return session.state.arranging!;
}

describe('a paragraph that somebody selects in the open report', () => {
  it('is taken apart, and whole again when that is undone', async () => {
    const subject = await openReport();
    const { host, session } = subject;
    const before = linesIn(host);
    const { report, measure, paragraph } = await look(subject, SAID);
    const texts = variantsOf(paragraph.generated!).slice(0, 1);
    const { changes } = planArrangement(report, measure, { kind: 'take-out', paragraph, texts });
    const done = await session.arrange(changes);
    expect(describeNotice(done, 'th').message).toBe('ปรับย่อหน้าในรายงานแล้ว และจะคงไว้เมื่อรวบรวมครั้งต่อไป');
    expect(linesIn(host)).toHaveLength(3);
    expect(session.state.arranging).toBeUndefined();
    await session.undo();
    expect(linesIn(host)).toEqual(before);
    expect(session.state.undoable).toEqual([]);
  });

  it('is joined with another one of its measure', async () => {
    const subject = await openReport();
    const { report, measure, paragraph } = await look(subject, 'ติดประกาศ');
    const paragraphs = report.paired.measures.get(measure)!;
    expect(paragraphs).toContain(paragraph);
    await subject.session.arrange(planArrangement(report, measure, { kind: 'join', paragraphs }).changes);
    expect(linesIn(subject.host)).toHaveLength(1);
  });

  it('is left alone where somebody edited it since', async () => {
    const subject = await openReport();
    const { report, measure, paragraph } = await look(subject, SAID);
    const texts = variantsOf(paragraph.generated!);
    const { changes } = planArrangement(report, measure, { kind: 'take-out', paragraph, texts });
    new Person(subject.host.workbook, 'Local').write(ISSUE, paragraph.own.location.row, 3, 'แก้แล้ว');
    expect(await subject.session.arrange(changes)).toMatchObject({ code: 'arrange-outdated' });
    expect(linesIn(subject.host)[0]).toBe('แก้แล้ว');
  });

  it('is none where the cell is in no paragraph, and cannot be arranged without the table of answers', async () => {
    const subject = await openReport();
    subject.host.select(ISSUE, ['A2']);
    await subject.session.lookAtParagraph();
    expect(subject.session.state.notice).toMatchObject({ code: 'no-paragraph-selected' });
    subject.host.workbook.removeSheet(subject.host.workbook.sheet(TABLE_SHEET));
    await look(subject, SAID);
    expect(subject.session.state).toMatchObject({ notice: { code: 'not-arrangeable' }, arranging: undefined });
  });
});
