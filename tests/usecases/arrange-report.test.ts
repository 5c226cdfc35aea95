import { createExcelWorkbook } from '../../src/adapters/excel/excel-workbook.ts';
import { STATE_COLUMN } from '../../src/domain/master/plan/issue-sheet.ts';
import { GROUPED_WORD, STATE_WORDS } from '../../src/domain/master/merge/states.ts';
import { variantsOf } from '../../src/domain/submissions/merge-paragraphs.ts';
import type { MeasureKey } from '../../src/domain/programme/programme.ts';
import { arrangeableReport, planArrangement, type ArrangeWish } from '../../src/usecases/arrange-report.ts';
import { changeRows, inverseOf } from '../../src/usecases/change-rows.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { HostFault, type LiveWorkbook } from '../../src/usecases/ports/workbook-host.ts';
import { codec, contentOfHostWorkbook } from '../support/excel-host/host-workbooks.ts';
import { openInExcel } from '../support/excel-host/open-host.ts';
import type { ExcelHost } from '../support/excel-host/transport.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../support/small-programme.ts';
import { answered, created, RESULT, WorkedMaster, type Texts } from '../support/worked-master.ts';

const SHEET = '๑ การปฏิบัติหน้าที่';
const MEASURE = '1.1.1' as MeasureKey;
const SAID = 'จัดประชุมชี้แจงคู่มือการปฏิบัติงานให้ข้าราชการและลูกจ้างทราบและถือปฏิบัติอย่างเคร่งครัด';
const told = (people: string): string => `${SAID} มีผู้เข้าร่วม ${people} คน`;
const GROUP = { '02': told('๕๐'), '03': told('๖๐'), '11': told('๗๐'), '13': 'ติดประกาศแล้ว' };
const PAIR = `กองคลัง และโรงเรียนวัดเหนือ : ${SAID} มีผู้เข้าร่วม … คน ได้แก่ กองคลัง: ๕๐ คน; โรงเรียนวัดเหนือ: ๗๐ คน`;
const [FIRST, SECOND, THIRD] = [`กองคลัง : ${told('๕๐')}`, `กองช่าง : ${told('๖๐')}`, `โรงเรียนวัดเหนือ : ${told('๗๐')}`];
const LAST = 'โรงเรียนบ้านกลาง : ติดประกาศแล้ว';

/** A master that is open in Excel, and what somebody does in its pane. */
class OpenMaster {
  readonly host: ExcelHost;
  readonly live: LiveWorkbook;

  constructor(host: ExcelHost) {
    this.host = host;
    this.live = createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) });
  }

  static async of(texts: Texts): Promise<OpenMaster> {
    return new OpenMaster(await openInExcel(planMaster(answered(texts), { created })));
  }

  write(words: string, column: number, text: string): void {
    const sheet = this.host.workbook.sheet(SHEET);
    const [row] = sheet.entries().find(([, at, { value }]) => at === RESULT && String(value).includes(words))!;
    sheet.put(row, column, { value: text });
  }

  async plan(wish: (of: (words: string) => Paragraph) => ArrangeWish) {
    const report = arrangeableReport(await this.live.read(undefined, 'texts'), {
      programme: SMALL_PROGRAMME,
      roster: SMALL_ROSTER,
    })!;
    const paragraphs = report.paired.measures.get(MEASURE)!;
    return planArrangement(
      report,
      MEASURE,
      wish((words) => paragraphs.find(({ own }) => own.text.includes(words))!),
    );
  }

  async arrange(wish: (of: (words: string) => Paragraph) => ArrangeWish): Promise<void> {
    const { changes } = await this.plan(wish);
    if (!(await changeRows(this.live, changes))) throw new Error('nothing was changed');
  }

  takeOut(words: string, ...agencies: readonly string[]): Promise<void> {
    return this.arrange((of) => takeOut(of(words), agencies));
  }

  join(...words: readonly string[]): Promise<void> {
    return this.arrange((of) => ({ kind: 'join', paragraphs: words.map(of) }));
  }

  /** The master as Excel saves it. */
  async saved(): Promise<WorkedMaster> {
    return new WorkedMaster(await this.live.read(undefined, 'texts'));
  }

  async lines(): Promise<readonly string[]> {
    return (await this.saved()).lines;
  }
}

type Paragraph = Extract<ArrangeWish, { kind: 'accept' }>['paragraph'];

function takeOut(paragraph: Paragraph, agencies: readonly string[]): ArrangeWish {
  const texts = variantsOf(paragraph.generated!).filter(({ sources }) => agencies.includes(sources[0]!.agency));
  return { kind: 'take-out', paragraph, texts };
}

describe('a paragraph of an open report', () => {
  it('gives up a member to a row of its own, and the decision holds for late and changed answers', async () => {
    const master = await OpenMaster.of(GROUP);
    await master.takeOut(SAID, '03');
    expect(await master.lines()).toEqual([PAIR, SECOND, LAST]);
    const saved = await master.saved();
    expect(saved.consolidate({ ...GROUP, '12': told('๙๐'), '03': told('๖๑') }).lines).toEqual([
      expect.stringContaining('โรงเรียนวัดใต้: ๙๐ คน'),
      `กองช่าง : ${told('๖๑')}`,
      LAST,
    ]);
    expect(saved.cells(SHEET)).toContain(GROUPED_WORD);
  });

  it('is dissolved into one for each text', async () => {
    const master = await OpenMaster.of(GROUP);
    await master.takeOut(SAID, '02', '03', '11');
    expect(await master.lines()).toEqual([FIRST, SECOND, THIRD, LAST]);
    const late = (await master.saved()).consolidate({ ...GROUP, '12': told('๙๐') });
    expect(late.lines).toEqual([FIRST, SECOND, THIRD, `โรงเรียนวัดใต้ : ${told('๙๐')}`, LAST]);
    expect((await master.saved()).cells(SHEET)).not.toContain(GROUPED_WORD);
  });

  it('keeps an edited wording for the others, or as one of the office’s own', async () => {
    const master = await OpenMaster.of(GROUP);
    const [text] = await master.lines();
    master.write(SAID, RESULT, text!.replace('จัดประชุม', 'ได้จัดประชุม'));
    await master.takeOut(SAID, '03');
    expect(await master.lines()).toEqual([`[${STATE_WORDS.edited}] ${PAIR.replace('จัด', 'ได้จัด')}`, SECOND, LAST]);
    await master.takeOut(SAID, '02', '11');
    expect(await master.lines()).toEqual([
      `[${STATE_WORDS.added}] ${PAIR.replace('จัด', 'ได้จัด')}`,
      FIRST,
      THIRD,
      SECOND,
      LAST,
    ]);
  });

  it('takes in another one, wherever it stands, and both are one for late and changed answers', async () => {
    const master = await OpenMaster.of(GROUP);
    const [group] = await master.lines();
    await master.join('ติดประกาศ', SAID);
    expect(await master.lines()).toEqual([`${group!}\n${LAST}`]);
    const later = (await master.saved()).consolidate({ ...GROUP, '13': 'ติดประกาศแล้ว ๒ แห่ง', '12': told('๙๐') });
    expect(later.lines).toHaveLength(1);
    expect(later.lines[0]).toMatch(/โรงเรียนวัดใต้: ๙๐ คน\nโรงเรียนบ้านกลาง : ติดประกาศแล้ว ๒ แห่ง$/);
    await master.takeOut(SAID, '13');
    expect(await master.lines()).toEqual([group, LAST]);
  });

  it('keeps both wordings where one of them was edited', async () => {
    const master = await OpenMaster.of(GROUP);
    const [group] = await master.lines();
    master.write('ติดประกาศ', RESULT, 'โรงเรียนบ้านกลาง : ได้ติดประกาศแล้ว');
    await master.join(SAID, 'ติดประกาศ');
    expect(await master.lines()).toEqual([`[${STATE_WORDS.edited}] ${group!}\nโรงเรียนบ้านกลาง : ได้ติดประกาศแล้ว`]);
  });

  it('is marked as accepted', async () => {
    const master = await OpenMaster.of(GROUP);
    const [group] = await master.lines();
    await master.arrange((of) => ({ kind: 'accept', paragraph: of(SAID) }));
    expect(await master.lines()).toEqual([`[${STATE_WORDS.accepted}] ${group!}`, LAST]);
  });

  it('leaves the title of its measure and what somebody wrote beside it where they are', async () => {
    const master = await OpenMaster.of(GROUP);
    const [title] = master.host.workbook
      .sheet(SHEET)
      .entries()
      .filter(([row, column]) => row === 3 && column === 1);
    master.write('ติดประกาศ', STATE_COLUMN + 1, 'โทรถามแล้ว');
    await master.join(SAID, 'ติดประกาศ');
    await master.takeOut(SAID, '02', '03', '11', '13');
    expect(await master.lines()).toEqual([FIRST, SECOND, THIRD, LAST]);
    const texts = (await master.saved()).content.sheets.find(({ name }) => name === SHEET)!.cells;
    expect(texts.filter(({ text }) => text === 'โทรถามแล้ว')).toHaveLength(1);
    expect(texts.find(({ row, column }) => row === 3 && column === 1)?.text).toBe(title![2].value);
  });

  it('stays one where it is joined and then cut over rows just at the line feed', async () => {
    const long = 'และติดตามผล '.repeat(60).trim();
    const master = await OpenMaster.of({ '02': long, '03': long.replace('ติดตาม', 'กำกับ') });
    const before = await master.lines();
    await master.join('และติดตาม', 'และกำกับ');
    expect(await master.lines()).toEqual([before.join('\n')]);
  });

  it('is as it was after all is taken back', async () => {
    const master = await OpenMaster.of({ ...GROUP, '12': `${told('๙๐')} ${'และติดตามผล '.repeat(300)}` });
    for (const wish of [
      (of: (words: string) => Paragraph) => takeOut(of(SAID), ['02', '03']),
      (of: (words: string) => Paragraph): ArrangeWish => ({
        kind: 'join',
        paragraphs: [of('ติดประกาศ'), of('ติดตามผล'), of(SAID)],
      }),
    ]) {
      const before = contentOfHostWorkbook(master.host.workbook);
      const { changes } = await master.plan(wish);
      expect(await changeRows(master.live, changes)).toBe(true);
      expect(contentOfHostWorkbook(master.host.workbook)).not.toEqual(before);
      expect(await changeRows(master.live, inverseOf(changes))).toBe(true);
      expect(
        (await master.saved()).content.sheets.map(({ cells }) =>
          cells.map(({ row, column, text }) => [row, column, text]),
        ),
      ).toEqual(before.sheets.map(({ cells }) => cells.map(({ row, column, text }) => [row, column, text])));
    }
  });

  it('is left alone where somebody changed it meanwhile', async () => {
    const master = await OpenMaster.of(GROUP);
    const { changes } = await master.plan((of) => takeOut(of(SAID), ['03']));
    master.write(SAID, RESULT, 'แก้แล้ว');
    expect(await changeRows(master.live, changes)).toBe(false);
    expect(await master.lines()).toEqual(['แก้แล้ว', LAST]);
  });

  it('is whole again where Excel refuses a part of the change', async () => {
    const master = await OpenMaster.of(GROUP);
    const before = await master.lines();
    const { changes } = await master.plan((of) => ({ kind: 'join', paragraphs: [of(SAID), of('ติดประกาศ')] }));
    let calls = 0;
    const live = {
      ...master.live,
      write: (...patches: Parameters<LiveWorkbook['write']>) =>
        ++calls === 1 ? Promise.reject(new HostFault('failed', '')) : master.live.write(...patches),
    };
    await expect(changeRows(live, changes)).rejects.toThrow(HostFault);
    expect(await master.lines()).toEqual(before);
  });
});
