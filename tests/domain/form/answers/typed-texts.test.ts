import {
  contentWithTyped,
  afterWriting,
  typedFault,
  unwritten,
  placeTyped,
  writtenText,
  textAt,
  typedAt,
  withTyped,
} from '../../../../src/domain/form/answers/typed-texts.ts';
import type { SheetContent, WorkbookContent } from '../../../../src/domain/spreadsheet/content.ts';

const at = { sheet: 'a', row: 5, column: 5, answers: '1.1.1 result' };
const below = { ...at, row: 6 };

function contentOf(cells: SheetContent['cells'], more: Partial<SheetContent> = {}): WorkbookContent {
  return {
    sheets: [{ name: 'a', state: 'visible', merges: [], cells, ...more }],
    properties: new Map(),
    definedNames: [],
  };
}

describe('texts that a person has typed', () => {
  it('keep what stood in the cell when the person began', () => {
    const typed = withTyped(withTyped([], { ...at, text: 'เดิม' }, 'เดิม ๑'), { ...at, text: 'เดิม ๑' }, 'เดิม ๑๒');
    expect(typed).toEqual([{ ...at, before: 'เดิม', text: 'เดิม ๑๒' }]);
    expect(typedAt(typed, at)).toBe(typed[0]);
    expect(typedAt(typed, below)).toBeUndefined();
  });

  it('go on from what was written meanwhile, and are gone once they stand in their cells', () => {
    const typed = [
      { ...at, before: '', text: 'ก' },
      { ...below, before: 'ข', text: 'ขคง' },
    ];
    const written = [typed[0]!, { ...below, before: 'ข', text: 'ขค' }];
    const after = afterWriting(typed, written);
    expect(after).toEqual([typed[0], { ...below, before: 'ขค', text: 'ขคง' }]);
    const cells = written.map(({ row, column, text }) => ({ row, column, kind: 'text' as const, text }));
    expect(unwritten(after, contentOf(cells))).toEqual([after[1]]);
  });

  it('are none where the cell holds the same again', () => {
    expect(withTyped(withTyped([], { ...at, text: 'เดิม' }, 'ใหม่'), { ...at, text: 'เดิม' }, 'เดิม')).toEqual([]);
  });

  it('follow the cell of their answer where rows were moved, and stay with the person where there is none', () => {
    const [one, other] = [
      { ...at, before: 'ก', text: 'กข' },
      { ...at, row: 9, answers: '1.1.2 note', before: '', text: 'ค' },
    ];
    const cells = [
      { ...at, text: '', answers: '1.1.0 result' },
      { ...at, row: 7, text: 'ก' },
    ];
    expect(placeTyped([one, other], cells)).toEqual({ placed: [{ ...one, row: 7 }], unplaced: [other] });
    expect(placeTyped([one], [{ ...at, text: 'อื่น' }]).placed).toEqual([one]);
    expect(placeTyped([one], [{ ...at, row: 7, text: 'ก', fixed: 'link' as const }]).unplaced).toEqual([one]);
    expect(typedAt([one], { ...at, answers: '1.1.0 result' })).toBeUndefined();
  });

  it('clear the cell where nothing but space is left, and end lines as Excel does', () => {
    expect(writtenText({ text: ' \n ' })).toBe('');
    expect(writtenText({ text: ' ก\r\nข\rค' })).toBe(' ก\nข\nค');
  });

  it.each([
    ['is longer than a cell holds', { before: '', text: 'ก'.repeat(32_768) }, 'too-long'],
    ['has more lines than a cell holds', { before: '', text: '\n'.repeat(254) }, 'too-many-lines'],
    ['takes the place of another text than the person saw', { before: 'ที่เห็น', text: 'ใหม่' }, 'changed-meanwhile'],
    ['fits', { before: '', text: 'ก\n'.repeat(253) }, undefined],
  ])('tell whether one %s', (_, typed, fault) => {
    expect(typedFault({ ...at, ...typed }, contentOf([]))).toBe(fault);
  });

  it('stand in their cells in the content as it will be, and all else as it was', () => {
    const content = contentOf(
      [
        { row: 5, column: 4, kind: 'text', text: 'สถานะ', unlocked: true },
        { row: 6, column: 5, kind: 'text', text: 'เดิม', unlocked: true, font: 'Sarabun' },
        { row: 7, column: 5, kind: 'number', text: '7' },
      ],
      { protected: true },
    );
    const typed = [
      { ...below, before: 'เดิม', text: 'แก้' },
      { ...at, before: '', text: 'ใหม่' },
      { ...at, row: 5, column: 4, before: 'สถานะ', text: '' },
    ];
    expect(contentWithTyped(content, typed).sheets[0]!.cells).toEqual([
      { row: 5, column: 5, kind: 'text', text: 'ใหม่', unlocked: true },
      { row: 6, column: 5, kind: 'text', text: 'แก้', unlocked: true, font: 'Sarabun' },
      { row: 7, column: 5, kind: 'number', text: '7' },
    ]);
    expect(contentWithTyped(content, [])).toBe(content);
    expect(textAt(content, below)).toBe('เดิม');
    expect(textAt(content, at)).toBe('');
  });
});
