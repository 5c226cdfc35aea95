import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { paragraphsOf } from '../../src/domain/text/paragraphs.ts';
import { answerLocations } from '../../src/domain/form/read/answer-locations.ts';
import type { MeasureKey } from '../../src/domain/programme/programme.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { checkOpened } from '../../src/usecases/check-open-workbook.ts';
import { collectAnswers } from '../../src/usecases/collect-answers.ts';
import { totalOf } from '../../src/domain/submissions/coverage.ts';
import { mapRows } from '../../src/addin/pane/components/master/measure-map.ts';
import { check, type CheckedFile } from '../../src/usecases/check.ts';
import { checkContent } from '../../src/usecases/check-content.ts';
import { created, districtPlan } from '../support/plans-2565.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { programme, roster } from '../support/report-2565.ts';

const codec = createXlsxCodec();
const later = '2022-05-01T00:00:00.000Z';
/** The status of the first measure; its result is beside it. */
const first = answerLocations(contentOfPlan(districtPlan)).get('1.1.1' as MeasureKey)!;
const { sheet } = first;
const PASTED = ['- จัดอบรม 2 ครั้ง', '- ออกประกาศ', '- ประชุม\u200bคณะทำงาน', '- เผยแพร่คู่มือ', '- ติดตามผล'];
const REPAIRED = ['- จัดอบรม ๒ ครั้ง', '- ออกประกาศ', '- ประชุมคณะทำงาน', '- เผยแพร่คู่มือ', '- ติดตามผล'];

/** The workbook of a district with paragraphs pasted from the first result downwards. */
async function pasted(texts: readonly string[], status = 'ดำเนินการแล้ว'): Promise<Uint8Array> {
  const results = texts.map((text, index) => ({ sheet, row: first.row + index, column: first.column + 1, text }));
  return codec.patch(await codec.encode(districtPlan), [{ ...first, text: status }, ...results]);
}

async function checked(
  bytes: Uint8Array,
  fixInto?: string,
): Promise<{ file: CheckedFile; files: Map<string, Uint8Array> }> {
  const files = new Map([['/in/5019.xlsx', bytes]]);
  const ports = { codec, files: createMemoryStore(files), clock: { now: () => later }, progress: () => undefined };
  const outcome = await check(ports, { programme, roster, paths: ['/in'], ...(fixInto && { fixInto }) });
  return { file: (outcome as Extract<typeof outcome, { kind: 'checked' }>).files[0]!, files };
}

async function resultsIn(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly string[]>> {
  const content = await codec.decode(bytes);
  const [submission] = checkContent(content, { programme, roster, file: '' }).submissions;
  return new Map(submission!.entries.map(({ measure, paragraphs }) => [measure, paragraphs.map(({ text }) => text)]));
}

describe('five paragraphs pasted at one cell of a workbook', () => {
  it('are found, and the measures that they run over are not asked for a status', async () => {
    const { file } = await checked(await pasted(PASTED));
    const codes = file.remarks.filter(({ sheet: name }) => name === sheet).map(({ code }) => code);
    expect(codes.filter((code) => code === 'result-spilt')).toHaveLength(1);
    expect(codes).not.toContain('status-missing');
    expect(file.ready).toBe(false);
  });

  it('stand under their measure in the fixed copy, every character of them, and are repaired there', async () => {
    const bytes = await pasted(PASTED);
    const { file, files } = await checked(bytes, '/out');
    const copy = files.get('/out/5019.xlsx')!;
    expect(file.moves.map(({ from }) => from.length)).toEqual([3]);
    expect(file.remarks.map(({ code }) => code)).not.toContain('result-spilt');
    expect(await resultsIn(copy)).toEqual(new Map([['1.1.1', REPAIRED]]));
    expect(files.get('/in/5019.xlsx')).toEqual(bytes);
    const both = createMemoryStore(new Map([...files].map(([path, data]) => [`/both${path}`, data])));
    const collected = await collectAnswers(
      { codec, files: both, progress: () => undefined },
      { programme, roster, paths: ['/both'] },
    );
    const { consolidation } = collected as Extract<typeof collected, { kind: 'collected' }>;
    const superseded = consolidation.problems.find(({ code }) => code === 'submission-superseded');
    expect(superseded).toMatchObject({ file: '/both/in/5019.xlsx', usedFile: '/both/out/5019.xlsx', isOrigin: true });
    const again = await checked(copy, '/out');
    expect([again.file.moves, again.file.changes]).toEqual([[], []]);
  });

  it('are moved whole: the cell that takes them has all their paragraphs in order', async () => {
    const { moves } = checkContent(await codec.decode(await pasted(PASTED)), { programme, roster, file: '' });
    const [target, ...emptied] = moves[0]!.changes;
    expect([...paragraphsOf(target!.text)].map(({ text }) => text)).toEqual(PASTED.slice(1));
    expect(emptied.map(({ before, text }) => [before, text])).toEqual(PASTED.slice(2).map((text) => [text, '']));
  });
});

describe('the number of cells that a fix would change', () => {
  it('has the cells of a move that leaves no doubt, each once', async () => {
    expect((await checked(await pasted(PASTED))).file).toMatchObject({ fixable: 5, moves: [], changes: [] });
  });

  it('has none of a move that a person has to decide', async () => {
    const unsure = REPAIRED.map((text) => text.slice(2));
    const { file, files } = await checked(await pasted(unsure, ''), '/out');
    expect(file.remarks.map(({ code }) => code)).toContain('result-spilt');
    expect([file.fixable, files.has('/out/5019.xlsx')]).toEqual([0, false]);
  });
});

describe('the measures that pasted paragraphs run over', () => {
  it('are not counted as answered, in the open workbook and in the report, which has every paragraph', async () => {
    const bytes = await pasted(PASTED);
    const open = checkOpened(await codec.decode(bytes), { programme, roster });
    const files = createMemoryStore(new Map([['/in/5019.xlsx', bytes]]));
    const ports = { codec, files, progress: () => undefined };
    const collected = await collectAnswers(ports, { programme, roster, paths: ['/in'] });
    const { consolidation } = collected as Extract<typeof collected, { kind: 'collected' }>;
    const coverage = consolidation.agencies.find(({ agency }) => agency === '5019')!;
    expect(totalOf(coverage.issues.values()).answered).toBe(1);
    expect(coverage.issues).toEqual(open.coverage[0]!.issues);
    expect(mapRows(consolidation).find(({ agency }) => agency === '5019')).toMatchObject({ answered: 1 });
    const paragraphs = consolidation.measures.flatMap((measure) => measure.paragraphs.map(({ text }) => text));
    expect(paragraphs).toEqual(PASTED);
  });
});

describe('a move', () => {
  it('is left to the person where a cell has rich text or is locked', async () => {
    const content = await codec.decode(await pasted(PASTED));
    const withLast = (change: object) => ({
      ...content,
      sheets: content.sheets.map((one) =>
        one.name === sheet
          ? {
              ...one,
              cells: one.cells.map((cell) => (cell.text === PASTED.at(-1) ? { ...cell, ...change } : cell)),
            }
          : one,
      ),
    });
    const movesOf = (change: object) => {
      const { findings, moves } = checkContent(withLast(change), { programme, roster, file: '' });
      return [findings.filter(({ code }) => code === 'result-spilt').length, moves.length];
    };
    expect(movesOf({})).toEqual([1, 1]);
    expect(movesOf({ unlocked: undefined })).toEqual([1, 0]);
    expect(movesOf({ runs: [{ text: PASTED.at(-1) }] })).toEqual([1, 0]);
  });

  it('is never made in a copy where only a person can tell', async () => {
    const { file } = await checked(await pasted(PASTED, ''), '/out');
    expect(file.remarks.map(({ code }) => code)).toContain('result-spilt');
    expect([file.moves, file.copy?.isWritten]).toEqual([[], true]);
  });

  it('carries the time of the copy', async () => {
    const { files } = await checked(await pasted(PASTED), '/out');
    expect((await codec.decode(files.get('/out/5019.xlsx')!)).savedAt).toBe(later);
    expect(created).not.toBe(later);
  });
});
