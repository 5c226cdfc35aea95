import fc from 'fast-check';
import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { foldDigits } from '../../../src/domain/text/digits.ts';
import { convertDigits, type Digits } from '../../../src/domain/text/thai-digits.ts';
import { describeRemark } from '../../../src/domain/messages/describe-remark.ts';
import { describeDifference } from '../../../src/domain/messages/message.ts';
import { planMasterWorkbook } from '../../../src/domain/master/plan/master-workbook.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { patchOf, undoChanges } from '../../../src/domain/conversion/changes.ts';
import { asBackup } from '../../../src/domain/master/backup-sheets.ts';
import { planConversion, type ConversionOptions } from '../../../src/domain/conversion/plan-conversion.ts';
import { readAgencyWorkbook } from '../../../src/domain/form/read/read-agency-workbook.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import { sortSwaps } from '../../../src/domain/conversion/undo-record.ts';
import { consolidate } from '../../support/consolidate.ts';
import { convertedContent } from '../../support/converted-content.ts';
import { anyText } from '../../support/digit-texts.ts';
import { contentOfPlan } from '../../support/plan-content.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../support/report-builders.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../../support/small-programme.ts';

const PROFILE = builtInDigitProfile();

function workbook(cells: readonly Partial<CellContent>[], sheet: Partial<SheetContent> = {}): WorkbookContent {
  const placed = cells.map((cell, row): CellContent => ({ row, column: 0, kind: 'text', text: '', ...cell }));
  return {
    sheets: [{ name: 'ก', state: 'visible', cells: placed, merges: [], ...sheet }],
    properties: new Map(),
    definedNames: [],
    font: 'TH SarabunPSK',
  };
}

function plan(content: WorkbookContent, options: Partial<ConversionOptions> = {}) {
  return planConversion(content, { to: 'thai', profile: PROFILE, keepsRuns: true, ...options });
}

describe('the plan of a conversion', () => {
  it('rewrites texts, with their changes and kept tokens', () => {
    expect(plan(workbook([{ text: 'ปี 2565 (COVID-19)' }])).changes).toEqual([
      {
        kind: 'text',
        sheet: 'ก',
        row: 0,
        column: 0,
        before: 'ปี 2565 (COVID-19)',
        after: 'ปี ๒๕๖๕ (COVID-19)',
        changes: [{ offset: 3, length: 4, before: '2565', after: '๒๕๖๕', reason: 'number' }],
        preserved: [{ offset: 9, length: 8, text: 'COVID-19', reason: 'latin-token' }],
      },
    ]);
  });

  it('gives numbers and dates a format and never a new value', () => {
    const content = workbook([
      { kind: 'number', text: '1,234', format: '#,##0' },
      { kind: 'number', text: '5' },
      { kind: 'date', text: '17/2/2565', format: 'd/m/yyyy' },
      { kind: 'number', text: '๕', format: 't0' },
    ]);
    expect(plan(content).changes).toEqual([
      { kind: 'format', sheet: 'ก', row: 0, column: 0, before: '#,##0', after: '[$-D00041E]#,##0', text: '1,234' },
      { kind: 'format', sheet: 'ก', row: 1, column: 0, before: 'General', after: '[$-D00041E]General', text: '5' },
      {
        kind: 'format',
        sheet: 'ก',
        row: 2,
        column: 0,
        before: 'd/m/yyyy',
        after: '[$-D07041E]d/m/yyyy',
        text: '17/2/2565',
      },
    ]);
    expect(plan(content, { to: 'arabic' }).changes).toEqual([
      { kind: 'format', sheet: 'ก', row: 3, column: 0, before: 't0', after: '0', text: '๕' },
    ]);
  });

  it('remembers which built-in format a cell had, because its code differs from system to system', () => {
    const [change] = plan(workbook([{ kind: 'date', text: '17/2/2565', format: 'm/d/yyyy', builtIn: 14 }])).changes;
    expect(change).toMatchObject({ before: 'm/d/yyyy', builtIn: 14 });
    const [plain] = plan(workbook([{ kind: 'number', text: '5', format: '0' }])).changes;
    expect(plain).not.toHaveProperty('builtIn');
  });

  it('keeps the calendar of a date that was typed with a Buddhist year', () => {
    const date = { kind: 'date', text: '15/3/2565', format: 'd/m/yyyy', typedInBuddhistEra: true } as const;
    expect(plan(workbook([date])).changes.map(({ after }) => after)).toEqual(['[$-D00041E]d/m/yyyy']);
  });

  it.each<[string, Partial<CellContent>, Partial<SheetContent>, Partial<ConversionOptions>]>([
    ['formula', { text: '2565', formula: '2500+65' }, {}, {}],
    ['formula', { text: '=A1-543', formula: 'A1-543' }, {}, {}],
    ['formula', { text: '2565', kind: 'number', formula: '2500+65' }, {}, {}],
    ['error', { text: '#DIV/0!', kind: 'error' }, {}, {}],
    ['locked', { text: '2565' }, { protected: true }, {}],
    ['locked', { text: '2565', kind: 'number' }, { protected: true }, {}],
    ['outside-selection', { text: '2565' }, {}, { selection: [{ sheet: 'ข' }] }],
    [
      'outside-selection',
      { text: '2565' },
      {},
      { selection: [{ sheet: 'ก', range: { top: 1, left: 0, bottom: 9, right: 9 } }] },
    ],
    ['outside-selection', { text: 'www.a1.th' }, {}, { selection: [{ sheet: 'ข' }] }],
    ['mixed-looks', { text: '2565', runs: [{ start: 0 }, { start: 2, bold: true }] }, {}, { keepsRuns: false }],
    ['all-preserved', { text: 'www.a1.th' }, {}, {}],
    ['no-such-format', { text: '2565', kind: 'number', format: '@' }, {}, {}],
    ['no-such-format', { text: '2565', kind: 'number', format: '0', shownFormat: null }, {}, {}],
  ])('leaves a cell alone and says why: %s', (reason, cell, sheet, options) => {
    const { changes, skipped } = plan(workbook([cell], sheet), options);
    expect([changes, skipped.map((one) => [one.reason, one.text])]).toEqual([[], [[reason, cell.text]]]);
    const kept = skipped.flatMap((one) => one.preserved.map(({ text }) => text));
    expect(kept).toEqual(/[A-Za-z]\d/.test(cell.text ?? '') ? [cell.text] : []);
  });

  it.each<[string, Partial<CellContent>, Partial<SheetContent>, Partial<ConversionOptions>]>([
    ['an unlocked cell of a protected sheet', { text: '1', unlocked: true }, { protected: true }, {}],
    [
      'a cell in the selection',
      { text: '1' },
      {},
      { selection: [{ sheet: 'ก', range: { top: 0, left: 0, bottom: 0, right: 0 } }] },
    ],
    ['a cell in one of several selections', { text: '1' }, {}, { selection: [{ sheet: 'ข' }, { sheet: 'ก' }] }],
    ['text of one look where runs would be lost', { text: '1' }, {}, { keepsRuns: false }],
    ['rich text whose runs are kept', { text: '12', runs: [{ start: 0 }, { start: 1 }] }, {}, {}],
  ])('takes %s', (_, cell, sheet, options) => {
    expect(plan(workbook([cell], sheet), options).changes).toHaveLength(1);
  });

  it('takes the cells of a range up to its edges, and none beside it', () => {
    const lattice = [0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3].map((column) => ({ row, column, text: '1' })));
    const range = { top: 1, left: 1, bottom: 2, right: 2 };
    const { changes } = plan(workbook(lattice), { selection: [{ sheet: 'ก', range }] });
    expect(changes.map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ]);
  });

  it('leaves backup sheets alone, unless they are selected or shown', () => {
    const sheet = asBackup({ name: 'ก', state: 'visible' });
    const changesOf = (shown: Partial<SheetContent>, options: Partial<ConversionOptions> = {}) =>
      plan(workbook([{ text: 'ปี 2565' }], { ...sheet, ...shown }), options).changes;
    expect(plan(workbook([{ text: 'ปี 2565' }], sheet))).toMatchObject({ changes: [], skipped: [] });
    expect(changesOf({}, { selection: [{ sheet: sheet.name }] })).toHaveLength(1);
    expect(changesOf({ state: 'visible' })).toHaveLength(1);
    expect(changesOf({ name: 'ก' })).toHaveLength(1);
  });

  it('converts the words of the master report and has nothing to say of the codes and places beside them', () => {
    const answered = submissionOf('11', { '1.1.1': { results: ['ปี 2565'], notes: ['เลขที่ 12'] } });
    const master = contentOfPlan(
      planMasterWorkbook(consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [resultOf(answered)]), {
        created: '2027-06-01T00:00:00Z',
        describe: (remark) => describeRemark(remark, 'th'),
        describeDifference: (difference) => describeDifference(difference, 'th'),
        describeRule: (code) => code,
      }),
    );
    const { changes, skipped } = plan(master);
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      ['โรงเรียนวัดเหนือ : ปี 2565', 'โรงเรียนวัดเหนือ : ปี ๒๕๖๕'],
    ]);
    expect(skipped).toEqual([]);
  });

  it('says nothing of cells without digits, or with none but those that are asked for', () => {
    const { changes, skipped } = plan(workbook([{ text: 'ก' }, { text: '๒๕๖๕' }, { text: 'TRUE', kind: 'boolean' }]));
    expect([changes, skipped]).toEqual([[], []]);
  });

  it('says nothing of hidden tokens', () => {
    const { changes, skipped } = plan(workbook([{ text: 'ita:row=a-๑/๑/๕๐๑๙/๕.๒.๓' }]), { to: 'arabic' });
    expect([changes, skipped]).toEqual([[], []]);
  });

  it('finds the fonts that draw ASCII digits as Thai ones', () => {
    const content = workbook([
      { text: '2565', font: 'TH SarabunIT๙' },
      { text: '๒๕๖๕', font: 'TH SarabunIT๙' },
      { text: '2565', runs: [{ start: 0 }, { start: 1, font: 'TH NiramitIT๙' }] },
      { text: '2565' },
      { text: '#DIV/0!', kind: 'error', font: 'TH SarabunIT๙' },
      { text: '2565', font: 'TH Sarabun it 9' },
      { text: '2565', font: 'IT9 Mono' },
      { text: '2565', font: 'ITCentury9' },
    ]);
    expect(plan(content).fontTraps.map(({ row, font }) => [row, font])).toEqual([
      [0, 'TH SarabunIT๙'],
      [2, 'TH NiramitIT๙'],
      [5, 'TH Sarabun it 9'],
    ]);
    const { font, ...withoutFont } = workbook([{ text: '1' }]);
    expect(font).toBeDefined();
    expect(plan(withoutFont).fontTraps).toEqual([]);
    expect(plan({ ...workbook([{ text: '1' }]), font: 'TH SarabunIT๙' }).fontTraps).toHaveLength(1);
  });

  it('becomes patches that keep runs', () => {
    const content = workbook([{ text: '2' }, { text: '3', kind: 'number', format: '0' }]);
    expect(plan(content).changes.map(patchOf)).toEqual([
      { sheet: 'ก', row: 0, column: 0, text: '๒', keepRuns: true },
      { sheet: 'ก', row: 1, column: 0, format: '[$-D00041E]0' },
    ]);
  });
});

describe('undoing a conversion', () => {
  const contents = fc
    .array(
      fc.oneof(
        anyText.map((text) => ({ text })),
        fc.nat().map((value) => ({ kind: 'number' as const, text: String(value) })),
      ),
    )
    .map((cells) => workbook(cells.filter(({ text }) => text !== '')));

  it('gives back every text and format, and is itself undone by the changes', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom<Digits>('thai', 'arabic'), (content, to) => {
        const { changes } = plan(content, { to });
        const converted = convertedContent(content, changes);
        const undo = undoChanges(changes);
        expect(sortSwaps(undo, converted)).toEqual({ ready: undo, stale: [] });
        const back = convertedContent(converted, undo).sheets[0]?.cells;
        expect(back?.map(({ text, format = 'General' }) => [text, format])).toEqual(
          content.sheets[0]?.cells.map(({ text, format = 'General' }) => [text, format]),
        );
        expect(changes).toMatchObject(undoChanges(undo));
      }),
    );
  });

  it('leaves cells that were changed since', () => {
    const content = workbook([{ text: 'ปี 1' }, { text: 'ปี 2' }, { text: 'ปี 3' }]);
    const undo = undoChanges(plan(content).changes);
    const since = workbook([{ text: 'ปี ๑' }, { text: 'ปี ๒ แก้' }, { text: 'ปี ๓', formula: 'A1' }]);
    const { ready, stale } = sortSwaps(undo, since);
    expect([ready.map(({ row }) => row), stale.map(({ row }) => row)]).toEqual([[0], [1, 2]]);
  });

  it('takes back the formats with t that version 1.0.0 wrote', () => {
    const content = workbook([{ kind: 'number', text: '๕', format: 't0' }]);
    const undo = [{ sheet: 'ก', row: 0, column: 0, kind: 'format', before: 't0', after: 'General' }] as const;
    expect(sortSwaps(undo, content)).toEqual({ ready: undo, stale: [] });
    expect(plan(content).changes).toEqual([]);
  });

  it('leaves cells that were emptied since', () => {
    const undo = undoChanges(plan(workbook([{ text: 'ปี 1' }])).changes);
    expect(sortSwaps(undo, workbook([]))).toEqual({ ready: [], stale: undo });
  });

  it('has nothing to do with cells that are as they were before', () => {
    const content = workbook([{ text: 'ปี 1' }]);
    expect(sortSwaps(undoChanges(plan(content).changes), content)).toEqual({ ready: [], stale: [] });
  });
});

describe("an agency's workbook", () => {
  const agency = smallAgency('02');
  const blank = contentOfPlan(planAgencyWorkbook(SMALL_PROGRAMME, agency, { created: '2027-05-01T00:00:00Z' }));
  const read = (content: WorkbookContent) =>
    readAgencyWorkbook(content, { file: 'a.xlsx', programme: SMALL_PROGRAMME, roster: SMALL_ROSTER });
  const answers = fc.array(
    fc.record({
      sheet: fc.nat(2),
      row: fc.integer({ min: 5, max: 9 }),
      column: fc.integer({ min: 4, max: 8 }),
      text: anyText.filter((text) => text.trim() !== '' && !text.includes('ita:')),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it.each<Digits>(['thai', 'arabic'])('reads the same after a conversion, in %s digits, protected or not', (to) => {
    fc.assert(
      fc.property(answers, fc.boolean(), (typed, isProtected) => {
        const content = {
          ...blank,
          sheets: blank.sheets.map((sheet, index) => filled(sheet, index, typed, isProtected)),
        };
        const { changes } = plan(content, { to });
        const before = read(content);
        const after = read(convertedContent(content, changes));
        expect(JSON.parse(foldDigits(JSON.stringify(after)))).toEqual(JSON.parse(foldDigits(JSON.stringify(before))));
      }),
    );
  });

  it('needs no conversion of its own words, and has nothing to mention but its formulas', () => {
    const { changes, skipped } = plan(blank);
    expect([changes, new Set(skipped.map(({ reason }) => reason))]).toEqual([[], new Set(['formula'])]);
  });

  function filled(
    sheet: SheetContent,
    index: number,
    typed: readonly { sheet: number; row: number; column: number; text: string }[],
    isProtected: boolean,
  ): SheetContent {
    const cells = new Map(sheet.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
    for (const { row, column, text } of typed.filter((one) => one.sheet === index)) {
      cells.set(`${row} ${column}`, { row, column, kind: 'text', text, unlocked: true });
    }
    const sorted = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
    const { name, state, merges } = sheet;
    return { name, state, merges, cells: sorted, ...(isProtected ? { protected: true } : {}) };
  }
});

it('converts a cell as it converts the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const [change] = plan(workbook(text === '' ? [] : [{ text }])).changes;
      expect(change?.after ?? text).toBe(convertDigits(text, 'thai', PROFILE).text);
    }),
  );
});
