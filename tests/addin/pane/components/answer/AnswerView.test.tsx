/** @jest-environment ./tests/support/dom-environment.mjs */
import { act, renderHook, screen, waitFor, within } from '@testing-library/react';
import { createChosenFiles } from '../../../../../src/adapters/chosen-files/chosen-files.ts';
import { createDroppedFiles } from '../../../../../src/adapters/chosen-files/dropped-files.ts';
import { createXlsxCodec } from '../../../../../src/adapters/xlsx/codec.ts';
import { AnswerView } from '../../../../../src/addin/pane/components/answer/AnswerView.tsx';
import { useMeasure } from '../../../../../src/addin/pane/components/answer/use-measure.ts';
import { checkOf } from '../../../../../src/addin/session/selectors.ts';
import type { Session } from '../../../../../src/addin/session/session.ts';
import { answerForm } from '../../../../../src/domain/form/answers/answer-form.ts';
import { answerLocations } from '../../../../../src/domain/form/read/answer-locations.ts';
import { planAgencyWorkbook } from '../../../../../src/domain/form/plan/agency-workbook.ts';
import { pastYearIn, type PastYear } from '../../../../../src/domain/form/read/past-year.ts';
import { builtInCatalogue } from '../../../../../src/domain/programme/catalogue.ts';
import { parseYearData, rawYearData, type YearData } from '../../../../../src/domain/programme/year-data.ts';
import { textAt } from '../../../../../src/domain/form/answers/typed-texts.ts';
import type { MeasureKey } from '../../../../../src/domain/programme/programme.ts';
import { answer, type Answers } from '../../../../support/answer.ts';
import { fileSession } from '../../../../support/file-session.ts';
import { label, showInPane, type ShownView } from '../../../../support/pane-view.tsx';
import { TOWN_YEARS } from '../../../../support/small-town.ts';
import { district, districtPlan } from '../../../../support/plans-2565.ts';
import { programme, roster } from '../../../../support/report-2565.ts';
import { ANSWERS, withPart } from '../../../../support/changed-parts.ts';

const codec = createXlsxCodec();
let blank: Uint8Array;

beforeAll(async () => {
  blank = await codec.encode(districtPlan);
});

interface Subject extends ShownView {
  readonly session: Session;
  /** What stands in the workbook for the first measure, so many columns right of its status. */
  readonly written: (columns: number) => string;
}

async function open(bytes: Uint8Array = blank, catalogue = builtInCatalogue): Promise<Subject> {
  const session = fileSession({ bytes, catalogue });
  await session.start();
  const view = showInPane(<AnswerView session={session} openFiles={createChosenFiles} openDrop={createDroppedFiles} />);
  const written = (columns: number): string => {
    const { content } = checkOf(session.state)!.result;
    const status = answerLocations(content).get('1.1.1' as MeasureKey)!;
    return textAt(content, { ...status, column: status.column + columns });
  };
  return { ...view, session, written };
}

const opened = async (answers: Answers): Promise<Subject> => open(await answer(codec, blank, answers));
const result = (): HTMLElement => screen.getByLabelText('ผลการดำเนินการ');
/** The heading of the measure, below that of the contact person. */
const measure = (): HTMLElement => screen.getAllByRole('heading', { level: 3 }).at(-1)!;
const status = (): HTMLElement => screen.getByLabelText('สถานะ');
const click = async ({ person }: Subject, name: string): Promise<void> =>
  person.click(screen.getByRole('button', { name }));

describe('the form for answers', () => {
  it('shows one measure with a field for each kind of answer', async () => {
    await open();
    expect(measure().textContent).toMatch(/^๑\. ประชาสัมพันธ์คู่มือ/);
    expect(screen.getAllByRole('textbox').map((box) => (box as HTMLTextAreaElement).labels[0]?.textContent)).toEqual([
      'ผลการดำเนินการ',
      'วันที่',
      'หลักฐานหรือลิงก์',
      'หมายเหตุ',
    ]);
    expect(status()).toHaveProperty('value', '');
    expect(result().getAttribute('aria-describedby')).not.toBeNull();
  });

  it('goes on with the measure that is shown where its sheet gets another name', async () => {
    const { session } = await open();
    const measures = answerForm(checkOf(session.state)!.result.content, { programme, roster, agency: district });
    const shown = renderHook(({ now }) => useMeasure(session, now), { initialProps: { now: measures } });
    act(() => shown.result.current[1](9));
    const { sheet: old } = measures[9]!;
    shown.rerender({ now: measures.map((one) => (one.sheet === old ? { ...one, sheet: 'ชื่อใหม่' } : one)) });
    expect(shown.result.current[0]).toBe(9);
  });

  it('shows with a measure what the office asks for and the answer of last year', async () => {
    const [last, now] = TOWN_YEARS.map(({ data }) => data);
    const of = (data: YearData) => data.roster.agencies.find(({ code }) => code === '03')!;
    const blankOf = (data: YearData, past?: PastYear) =>
      codec.encode(planAgencyWorkbook(data.programme, of(data), { created: '2025-01-15T02:00:00Z', past }));
    const answered = await answer(codec, await blankOf(last!), { '1.1.1': { result: 'ประกาศแล้วในปีก่อน' } });
    const raw = rawYearData(now!);
    const asked = JSON.parse(JSON.stringify(raw), (field, value: unknown) =>
      field === 'measures' ? (value as object[]).map((one) => ({ ...one, asks: 'คำสั่ง', hint: 'บอกจำนวนคน' })) : value,
    ) as typeof raw;
    const year = parseYearData(asked).value!;
    const bytes = await blankOf(year, pastYearIn(await codec.decode(answered)));
    const catalogue = { ...builtInCatalogue, ofId: () => year, ofYear: () => year };
    await open(bytes, catalogue);
    expect(screen.getByText(label('answer-asks', { text: 'คำสั่ง' }))).toBeTruthy();
    expect(screen.getByText(label('answer-advice', { text: 'บอกจำนวนคน' }))).toBeTruthy();
    expect(screen.getByText(/ประกาศแล้วในปีก่อน/)).toBeTruthy();
  });

  it('writes a text when the person leaves its field, and a status at once', async () => {
    const subject = await open();
    await subject.person.type(result(), ' แจ้ง เวียน');
    expect(result()).toHaveProperty('value', ' แจ้ง เวียน');
    expect(subject.written(1)).toBe('');
    await subject.person.tab();
    await waitFor(() => expect(subject.written(1)).toBe(' แจ้ง เวียน'));
    await subject.person.selectOptions(status(), 'อยู่ระหว่างดำเนินการ');
    await waitFor(() => expect(subject.written(0)).toBe('อยู่ระหว่างดำเนินการ'));
  });

  it('keeps a status that is none of the list until another one is chosen', async () => {
    const subject = await opened({ '1.1.1': { status: 'ทำแล้ว' } });
    expect(status()).toHaveProperty('value', 'ทำแล้ว');
    expect(screen.getByRole('option', { name: label('answer-as-written', { text: 'ทำแล้ว' }) })).toBeTruthy();
    await subject.person.selectOptions(status(), 'ดำเนินการแล้ว');
    await waitFor(() => expect(subject.written(0)).toBe('ดำเนินการแล้ว'));
  });

  it('tells beside the field what a rule finds while it is being typed, and repairs it', async () => {
    const subject = await open();
    await subject.person.type(result(), 'เเจ้งเวียน');
    const found = document.getElementById(result().getAttribute('aria-describedby')!.split(' ').at(-1)!)!;
    await waitFor(() => expect(found.textContent).toMatch(/สระแอ/));
    expect(subject.written(1)).toBe('');
    await subject.person.tab();
    await click(subject, label('fix-cell', { cell: 'ผลการดำเนินการ' }));
    await waitFor(() => expect(subject.written(1)).toBe('แจ้งเวียน'));
    await waitFor(() => expect(found.textContent).not.toMatch(/สระแอ/));
  });

  it('goes to the next measure and to the next without an answer, and says which it is', async () => {
    const subject = await opened({ '1.1.2': { status: 'ดำเนินการแล้ว', result: 'แล้ว' } });
    await click(subject, label('answer-next'));
    const heading = measure();
    expect(heading.textContent).toMatch(/^๒\./);
    expect(document.activeElement).toBe(heading);
    const measures = screen.getByLabelText(label('answer-measure'));
    expect(within(measures).getAllByRole('option')[1]!.textContent).toMatch(/\(กรอกแล้ว\)$/);
    await click(subject, label('answer-next-missing'));
    expect(measure().textContent).toMatch(/^๓\./);
    await click(subject, label('answer-previous'));
    expect(result()).toHaveProperty('value', 'แล้ว');
  });

  it('goes to another issue', async () => {
    const { person } = await open();
    const issues = screen.getByLabelText(label('answer-issue'));
    const second = within(issues).getAllByRole('option')[1]!;
    await person.selectOptions(issues, second);
    expect(
      screen.getByText(new RegExp(label('answer-place', { number: 1, total: 1 }).slice(0, 8))).textContent,
    ).toMatch(/^๒\)/);
  });

  it('shows the field that another part of the pane asks for', async () => {
    const { session } = await open();
    const { content } = checkOf(session.state)!.result;
    const third = answerLocations(content).get('1.1.3' as MeasureKey)!;
    act(() => session.answers.goTo(third));
    await waitFor(() => expect(measure().textContent).toMatch(/^๓\./));
    await waitFor(() => expect(document.activeElement).toBe(status()));
    expect(session.state.wanted).toBeUndefined();
  });

  it('adds a cell for another paragraph', async () => {
    const subject = await opened({ '1.1.1': { result: 'หนึ่ง' } });
    await click(subject, label('answer-add', { field: 'ผลการดำเนินการ' }));
    const second = screen.getByLabelText(label('answer-nth', { field: 'ผลการดำเนินการ', number: 2 }));
    await subject.person.type(second, 'สอง');
    await subject.person.tab();
    await waitFor(() => expect(subject.session.state.typed).toEqual([]));
    expect(second).toHaveProperty('value', 'สอง');
    expect(screen.queryByRole('button', { name: label('answer-add', { field: 'ผลการดำเนินการ' }) })).toBeNull();
  });

  it('shows a formula as it stands, with the reason why it cannot be changed here', async () => {
    // In the row of the first measure, in the column of the result.
    const formula = withPart(blank, ANSWERS, (xml) =>
      xml.replace(/<c r="F6"([^>]*)\/>/, '<c r="F6"$1 t="str"><f>1+1</f><v>2</v></c>'),
    );
    await open(formula);
    const group = screen.getByRole('group', { name: label('answer-nth', { field: 'ผลการดำเนินการ', number: 1 }) });
    expect(group.textContent).toContain(label('fixed-formula'));
    expect(within(group).queryByRole('textbox')).toBeNull();
    expect(screen.getByLabelText(label('answer-nth', { field: 'ผลการดำเนินการ', number: 2 }))).toHaveProperty(
      'value',
      '',
    );
  });

  it('has the contact person, with what is missing beside each field', async () => {
    const subject = await open();
    await click(subject, label('answer-contact'));
    const name = screen.getByLabelText(label('contact-name'));
    await subject.person.type(name, 'นางสาวสมใจ ใจดี');
    await subject.person.tab();
    await waitFor(() => expect(subject.session.state.typed).toEqual([]));
    expect(name).toHaveProperty('value', 'นางสาวสมใจ ใจดี');
    const phone = screen.getByLabelText(label('contact-phone'));
    expect(document.getElementById(phone.getAttribute('aria-describedby')!)!.textContent).not.toBe('');
    expect(document.getElementById(name.getAttribute('aria-describedby')!)!.textContent).toBe('');
  });

  it('shows a text whose cell is gone, until the person throws it away', async () => {
    const subject = await open();
    act(() => {
      const gone = { sheet: 'ลบแล้ว', row: 5, column: 5, answers: '9.9.9 result', text: '' };
      subject.session.answers.type(gone, 'พิมพ์ไว้');
    });
    await act(() => subject.session.answers.keep());
    expect(screen.getByText(label('answer-homeless', { text: 'พิมพ์ไว้' }))).toBeTruthy();
    await click(subject, label('answer-forget'));
    expect(subject.session.state.typed).toEqual([]);
    expect(screen.queryByText(label('answer-homeless', { text: 'พิมพ์ไว้' }))).toBeNull();
  });

  it('undoes the last field and makes it again', async () => {
    const subject = await open();
    await subject.person.type(result(), 'ก');
    await subject.person.tab();
    await waitFor(() => expect(subject.written(1)).toBe('ก'));
    await click(subject, label('undo-last', { count: 1 }));
    await waitFor(() => expect(result()).toHaveProperty('value', ''));
    await click(subject, label('redo-last', { count: 1 }));
    await waitFor(() => expect(result()).toHaveProperty('value', 'ก'));
  });
});
