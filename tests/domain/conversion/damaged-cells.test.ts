import type { ConversionPlan, SkippedCell, TextChange } from '../../../src/domain/conversion/changes.ts';
import { damagedCells, withoutDamaged } from '../../../src/domain/conversion/damaged-cells.ts';
import type { UnreadPart, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';

const workbook = (...unread: readonly UnreadPart[]): WorkbookContent => ({
  sheets: [],
  properties: new Map(),
  definedNames: [],
  ...(unread.length > 0 && { unread }),
});

const XML = { reason: 'damaged', damage: 'xml' } as const;
const damage: UnreadPart = {
  holds: 'place',
  why: XML,
  detail: '',
  sheet: 'ก',
  cell: { row: 4, column: 2 },
  text: 'ปี 2565',
};

const location = { sheet: 'ก', row: 4, column: 2 };
const damaged: SkippedCell = { ...location, text: 'ปี 2565', reason: 'unreadable', preserved: [] };

describe('the damaged cells of a workbook', () => {
  it('are those whose place the file tells, with their text', () => {
    const { text, ...silent } = damage;
    expect(text).toBeDefined();
    expect(damagedCells(workbook(damage))).toStrictEqual([damaged]);
    expect(damagedCells(workbook(silent))).toStrictEqual([{ ...damaged, text: '' }]);
    expect(damagedCells(workbook())).toEqual([]);
  });

  it('are told where comments are lost beside them, which hold no cell', () => {
    expect(damagedCells(workbook({ holds: 'comments', why: XML, detail: '', sheet: 'ก' }, damage))).toEqual([damaged]);
  });

  it.each<[string, UnreadPart]>([
    ['all cells of a sheet', { holds: 'cells', why: XML, detail: '', sheet: 'ก' }],
    ['all cells from one on', { ...damage, holds: 'cells' }],
    ['a place without a sheet', { holds: 'place', why: XML, detail: '', cell: { row: 1, column: 1 } }],
    ['a place without a cell', { holds: 'place', why: XML, detail: '', sheet: 'ก' }],
  ])('are none where more than single cells is lost: %s', (_, part) => {
    expect(damagedCells(workbook(part))).toEqual([]);
    expect(damagedCells(workbook(damage, part))).toEqual([]);
  });
});

describe('a plan without damaged cells', () => {
  const change = (at: Partial<TextChange> = {}): TextChange => ({
    ...location,
    kind: 'text',
    before: '1',
    after: '๑',
    changes: [],
    preserved: [],
    ...at,
  });
  const elsewhere = [{ sheet: 'ข' }, { row: 5 }, { column: 3 }];

  it('neither changes nor skips them for another reason, but says that they cannot be read', () => {
    const others = elsewhere.map((at) => change(at));
    const skipped = elsewhere.map((at): SkippedCell => ({ ...damaged, reason: 'formula', ...at }));
    const plan: ConversionPlan = {
      to: 'thai',
      changes: [change(), ...others],
      skipped: [{ ...damaged, reason: 'formula' }, ...skipped],
      fontTraps: [],
    };
    expect(withoutDamaged(plan, [damaged])).toStrictEqual({
      to: 'thai',
      changes: others,
      skipped: [...skipped, damaged],
      fontTraps: [],
    });
  });
});
