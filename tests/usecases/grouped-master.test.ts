import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { GROUPED_WORD, STATE_WORDS } from '../../src/domain/master/merge/states.ts';
import { GROUPS_SHEET } from '../../src/domain/master/sheet-names.ts';
import type { SheetContent } from '../../src/domain/spreadsheet/content.ts';
import { consolidate, type ConsolidatePorts, type ConsolidateRequest } from '../../src/usecases/consolidate.ts';
import { answer } from '../support/answer.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';
import { withoutProperties } from '../support/without-properties.ts';

const codec = createXlsxCodec();
const MASTER = '/out/m.xlsx';
const SAID = 'จัดประชุมชี้แจงคู่มือการปฏิบัติงานให้ข้าราชการและลูกจ้างทราบและถือปฏิบัติอย่างเคร่งครัด';
const TOLD = { '02': `กองคลังได้${SAID} มีผู้เข้าร่วม ๕๐ คน`, '03': `${SAID}แล้ว มีผู้เข้าร่วม ๖๐ คน` };

/** The files that agencies sent, and a consolidation of them. */
async function office(texts: Readonly<Record<string, string>>) {
  const files = new Map<string, Uint8Array>();
  const send = async (agency: string, result: string): Promise<void> => {
    const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency(agency), { created: '2027-05-01T00:00:00Z' });
    files.set(`/in/${agency}.xlsx`, await answer(codec, await codec.encode(plan), { '1.1.1': { result } }));
  };
  for (const [agency, text] of Object.entries(texts)) await send(agency, text);
  const ports: ConsolidatePorts = {
    codec,
    files: createMemoryStore(files),
    clock: { now: () => '2027-06-01T00:00:00.000Z' },
    progress: () => undefined,
  };
  const request = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER, paths: ['/in'], out: MASTER };
  const sheets = async () => (await codec.decode(files.get(MASTER)!)).sheets;
  return {
    files,
    send,
    run: (more: Partial<ConsolidateRequest> = {}) => consolidate(ports, { ...request, ...more }),
    texts: async (name?: string) =>
      (await sheets())
        .filter((sheet, index) => (name === undefined ? index === 1 : sheet.name === name))
        .flatMap(({ cells }: SheetContent) => cells.map(({ text }) => text)),
    edit: async (find: string, to: (text: string) => string): Promise<void> => {
      const sheet = (await sheets())[1]!;
      const { row, column, text } = sheet.cells.find((cell) => cell.text.includes(find))!;
      const change = { sheet: sheet.name, row, column, text: to(text) };
      files.set(MASTER, await codec.patch(files.get(MASTER)!, [change], '2027-06-02T00:00:00.000Z'));
    },
  };
}

const isGroup = (texts: readonly string[]): boolean => texts.includes(GROUPED_WORD);

describe('a master with similar answers', () => {
  it('prints them as one paragraph, says so beside it, and lists what each agency wrote', async () => {
    const { run, texts } = await office(TOLD);
    await run();
    const printed = await texts();
    expect(printed.filter((text) => text.includes(SAID))).toHaveLength(1);
    expect(isGroup(printed)).toBe(true);
    const listed = await texts(GROUPS_SHEET);
    expect(listed).toEqual(expect.arrayContaining([...Object.values(TOLD), 'กองคลัง', 'กองช่าง']));
    expect(listed).toEqual(expect.arrayContaining([expect.stringContaining('ข้อมูลเฉพาะ: “๖๐”')]));
  });

  it('has neither column nor list of them where there are none, or none are wanted', async () => {
    for (const [answers, more] of [
      [TOLD, { grouping: false }],
      [{ '02': 'ประกาศแล้ว', '03': 'จัดอบรมแล้ว' }, {}],
    ] as const) {
      const { run, texts } = await office(answers);
      await run(more);
      expect(isGroup(await texts())).toBe(false);
      expect(await texts(GROUPS_SHEET)).toEqual([]);
    }
  });

  it('stays as it is where a person has edited the paragraph and no answer is new', async () => {
    const { run, edit } = await office(TOLD);
    await run();
    await edit(SAID, (text) => text.replace('ชี้แจง', 'อธิบาย'));
    expect(await run()).toMatchObject({ isWritten: false, merge: { kind: 'same' } });
  });

  it('keeps the edited wording when a late agency says the same', async () => {
    const { run, edit, texts, send } = await office(TOLD);
    await run();
    await edit(SAID, (text) => text.replace('ชี้แจง', 'อธิบาย'));
    await send('12', `${SAID} มีผู้เข้าร่วม ๗๐ คน`);
    expect(await run()).toMatchObject({ isWritten: true, path: MASTER });
    const [paragraph, ...others] = (await texts()).filter((text) => text.includes('คู่มือการปฏิบัติงาน'));
    expect(others).toEqual([]);
    expect(paragraph).toContain('จัดประชุมอธิบายคู่มือ');
    expect(paragraph).toContain('๗๐');
    expect(await texts()).toContain(STATE_WORDS.review);
  });

  it.each([true, false])(
    'goes on as it began (grouped: %s), edited or not, with or without its properties',
    async (grouping) => {
      for (const [isEdited, hasProperties] of [
        [false, true],
        [true, true],
        [true, false],
      ]) {
        const { run, edit, texts, files, send } = await office(TOLD);
        await run({ grouping });
        if (isEdited) await edit(SAID, (text) => text.replace('ชี้แจง', 'อธิบาย'));
        if (!hasProperties) files.set(MASTER, withoutProperties(files.get(MASTER)!));
        await send('11', `${SAID} มีผู้เข้าร่วม ๗๐ คน`);
        await run();
        expect((await texts(GROUPS_SHEET)).length > 0).toBe(grouping);
      }
    },
  );

  it('changes its way where that is asked for, and loses no edit by it', async () => {
    const { run, edit, texts } = await office({ ...TOLD, '13': 'ประกาศแล้ว' });
    await run();
    await edit('ประกาศแล้ว', () => 'โรงเรียนบ้านกลาง : ออกประกาศเรียบร้อย');
    for (const [grouping, paragraphs] of [
      [false, 2],
      [true, 1],
    ] as const) {
      await run({ grouping });
      const printed = await texts();
      expect(printed).toContain('โรงเรียนบ้านกลาง : ออกประกาศเรียบร้อย');
      expect(printed.filter((text) => text.includes(SAID))).toHaveLength(paragraphs);
    }
  });
});
