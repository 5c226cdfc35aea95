import { cellAt } from '../support/cells.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import type { Problem } from '../../src/domain/diagnostics/problem.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { UnreadableWorkbook, type Unreadable } from '../../src/usecases/ports/workbook-codec.ts';
import { MAX_ANSWER_CELLS, readWorkbook, readWorkbookFile } from '../../src/usecases/read-workbook.ts';
import { isUnreadable } from '../../src/usecases/unreadable.ts';
import { answer } from '../support/answer.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';

const codec = createXlsxCodec();
const context = { file: '/in/a.xlsx', programme: SMALL_PROGRAMME, roster: SMALL_ROSTER };
const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-05-01T00:00:00Z' });

describe('reading a workbook', () => {
  it('gives the answers in it', async () => {
    const bytes = await answer(codec, await codec.encode(plan), {
      '1.1.2': { result: 'จัดแล้ว', status: 'ดำเนินการแล้ว' },
    });
    const { submissions, problems } = await readWorkbook(codec, bytes, context);
    expect(problems).toEqual([]);
    expect(submissions).toMatchObject([
      {
        agency: '02',
        file: '/in/a.xlsx',
        entries: [{ measure: '1.1.2', status: { id: 'done' }, paragraphs: [{ text: 'จัดแล้ว' }] }],
      },
    ]);
  });

  it.each<[string, Uint8Array, Problem['code']]>([
    ['no byte', new Uint8Array(), 'file-empty'],
    ['zeros alone', new Uint8Array(4096), 'file-empty'],
    ['some text', new TextEncoder().encode('สวัสดี'), 'file-not-workbook'],
    ['an old .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'file-old-format'],
  ])('says what is wrong with %s', async (_, bytes, code) => {
    const { submissions, problems } = await readWorkbook(codec, bytes, context);
    expect(submissions).toEqual([]);
    expect(problems).toMatchObject([{ code, file: '/in/a.xlsx' }]);
    expect(problems.every(isUnreadable)).toBe(true);
  });

  it('never throws for a workbook that was cut off or changed anywhere', async () => {
    const whole = await codec.encode(plan);
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 25)) {
      const changed = whole.slice();
      changed.fill(0xff, at, at + 8);
      expect((await readWorkbook(codec, whole.subarray(0, at), context)).problems).toHaveLength(1);
      const { submissions, problems } = await readWorkbook(codec, changed, context);
      expect(submissions.length + problems.length).toBeGreaterThan(0);
    }
  });

  it.each<[Unreadable, Problem]>([
    [{ reason: 'empty' }, { code: 'file-empty', file: '/in/a.xlsx' }],
    [{ reason: 'not-workbook' }, { code: 'file-not-workbook', file: '/in/a.xlsx' }],
    [{ reason: 'rights-managed' }, { code: 'file-rights-managed', file: '/in/a.xlsx' }],
    [{ reason: 'encrypted' }, { code: 'file-encrypted', file: '/in/a.xlsx' }],
    [{ reason: 'old-format' }, { code: 'file-old-format', file: '/in/a.xlsx' }],
    [
      { reason: 'other-format', format: 'ods' },
      { code: 'file-other-format', file: '/in/a.xlsx', format: 'ods' },
    ],
    [
      { reason: 'damaged', damage: 'reference', cell: cellAt('B2') },
      { code: 'file-damaged', file: '/in/a.xlsx', sheet: 'ก', cell: cellAt('B2'), damage: 'reference', detail: 'fact' },
    ],
    [
      { reason: 'too-large', limit: 'cells', most: 3 },
      { code: 'file-too-large', file: '/in/a.xlsx', sheet: 'ก', limit: 'cells', most: 3 },
    ],
  ])('has a problem for what the codec calls $reason', async (why, problem) => {
    const refusing = { decode: () => Promise.reject(new UnreadableWorkbook(why, 'fact', { sheet: 'ก' })) };
    expect(await readWorkbook(refusing, new Uint8Array(), context)).toEqual({ submissions: [], problems: [problem] });
  });

  it('leaves out an extra sheet with more cells than any answer has, and says so', async () => {
    const content = contentOfPlan(plan);
    const cells = Array.from({ length: MAX_ANSWER_CELLS }, (_, row) => ({
      row,
      column: 0,
      kind: 'text' as const,
      text: 'ก',
    }));
    const list = { name: 'ลงเวลา', state: 'visible' as const, cells, merges: [] };
    const decode = () => Promise.resolve({ ...content, sheets: [list, ...content.sheets] });
    const { submissions, problems } = await readWorkbook({ decode }, new Uint8Array(), context);
    expect(submissions).toMatchObject([{ agency: '02' }]);
    expect(problems).toMatchObject([{ code: 'sheet-too-large', agency: '02', sheet: 'ลงเวลา', limit: 'cells' }]);
  });

  it('takes a fault of the program on a strange file for a damaged file', async () => {
    const failing = { decode: () => Promise.reject(new TypeError('x is undefined')) };
    const { problems } = await readWorkbook(failing, new Uint8Array(), context);
    expect(problems).toEqual([
      { code: 'file-damaged', file: '/in/a.xlsx', damage: 'unforeseen', detail: 'TypeError: x is undefined' },
    ]);
  });

  it('keeps details short, on one line and free of what a terminal obeys', async () => {
    const detail = `xl/\u001b[2J\u202e\n${'😀'.repeat(1000)}`;
    const refusing = {
      decode: () => Promise.reject(new UnreadableWorkbook({ reason: 'damaged', damage: 'xml' }, detail)),
    };
    const { problems } = await readWorkbook(refusing, new Uint8Array(), context);
    expect(problems).toMatchObject([{ detail: `xl/ [2J ${'😀'.repeat(112)}…` }]);
  });

  it('names the file that is not there, and why', async () => {
    const result = await readWorkbookFile({ codec, files: createMemoryStore() }, context);
    expect(result).toEqual({
      submissions: [],
      problems: [{ code: 'file-unreadable', file: '/in/a.xlsx', detail: 'ENOENT' }],
    });
  });

  it('lets a fault of the store that is no file fault through', async () => {
    const files = { read: () => Promise.reject(new Error('out of memory')) };
    await expect(readWorkbookFile({ codec, files }, context)).rejects.toThrow('out of memory');
  });
});
