import {
  isFinding,
  remarksOf,
  remarksOfReport,
  severityOfRemark,
  type Remark,
} from '../../../src/domain/checks/remark.ts';
import type { Finding } from '../../../src/domain/checks/finding.ts';
import type { Problem } from '../../../src/domain/diagnostics/problem.ts';
import type { AgencyCode } from '../../../src/domain/programme/roster.ts';
import { cellAt } from '../../support/cells.ts';
import { SMALL_ROSTER } from '../../support/small-programme.ts';

const place = { file: 'a.xlsx', sheet: '๑', cell: cellAt('F6') };

function finding(more: Partial<Finding> = {}): Finding {
  const agency = '02' as AgencyCode;
  return { code: 'text-repeated', severity: 'may', agency, found: 'ก', facts: {}, ...place, ...more };
}

function problem(more: Partial<Problem> = {}): Problem {
  return { code: 'text-outside-measure', text: 'ข', ...place, ...more } as Problem;
}

describe('a remark', () => {
  it('is of a rule or of the reader, and as severe as that says', () => {
    const problems: readonly Problem[] = [
      problem(),
      { code: 'programme-differs', found: 'ก', expected: 'ข' },
      { code: 'sheet-twice', sheet: '๑', issue: 1, others: ['๒'] },
    ];
    expect([finding(), ...problems].map(isFinding)).toEqual([true, false, false, false]);
    expect([finding(), finding({ severity: 'must' }), ...problems].map(severityOfRemark)).toEqual([
      'may',
      'must',
      'must',
      'must',
      'should',
    ]);
  });
});

describe('the remarks on a file', () => {
  it('go by sheet, cell and place in its text, first those without a sheet', () => {
    const [sheetless, first, atStart, inside, below, second] = [
      problem({ sheet: undefined, cell: undefined } as never),
      problem({ sheet: 'A', cell: cellAt('Z9') }),
      finding({ start: 3, end: 4 }),
      finding({ start: 10, end: 12 }),
      finding({ cell: cellAt('F7') }),
      problem({ sheet: '๒', cell: cellAt('A1') }),
    ] as const;
    expect(remarksOf([second, first, sheetless], [below, inside, atStart])).toEqual([
      sheetless,
      first,
      atStart,
      inside,
      below,
      second,
    ]);
  });

  it('tell once of a text that was taken for a formula: with the finding, which tells how to mend it', () => {
    const formula = finding({ code: 'text-as-formula' });
    expect(remarksOf([problem({ code: 'error-value' })], [formula])).toEqual([formula]);
  });

  it.each<[string, Partial<Problem>, Partial<Finding>]>([
    ['another problem of the cell', { code: 'text-outside-measure' }, {}],
    ['the error of another cell', { cell: cellAt('F7') }, {}],
    ['the error of another sheet', { sheet: '๒' }, {}],
    ['the error of another file', { file: 'b.xlsx' }, {}],
    ['an error beside another finding', {}, { code: 'text-repeated' }],
  ])('still tell of %s', (_, ofProblem, ofFinding) => {
    const error = problem({ code: 'error-value', ...ofProblem } as Partial<Problem>);
    expect(remarksOf([error], [finding({ code: 'text-as-formula', ...ofFinding })])).toContain(error);
  });
});

describe('the remarks on a report', () => {
  it('go by agency in the order of the roster, then by file, with those of no agency first and of unknown ones last', () => {
    const roster = { ...SMALL_ROSTER, agencies: SMALL_ROSTER.agencies.toReversed() };
    const of = (agency: string | undefined, file: string | undefined, sheet = '๑'): Problem =>
      problem({ agency, file, sheet } as never);
    const expected: readonly Remark[] = [
      of(undefined, undefined),
      of(undefined, 'A.xlsx'),
      of('13', 'c.xlsx'),
      of('02', 'a.xlsx', '๑'),
      of('02', 'a.xlsx', '๒'),
      of('02', 'b.xlsx'),
      of('01', 'a.xlsx'),
      of('99', 'a.xlsx'),
    ];
    for (const given of [expected, expected.toReversed(), [...expected.slice(4), ...expected.slice(0, 4)]]) {
      expect(remarksOfReport(given as readonly Problem[], [], roster)).toEqual(expected);
    }
  });
});
