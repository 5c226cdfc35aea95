import fc from 'fast-check';
import { planConversion } from '../../../src/domain/conversion/plan-conversion.ts';
import { leaveUsedTexts } from '../../../src/domain/conversion/used-texts.ts';
import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { parseCellName } from '../../../src/domain/spreadsheet/address.ts';
import type { CellContent, DefinedName, SheetRule, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import type { Digits } from '../../../src/domain/text/thai-digits.ts';

/** Texts and formulas (with a leading `=`, then the value they show) by cell. */
type Cells = Readonly<Record<string, string | readonly [formula: string, shown: string]>>;

interface Book {
  readonly cells: Cells;
  readonly other?: Cells;
  readonly names?: readonly DefinedName[];
  readonly rules?: readonly Omit<SheetRule, 'sheet' | 'cells'>[];
  readonly locked?: readonly string[];
  readonly to?: Digits;
}

const NOWHERE = { top: 9, left: 9, bottom: 9, right: 9 };

function cellsOf(cells: Cells, locked: readonly string[] = []): readonly CellContent[] {
  return Object.entries(cells).map(([name, value]): CellContent => {
    const [formula, text] = typeof value === 'string' ? [undefined, value] : value;
    return {
      ...parseCellName(name)!,
      kind: 'text',
      text,
      ...(formula === undefined ? {} : { formula }),
      ...(locked.includes(name) ? {} : { unlocked: true as const }),
    };
  });
}

/** The texts that change, and those that stay because something uses them. */
function converted({ cells, other = {}, names = [], rules = [], locked, to = 'thai' }: Book) {
  const content: WorkbookContent = {
    sheets: [
      { name: 'ก', state: 'visible', merges: [], cells: cellsOf(cells, locked), ...(locked && { protected: true }) },
      { name: 'แผ่น B 2', state: 'visible', merges: [], cells: cellsOf(other) },
    ],
    properties: new Map(),
    definedNames: names,
  };
  const plan = planConversion(content, { to, profile: builtInDigitProfile(), keepsRuns: true });
  const users = { content, rules: rules.map((rule) => ({ sheet: 'ก', cells: [NOWHERE], ...rule })) };
  const { changes, skipped } = leaveUsedTexts(plan, users);
  return {
    changed: changes.map(({ before }) => before),
    left: skipped.filter(({ reason }) => reason === 'used-text').map(({ text }) => text),
  };
}

describe('a text on which a formula depends', () => {
  it.each<[string, Cells]>([
    ['is compared with one in the formula', { A1: 'ข้อ 1', B1: ['IF(A1="ข้อ 1",1,0)', '1'] }],
    ['is compared in other letters', { A1: 'Item ข้อ 1', B1: ['IF(A1="ITEM ข้อ 1",1,0)', '1'] }],
    ['is compared by way of another cell', { A1: 'ข้อ 1', C1: ['A1', 'ข้อ 1'], B1: ['C1="ข้อ 1"', 'TRUE'] }],
    ['is counted', { A1: 'ปี 2565', B1: ['COUNTIF(A:A,"ปี 2565")', '1'] }],
    ['is counted by a criterion with a sign', { A1: 'ปี 2565', B1: ['COUNTIF(A:A,"<>ปี 2565")', '0'] }],
    ['is looked up', { A1: 'ปี 2565', B1: ['VLOOKUP("ปี 2565",A:C,2,FALSE)', 'x'] }],
    ['is looked up by a newer function', { A1: 'ปี 2565', B1: ['_xlfn.XLOOKUP("ปี 2565",A:A,C:C)', 'x'] }],
    ['is matched', { A1: 'ปี 2565', B1: ['MATCH("ปี 2565",A1:A9,0)', '1'] }],
    ['is in an array', { A1: 'ปี 2565', B1: ['SUM(COUNTIF(A:A,{"ปี 2564","ปี 2565"}))', '1'] }],
    ['has quotation marks', { A1: 'ปี "2565"', B1: ['A1="ปี ""2565"""', 'TRUE'] }],
    ['is a number typed as text', { A1: '2565', B1: ['IF(A1="2565",1,0)', '1'] }],
    ['is counted by a wildcard', { A1: 'อบรมปี 2565 รุ่นแรก', B1: ['COUNTIF(A:A,"*ปี 2565*")', '1'] }],
    ['is counted by what two texts make', { A1: 'ปี 2565', C1: ['2565', '2565'], B1: ['COUNTIF(A:A,"ปี "&C1)', '1'] }],
    ['is looked up by a number as text', { A1: '2565', B1: ['MATCH(TEXT(2565,"0"),A:A,0)', '1'] }],
    ['is searched', { A1: 'อบรมปี 2565 แล้ว', B1: ['ISNUMBER(SEARCH("2565",A1))', 'TRUE'] }],
    ['is searched by its beginning', { A1: 'ปี 2565 ครั้งแรก', B1: ['LEFT(A1,7)="ปี 2565"', 'TRUE'] }],
    ['is searched by its end', { A1: 'ครั้งแรก ปี 2565', B1: ['RIGHT(A1,7)="ปี 2565"', 'TRUE'] }],
    ['is searched by its middle', { A1: 'รุ่นปี 2565 แรก', B1: ['MID(A1,5,7)="ปี 2565"', 'TRUE'] }],
    ['has a part that is replaced', { A1: 'อบรมปี 2565', B1: ['SUBSTITUTE(A1,"2565","")', 'อบรมปี '] }],
    ['has a part that is found by a pattern', { A1: 'อบรมปี 2565', B1: ['_xlfn.REGEXTEST(A1,"2565")', 'TRUE'] }],
    ['is compared without the blanks around it', { A1: ' ปี 2565 ', B1: ['TRIM(A1)="ปี 2565"', 'TRUE'] }],
    ['is compared with one that has blanks', { A1: 'ปี 2565', B1: ['COUNTIF(A:A,"= ปี 2565 ")', '0'] }],
    ['is counted by an order', { A1: 'ปี 2565', B1: ['COUNTIF(A:A,">=ปี 2565")', '1'] }],
    ['is counted by a sign and a wildcard', { A1: 'อบรม ปี 2565', B1: ['COUNTIF(A:A,"<*ปี 2565")', '1'] }],
    ['is looked up by a number joined to nothing', { A1: '2565', B1: ['LOOKUP(CONCAT(2565),A:A)', '1'] }],
    ['is compared with what a formula makes', { A1: 'ปี 2565', C1: ['"ปี "&D1', 'ปี 2565'], B1: ['A1=C1', 'TRUE'] }],
    ['is compared with what a function gives', { A1: 'ปี 2565', C1: ['UPPER(D1)', 'ปี 2565'], B1: ['A1=C1', 'TRUE'] }],
    ['is compared with what is calculated', { A1: '2565', C1: ['D1+1', '2565'], B1: ['MATCH(C1,A:A,0)', '1'] }],
    ['is a number with a sign that is calculated with', { A1: '-1,250.50', B1: ['A1*2', '-2501'] }],
    ['is a share that is calculated with', { A1: ' 12% ', B1: ['A1*2', '0.24'] }],
    ['is a date that is calculated with', { A1: '1/2/2565', B1: ['A1+1', '1'] }],
    ['is taken for a number', { A1: '12', B1: ['VALUE(A1)', '12'] }],
    ['is calculated with', { A1: '12', B1: ['A1*2', '24'] }],
    ['is the name of a sheet', { A1: 'แผ่น B 2', B1: [`INDIRECT("'"&A1&"'!B2")`, 'x'] }],
  ])('stays where it %s', (_, cells) => {
    const { changed, left } = converted({ cells });
    expect([changed, left]).toEqual([[], [typeof cells.A1 === 'string' ? cells.A1 : '']]);
  });

  it('stays whatever sheet the formula or the text is on', () => {
    const formula = ['COUNTIF(\'แผ่น b 2\'!A:A,"*2565*")', '1'] as const;
    const { changed, left } = converted({
      cells: { A1: 'ปี 2565', B1: formula },
      other: { A1: 'ปี 2565', B1: 'ปี 2564' },
    });
    expect([changed, left]).toEqual([['ปี 2565', 'ปี 2564'], ['ปี 2565']]);
  });

  it('stays where a defined name has it, or names the cells in which a formula looks', () => {
    const names = [
      { name: 'ปีนี้', refersTo: '"ปี 2565"' },
      { name: 'คำตอบ', refersTo: "'แผ่น B 2'!$A$1:$A$2" },
    ];
    const cells = { A1: 'ปี 2565', A2: 'ปี 2564', B1: ['COUNTIF(คำตอบ,"*รุ่น 1*")', '1'] } as const;
    const { changed, left } = converted({ cells, other: { A1: 'อบรมรุ่น 1 แล้ว', A3: 'รุ่น 1 และรุ่น 2' }, names });
    expect([changed, left]).toEqual([
      ['ปี 2564', 'รุ่น 1 และรุ่น 2'],
      ['ปี 2565', 'อบรมรุ่น 1 แล้ว'],
    ]);
  });

  it('stays where a list of choices has it as an item, or is taken from its cell', () => {
    const cells = { A1: 'ไตรมาส 1', A2: 'ไตรมาส 2', A3: 'ไตรมาส 3', B1: 'ไตรมาส 2', C1: 'ไตรมาส 4' };
    const rules = [
      { isList: true, formula: '"ไตรมาส 3, ไตรมาส 5"' },
      { isList: true, formula: '$A$1:$A$2' },
    ];
    expect(converted({ cells, rules })).toEqual({
      changed: ['ไตรมาส 4'],
      left: ['ไตรมาส 1', 'ไตรมาส 2', 'ไตรมาส 3', 'ไตรมาส 2'],
    });
    const names = [{ name: 'ไตรมาส', refersTo: 'ก!$A$1:$A$2' }];
    expect(converted({ cells, names, rules: [{ isList: true, formula: 'ไตรมาส' }] })).toMatchObject({
      changed: ['ไตรมาส 3', 'ไตรมาส 4'],
    });
  });

  it('stays where a rule of its cell looks for a part of it', () => {
    const rule = { sheet: 'ก', cells: [{ top: 0, left: 0, bottom: 9, right: 0 }], isList: false };
    const rules = [{ ...rule, formula: 'NOT(ISERROR(SEARCH("ปี 2565",A1)))' }];
    const cells = { A5: 'อบรมปี 2565 แล้ว', B5: 'อบรมปี 2565 แล้ว' };
    expect(converted({ cells, rules })).toEqual({ changed: ['อบรมปี 2565 แล้ว'], left: ['อบรมปี 2565 แล้ว'] });
  });

  it('stays where it must be equal to one that stays', () => {
    const cells = { A1: 'ปี 2565', A2: 'ปี 2564', B1: 'ปี 2565', C1: ['MATCH(B1,A:A,0)', '1'], D1: 'ปี 2565' } as const;
    expect(converted({ cells })).toEqual({ changed: ['ปี 2565', 'ปี 2564', 'ปี 2565', 'ปี 2565'], left: [] });
    expect(converted({ cells, locked: ['B1'] })).toEqual({ changed: ['ปี 2564', 'ปี 2565'], left: ['ปี 2565'] });
  });

  it('stays in Thai digits too', () => {
    const cells = { A1: 'ข้อ ๑', A2: 'ข้อ ๒', B1: ['IF(A1="ข้อ ๑",1,0)', '1'] } as const;
    expect(converted({ cells, to: 'arabic' })).toEqual({ changed: ['ข้อ ๒'], left: ['ข้อ ๑'] });
  });

  it.each<[string, Cells]>([
    ['only shown by the formula', { A1: 'ปี 2565', B1: ['A1', 'ปี 2565'] }],
    ['beside one in which a part is looked for', { A1: 'รุ่น 3', B1: ['COUNTIF(A:A,"*รุ่น 4*")', '0'] }],
    ['only joined to another text', { A1: 'ปี 2565', B1: ['"สรุป "&A1', 'สรุป ปี 2565'] }],
    ['one of several that are counted', { A1: 'ปี 2565', B1: ['COUNTA(A:A)', '1'] }],
    ['compared with the empty text', { A1: 'ปี 2565', B1: ['IF(A1<>"",1,0)', '1'] }],
    ['compared with one without digits', { A1: 'ปี 2565', B1: ['IF(A1="ปี",1,0)', '0'] }],
    ['longer than the one it is compared with', { A1: 'ปี 2565', B1: ['IF(C1="ปี 25",1,0)', '0'] }],
    ['beside cells that are calculated with', { A1: '12', B1: ['A2*2+A10-1', '0'] }],
    ['no number in a cell that is calculated with', { A1: 'ข้อ 12', B1: ['A1*2', '#VALUE!'] }],
    ['a number with its unit', { A1: '12 คน', B1: ['A1*2', '#VALUE!'] }],
    ['counted beside a text that only looks like a part', { A1: 'รุ่น 3', B1: ['COUNTIF(A:A,"รุ่น")', '0'] }],
    ['compared with a cell that only shows it', { A1: 'ปี 2565', B1: ['A1', 'ปี 2565'], C1: ['MATCH(B1,A:A,0)', '1'] }],
    ['in a name of a sheet only', { A1: 'แผ่น B 2', B1: ["'แผ่น B 2'!C1", 'x'] }],
  ])('is converted where it is %s', (_, cells) => {
    expect(converted({ cells })).toMatchObject({ changed: [typeof cells.A1 === 'string' ? cells.A1 : ''] });
  });

  // Every formula with every cell would be 3.6 thousand million comparisons, which no test may take.
  it('is found without comparing every formula with every cell', () => {
    const count = 60_000;
    const formulas = [
      (row: number) => `IF(A${row}="ข้อ ${row}",1,0)`,
      (row: number) => `COUNTIF($A$1:A${row},"*ข้อ ${row}*")`,
      (row: number) => `COUNTIF(A:A,"ปี ${row}")`,
      (row: number) => `SEARCH("${row}",D${row})*C${row}`,
    ];
    const cells: CellContent[] = Array.from({ length: count }, (_, row) => [
      { row, column: 0, kind: 'text' as const, text: `ปี ${row + 1}` },
      { row, column: 1, kind: 'number' as const, text: '1', formula: formulas[row % formulas.length]!(row + 1) },
    ]).flat();
    const content: WorkbookContent = {
      sheets: [{ name: 'ก', state: 'visible', merges: [], cells }],
      properties: new Map(),
      definedNames: [],
    };
    const plan = planConversion(content, { to: 'thai', profile: builtInDigitProfile(), keepsRuns: true });
    const { changes } = leaveUsedTexts(plan, { content, rules: [] });
    expect(changes.length).toBeLessThan(plan.changes.length);
  });

  it('never changes, whatever stands around its formula', () => {
    const functions = fc.constantFrom('COUNTIF(A:A,#)', 'IF(A1=#,1,0)', '(#=A1)', 'MATCH(#,A:A,0)', 'IF(TRUE,#,"")');
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.nat(9_999), functions, (word, number, formula) => {
        const text = `ปี ${number} ${word.replace(/[@.:/\\*?~<>=]/g, '')}`.trimEnd();
        const literal = `"${text.replaceAll('"', '""')}"`;
        const { changed } = converted({ cells: { A1: text, B1: [formula.replace('#', () => literal), 'x'] } });
        expect(changed).toEqual([]);
      }),
    );
  });
});
