import fc from 'fast-check';
import { dashboardOf, percentOf } from '../../../src/domain/master/dashboard.ts';
import type { Consolidation } from '../../../src/domain/submissions/consolidation.ts';
import { totalOf } from '../../../src/domain/submissions/coverage.ts';
import { answeredOf, sumOfCounts } from '../../../src/domain/submissions/measure-states.ts';
import { consolidate } from '../../support/consolidate.ts';
import { programme, roster } from '../../support/report-2565.ts';
import { readResult, REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../support/report-builders.ts';

const results = fc.array(readResult, { maxLength: 5 });
const NOW = '2027-12-31T05:00:00Z';
const together = (list: Parameters<typeof consolidate>[2]): Consolidation =>
  consolidate(REPORT_PROGRAMME, REPORT_ROSTER, list);

describe('the numbers of the dashboard', () => {
  it('tell how far each issue and each class of agencies is', () => {
    const { agencies, issues, classes, total } = dashboardOf(
      together([
        resultOf(submissionOf('02', { '1.1.1': { status: 'ดำเนินการแล้ว', results: ['ก'] }, '2.1.1': ['ข'] })),
        resultOf(submissionOf('11', { '1.1.1': { status: 'ยังไม่ดำเนินการ' } })),
      ]),
      [],
      NOW,
    );
    expect(agencies).toEqual({ expected: 6, received: 2 });
    expect(issues.map(({ issue, counts }) => [issue.number, answeredOf(counts)])).toEqual([
      [1, { answered: 2, expected: 18 }],
      [2, { answered: 1, expected: 10 }],
      [3, { answered: 0, expected: 2 }],
    ]);
    expect(classes.map(({ agencyClass, agencies: count, counts }) => [agencyClass?.id, count, counts])).toEqual([
      ['schools', 3, { done: 0, 'in-progress': 0, 'not-started': 1, 'not-applicable': 0, unclear: 0, missing: 14 }],
      [undefined, 3, { done: 2, 'in-progress': 0, 'not-started': 0, 'not-applicable': 0, unclear: 0, missing: 13 }],
    ]);
    expect(total).toMatchObject({ done: 2, 'not-started': 1, missing: 27 });
  });

  it('part all agencies of the real roster into its classes and those of none', () => {
    const { classes } = dashboardOf(consolidate(programme, roster, []), [], NOW);
    expect(classes.map(({ agencyClass, agencies }) => [agencyClass?.id, agencies])).toEqual([
      ['departments', 15],
      ['districts', 50],
      [undefined, 12],
    ]);
  });

  it('are the same by issue, by class, over time and in the coverage', () => {
    fc.assert(
      fc.property(results, (list) => {
        const consolidation = together(list);
        const { issues, classes, time, total } = dashboardOf(consolidation, [], NOW);
        expect(sumOfCounts(issues.map(({ counts }) => counts))).toEqual(total);
        expect(sumOfCounts(classes.map(({ counts }) => counts))).toEqual(total);
        const { answered, expected } = totalOf(consolidation.agencies.flatMap((each) => [...each.issues.values()]));
        expect(answeredOf(total)).toEqual({ answered, expected });
        expect(time.periods.reduce((sum, period) => sum + period.answers, time.unknown)).toBe(answered);
      }),
    );
  });

  it('do not depend on the order of the files', () => {
    fc.assert(
      fc.property(results, fc.func(fc.integer()), (list, rankOf) => {
        const ranked = list.map((result, index) => ({ result, rank: rankOf(index) }));
        const shuffled = ranked.toSorted((one, other) => one.rank - other.rank).map(({ result }) => result);
        expect(dashboardOf(together(shuffled), [], NOW)).toEqual(dashboardOf(together(list), [], NOW));
      }),
    );
  });
});

it('a share is a hundred percent only where it is the whole', () => {
  expect([percentOf(999, 1000), percentOf(1000, 1000), percentOf(0, 0)]).toEqual([99, 100, 0]);
});
