import fc from 'fast-check';
import { joinLines, splitLines } from '../../../src/domain/year-workbook/lines.ts';
import { misprintLine, parseMisprintLine } from '../../../src/domain/year-workbook/misprint-lines.ts';

const text = fc.string({
  unit: fc.constantFrom('ก', ' ', '"', '\n', '→', '(', ')', ':', '-', '>', 'a'),
  minLength: 1,
  maxLength: 8,
});

describe('a list in one cell', () => {
  it('gives back every text that it was made of', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        expect(splitLines(joinLines(texts))).toEqual(texts);
      }),
    );
  });

  it('is read as a person types it, who may use quotes and leave lines blank', () => {
    expect(splitLines('สำนัก ก\n\n  “ข”  \r\n"ค"')).toEqual(['สำนัก ก', '“ข”', '"ค"']);
  });
});

describe('a suspected misprint', () => {
  it('is read back from its line', () => {
    const misprint = fc.record(
      { field: fc.constantFrom('text' as const, 'responsible' as const), printed: text, likely: text, note: text },
      { requiredKeys: ['field', 'printed', 'likely'] },
    );
    fc.assert(
      fc.property(misprint, (one) => {
        expect(parseMisprintLine(misprintLine(one))).toEqual(one);
      }),
    );
  });

  it('may be typed with an arrow of two signs', () => {
    expect(parseMisprintLine('ผู้รับผิดชอบ:สำนักงานคลัง -> สำนักการคลัง')).toEqual({
      field: 'responsible',
      printed: 'สำนักงานคลัง',
      likely: 'สำนักการคลัง',
    });
  });

  it.each(['', 'ชำราชการ', 'ข้อความ: ก', 'เรื่อง: ก → ข', 'ข้อความ: ก → ข → ค'])('is no other text: %s', (line) => {
    expect(parseMisprintLine(line)).toBeUndefined();
  });
});
