import type { Problem } from '../../../src/domain/diagnostics/problem.ts';
import type { MeasureKey } from '../../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../../src/domain/programme/roster.ts';
import type { RuleSettings } from '../../../src/domain/programme/rule-settings.ts';
import { cellName } from '../../../src/domain/spreadsheet/address.ts';
import type { Entry, Submission } from '../../../src/domain/submissions/submission.ts';
import { validate } from '../../../src/domain/checks/validate.ts';
import { cellAt } from '../../support/cells.ts';
import { entryWith } from '../../support/checked-text.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, submissionOf } from '../../support/report-builders.ts';

const QUIET: RuleSettings = { 'answer-missing': false, 'contact-missing': false };
const SHEET = 'ประเด็น ๑';

/** The findings in entries of agency 11, with the whole texts of cells by their names. */
function found(
  entries: readonly Entry[],
  {
    cells = {},
    contact = {},
    problems = [],
    rules = {},
  }: {
    readonly cells?: Readonly<Record<string, string>>;
    readonly contact?: Submission['contact'];
    readonly problems?: readonly Problem[];
    readonly rules?: RuleSettings;
  } = {},
) {
  const submission = { ...submissionOf('11', {}, { contact }), entries };
  return validate(
    { submissions: [submission], problems },
    {
      programme: { ...REPORT_PROGRAMME, rules: { ...QUIET, ...rules } },
      roster: REPORT_ROSTER,
      cells: (_, cell) => cells[cellName(cell)],
    },
  );
}

const OF_FILE = { agency: '11', file: '11.xlsx' };

describe('a finding in a text', () => {
  it('names its place in the whole text of the cell, and so does its fix', () => {
    const cells = { F6: '  ประชุม\nปี 2565' };
    expect(found([entryWith('ประชุม\nปี 2565')], { cells })).toStrictEqual([
      {
        code: 'digits-arabic',
        severity: 'should',
        ...OF_FILE,
        sheet: SHEET,
        cell: cellAt('F6'),
        measure: '1.1.1',
        field: 'result',
        start: 12,
        end: 16,
        found: 'ปี 2565',
        suggestion: 'ปี ๒๕๖๕',
        facts: {},
        fix: { start: 12, end: 16, text: '๒๕๖๕' },
      },
    ]);
  });

  it('names its place among the paragraphs of the cell, a line each, where the whole text is not known', () => {
    const [finding] = found([entryWith('ประชุม\nปี 2565')]);
    expect(finding).toMatchObject({ start: 10, end: 14, fix: { start: 10, end: 14 } });
  });

  it('names its place where the same paragraph stands twice', () => {
    const text = 'ปี 2565\nปี 2565';
    expect(found([entryWith(text)], { cells: { F6: text } }).map(({ start }) => start)).toEqual([3, 11]);
  });

  it('names the field of the cover, and no measure, where it is about the contact person', () => {
    const name = { text: 'สม\u200bหญิง', sheet: 'ปก', cell: cellAt('C14') };
    expect(found([], { contact: { name }, cells: { C14: ' สม\u200bหญิง' } })).toStrictEqual([
      {
        code: 'invisible-characters',
        severity: 'may',
        ...OF_FILE,
        sheet: 'ปก',
        cell: cellAt('C14'),
        field: 'contact',
        contact: 'name',
        start: 3,
        end: 4,
        found: 'สม\u200bหญิง',
        suggestion: 'สมหญิง',
        facts: {},
        fix: { start: 3, end: 4, text: '' },
      },
    ]);
  });

  it('has no fix and no suggestion where the rule knows none', () => {
    const text = 'โทร ๐๘๑-๒๓๔-๕๖๗๘';
    expect(found([entryWith(text)], { cells: { F6: text } })).toStrictEqual([
      {
        code: 'personal-phone',
        severity: 'should',
        ...OF_FILE,
        sheet: SHEET,
        cell: cellAt('F6'),
        measure: '1.1.1',
        field: 'result',
        start: 4,
        end: 16,
        found: 'xxx-xxx-xxxx',
        facts: {},
      },
    ]);
  });
});

describe('a finding about what is not there', () => {
  it('names the cell beside which it is missing, and no text', () => {
    const rules = { 'evidence-missing': { measures: ['1.1.1'] } };
    expect(found([entryWith('ทำแล้ว', 'result', 'done')], { rules })).toStrictEqual([
      {
        code: 'evidence-missing',
        severity: 'should',
        ...OF_FILE,
        measure: '1.1.1',
        field: 'evidence',
        sheet: SHEET,
        cell: cellAt('E6'),
        found: '',
        facts: {},
      },
    ]);
  });
});

describe('evidence that is asked for', () => {
  const rules = { 'evidence-missing': { measures: ['1.1.1'] } };
  const shown = (...evidence: readonly string[]) =>
    found(
      [
        {
          ...entryWith('ทำแล้ว', 'result', 'done'),
          evidence: evidence.map((text, index) => ({ text, sheet: SHEET, cell: cellAt(`H${6 + index}`) })),
        },
      ],
      { rules },
    ).map(({ code, cell, found: text }) => [code, cell && cellName(cell), text]);

  it('is missing once where it is a dash, at the dash', () => {
    expect(shown('-')).toEqual([['evidence-missing', 'H6', '-']]);
    expect(shown('-', '…')).toEqual([['evidence-missing', 'H6', '-']]);
  });

  it('is there and says nothing where it is a phrase, and is enough where one text says something', () => {
    expect(shown('แนบแล้ว')).toEqual([['evidence-hollow', 'H6', 'แนบแล้ว']]);
    expect(shown('-', 'แนบแล้ว')).toEqual([['evidence-hollow', 'H6', '-']]);
    expect(shown('-', 'คำสั่งที่ ๑/๒๕๗๐')).toEqual([]);
  });
});

describe('what the reader told', () => {
  const entry: Entry = {
    measure: '1.1.1' as MeasureKey,
    paragraphs: entryWith('ทำแล้ว').paragraphs,
    dates: [],
    evidence: [],
    notes: [],
  };
  const unknown: Problem = { code: 'status-unknown', measure: '1.1.1' as MeasureKey, text: 'เสร็จ' };

  it.each<[string, { readonly agency?: AgencyCode }, readonly string[]]>([
    ['of the agency', { agency: '11' as AgencyCode }, []],
    ['of the file as a whole', {}, []],
    ['of another agency in the file', { agency: '12' as AgencyCode }, ['status-missing']],
  ])('is not told again if it is %s', (_, agency, codes) => {
    expect(found([entry], { problems: [{ ...unknown, ...agency }] }).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['of the same cell', { sheet: SHEET, cell: cellAt('F6') }, []],
    ['of another cell', { sheet: SHEET, cell: cellAt('F7') }, ['digits-arabic']],
    ['of another sheet', { sheet: '๒', cell: cellAt('F6') }, ['digits-arabic']],
  ])('as a value that is no text leaves its digits alone if it is %s', (_, place, codes) => {
    const value: Problem = { code: 'value-not-text', kind: 'number', text: '2565', ...place };
    expect(found([entryWith('2565')], { problems: [value] }).map(({ code }) => code)).toEqual(codes);
    const other: Problem = { code: 'text-outside-measure', text: '2565', ...place };
    expect(found([entryWith('2565')], { problems: [other] }).map(({ code }) => code)).toEqual(['digits-arabic']);
  });

  it.each<[string, Partial<Problem>, number]>([
    ['an error in a cell', {}, 1],
    ['an error whose cell is not known', { cell: undefined as never }, 0],
    ['an error whose sheet is not known', { sheet: undefined as never }, 0],
    ['another problem with such a text', { code: 'text-outside-measure' }, 0],
    ['an error in a formula with one letter', { text: '#NAME? (=ก+1)' }, 0],
    ['a text with such an error in it', { text: 'ดู #NAME? (=จัดอบรม)' }, 0],
    ['a text that goes on after such an error', { text: '#NAME? (=จัดอบรม) แล้ว' }, 0],
  ])('is a text that was taken for a formula only as %s', (_, change, count) => {
    const error = { code: 'error-value', text: '#NAME? (=จัดอบรม)', sheet: SHEET, cell: cellAt('F6') };
    expect(found([], { problems: [{ ...error, ...change } as Problem] })).toHaveLength(count);
  });
});
