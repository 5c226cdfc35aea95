import { entriesOf } from '../../../../src/domain/form/read/collect-entries.ts';
import type { Answer } from '../../../../src/domain/form/read/read-issue-sheet.ts';
import type { MeasureKey } from '../../../../src/domain/programme/programme.ts';
import { SMALL_PROGRAMME } from '../../../support/small-programme.ts';

const DONE = 'ดำเนินการแล้ว';

/** What is made of answers, each given by its measure, its column, its text and, where it matters, its sheet. */
function collected(...lines: (readonly [string, Answer['column'], string, string?])[]) {
  const answers = lines.map(([measure, column, text, sheet = '๑'], row) => ({
    measure: measure as MeasureKey,
    column,
    text,
    sheet,
    cell: { row, column: 5 },
  }));
  return entriesOf(answers, SMALL_PROGRAMME);
}

describe('the answers of a workbook', () => {
  it('are one entry a measure, in the order of the report, whatever the order of its sheets', () => {
    const keys = ['3.1.1', '1.1.2', '2.2.1', '1.1.1', '2.1.1', '1.1.2'];
    const { entries, problems } = collected(...keys.map((key) => [key, 'result', key] as const));
    expect(entries.map(({ measure, paragraphs }) => [measure, paragraphs.length])).toEqual([
      ['1.1.1', 1],
      ['1.1.2', 2],
      ['2.1.1', 1],
      ['2.2.1', 1],
      ['3.1.1', 1],
    ]);
    expect(problems).toEqual([]);
  });

  it.each<[Answer['column'], string]>([
    ['status', DONE],
    ['result', 'ประกาศแล้ว'],
    ['date', '๑ ม.ค. ๒๕๗๐'],
    ['evidence', 'หนังสือเวียน'],
    ['note', 'ครบ'],
  ])('are an entry even if the only one is its %s, which keeps its text and its cell', (column, text) => {
    const source = { text, sheet: '๑', cell: { row: 0, column: 5 } };
    const { entries, problems } = collected(['1.1.1', column, text]);
    expect(entries).toStrictEqual([
      {
        measure: '1.1.1',
        ...(column === 'status' && { status: { id: 'done', ...source } }),
        paragraphs: column === 'result' ? [source] : [],
        dates: column === 'date' ? [source] : [],
        evidence: column === 'evidence' ? [source] : [],
        notes: column === 'note' ? [source] : [],
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('are none where the only one is a status that nobody knows; it is a problem with its text', () => {
    const { entries, problems } = collected(['1.1.1', 'status', 'เสร็จ']);
    expect(entries).toEqual([]);
    expect(problems).toMatchObject([{ code: 'status-unknown', measure: '1.1.1', text: 'เสร็จ', sheet: '๑' }]);
  });

  it('have the first status; another one is a problem, and the same one again is none', () => {
    const { entries, problems } = collected(
      ['1.1.1', 'status', DONE],
      ['1.1.1', 'status', 'ไม่เกี่ยวข้อง'],
      ['1.1.1', 'status', ` ${DONE}`],
    );
    expect(entries).toMatchObject([{ status: { id: 'done', cell: { row: 0 } } }]);
    expect(problems).toMatchObject([
      { code: 'status-twice', usedText: DONE, text: 'ไม่เกี่ยวข้อง', cell: { row: 1, column: 5 } },
    ]);
  });
});

describe('a text that is there more than once', () => {
  it('counts each time on one sheet', () => {
    const { entries } = collected(['1.1.1', 'result', 'อบรมแล้ว'], ['1.1.1', 'result', 'อบรมแล้ว']);
    expect(entries[0]!.paragraphs).toHaveLength(2);
  });

  it('counts as often as on the first sheet that has it where the sheet was copied, and spacing tells nothing', () => {
    const { entries } = collected(
      ['1.1.1', 'result', 'อบรม แล้ว', '๑'],
      ['1.1.1', 'result', 'อบรม แล้ว', '๑'],
      ['1.1.1', 'result', 'อบรมแล้ว', 'สำเนา'],
      ['1.1.1', 'result', 'ใหม่', 'สำเนา'],
      ['1.1.1', 'note', 'อบรม แล้ว', 'สำเนา'],
    );
    const places = ({ text, sheet }: { readonly text: string; readonly sheet: string }) => `${sheet}: ${text}`;
    expect(entries[0]!.paragraphs.map(places)).toEqual(['๑: อบรม แล้ว', '๑: อบรม แล้ว', 'สำเนา: ใหม่']);
    expect(entries[0]!.notes.map(places)).toEqual(['สำเนา: อบรม แล้ว']);
  });
});
