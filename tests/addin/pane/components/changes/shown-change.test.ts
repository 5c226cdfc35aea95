import { applyEdits } from '../../../../../src/domain/text/edits.ts';
import { builtInDigitProfile } from '../../../../../src/domain/programme/catalogue.ts';
import type { SheetContent } from '../../../../../src/domain/spreadsheet/content.ts';
import { planConversion } from '../../../../../src/domain/conversion/plan-conversion.ts';
import {
  locationKey,
  shownConversion,
  type ShownChange,
} from '../../../../../src/addin/pane/components/changes/shown-change.ts';

const sheet: SheetContent = {
  name: 'ก',
  state: 'visible',
  merges: [],
  cells: [
    { row: 0, column: 0, kind: 'text', text: 'รวม 1,250 บาท ดูที่ https://a.go.th/1' },
    { row: 1, column: 0, kind: 'number', text: '1,250', format: '#,##0' },
  ],
};
const shown = (): readonly ShownChange[] => {
  const { changes, to } = planConversion(
    { properties: new Map(), definedNames: [], sheets: [sheet] },
    { to: 'thai', profile: builtInDigitProfile(), keepsRuns: true },
  );
  return changes.map((change) => shownConversion(change, to));
};

describe('a change that is shown before it is made', () => {
  it('is that of the text, or of what a number looks like while its value stays', () => {
    const [text, number] = shown();
    expect(applyEdits(text!.text, text!.edits)).toBe('รวม ๑,๒๕๐ บาท ดูที่ https://a.go.th/1');
    expect(text).toMatchObject({ isLookOnly: false, preserved: [{ text: 'https://a.go.th/1' }] });
    expect(applyEdits(number!.text, number!.edits)).toBe('๑,๒๕๐');
    expect(number).toMatchObject({ isLookOnly: true });
  });

  it('is known by its cell', () => {
    expect(new Set(shown().map(locationKey)).size).toBe(2);
    expect(locationKey({ sheet: '1 ก', row: 2, column: 3 })).not.toBe(locationKey({ sheet: 'ก', row: 2, column: 31 }));
  });
});
