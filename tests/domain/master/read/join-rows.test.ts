import fc from 'fast-check';
import { RESULT_ROOMS } from '../../../../src/domain/master/plan/report-paragraphs.ts';
import { fitCell } from '../../../../src/domain/master/plan/layout.ts';
import { joinRows, type ResultRow } from '../../../../src/domain/master/read/join-rows.ts';
import type { MeasureKey } from '../../../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../../../src/domain/programme/roster.ts';

const measure = '1.1.1' as MeasureKey;

/** Rows one below the other that come from one cell, as two paragraphs of it do. */
function rowsOf(texts: readonly string[]): readonly ResultRow[] {
  const sources = [{ agency: '02' as AgencyCode, file: '02.xlsx', sheet: 'ก', cell: { row: 3, column: 5 } }];
  return texts.map((text, row) => ({
    measure,
    text,
    place: row,
    sources,
    location: { sheet: '๑', row, column: 3 },
    state: '',
  }));
}

function joined(texts: readonly string[]): readonly string[] {
  return (joinRows(rowsOf(texts), false).get(measure) ?? []).map(({ text }) => text);
}

const WORDS = ['จัดอบรม', 'เจ้าหน้าที่', 'ให้ปฏิบัติตามระเบียบ', 'ว่าด้วยการจัดซื้อจัดจ้าง', '๒๕๖๕', 'ITA', 'โดยเคร่งครัด'];

/** A text of so many words. */
function text(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...WORDS), { minLength, maxLength }).map((words) => words.join(' '));
}

describe.each(RESULT_ROOMS.map((room) => [room.width, room] as const))(
  'rows without marks of a layout with room for %d digits',
  (_, room) => {
    it('are the paragraph that was divided over them', () => {
      fc.assert(
        fc.property(text(20, 400), (whole) => {
          expect(joined(fitCell(whole, room))).toEqual([whole]);
        }),
      );
    });

    it('get no blank where a text without any was cut', () => {
      const unspaced = text(20, 400).map((whole) => whole.replaceAll(' ', ''));
      fc.assert(
        fc.property(unspaced, (whole) => {
          expect(joined(fitCell(whole, room))).toEqual([whole]);
        }),
      );
    });

    it('are paragraphs of their own where the next would have fitted behind', () => {
      fc.assert(
        fc.property(text(1, 20), text(1, 400), (first, second) => {
          const pieces = fitCell(second, room);
          expect(joined([first, ...pieces])).toEqual([first, second]);
        }),
      );
    });
  },
);
