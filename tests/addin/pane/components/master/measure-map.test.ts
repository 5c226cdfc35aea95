import {
  columnTotals,
  mapRows,
  rowsOf,
  stateTotals,
  type MapFilter,
} from '../../../../../src/addin/pane/components/master/measure-map.ts';
import { measuresOf, STATUS_IDS, type MeasureKey } from '../../../../../src/domain/programme/programme.ts';
import { addResult, emptyConsolidation, finish } from '../../../../../src/domain/submissions/consolidate.ts';
import { stateOf } from '../../../../../src/domain/submissions/measure-states.ts';
import type { Entry } from '../../../../../src/domain/submissions/submission.ts';
import { programme, roster } from '../../../../support/report-2565.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../../../support/report-builders.ts';

const consolidation = finish(
  addResult(
    emptyConsolidation(REPORT_PROGRAMME, REPORT_ROSTER),
    resultOf(submissionOf('02', { '1.1.1': ['ก'], '2.1.1': ['ง'] })),
  ),
);
const rows = mapRows(consolidation);
const everything: MapFilter = { agencies: undefined, state: undefined };

describe('the map of agencies and measures', () => {
  it('has a row for each agency and a state for each measure, 77 by 59 in the report', () => {
    const all = mapRows(finish(emptyConsolidation(programme, roster)));
    expect(all).toHaveLength(77);
    expect(new Set(all.map(({ states }) => states.length))).toEqual(new Set([59]));
  });

  it('counts what an agency answered of what it is asked', () => {
    const of = rows.find(({ agency }) => agency === '02')!;
    expect(of.answered).toBe(2);
    expect(of.expected).toBe(of.states.filter((state) => state !== 'not-asked').length);
    expect(of.states.filter((state) => state !== 'missing' && state !== 'not-asked')).toHaveLength(2);
  });

  it('counts for each measure the agencies that answered, so that both ways add up to the same', () => {
    const totals = columnTotals(rows);
    expect(totals).toHaveLength(measuresOf(REPORT_PROGRAMME).length);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    expect(sum(totals.map(({ answered }) => answered))).toBe(sum(rows.map(({ answered }) => answered)));
    expect(sum(totals.map(({ expected }) => expected))).toBe(sum(rows.map(({ expected }) => expected)));
  });

  it('tells an answer that nobody can tell from one that is done, and counts it once', () => {
    const agencies = consolidation.agencies.map((coverage) => ({
      ...coverage,
      unclear: new Set(['1.1.1' as MeasureKey]),
    }));
    const all = mapRows({ programme: REPORT_PROGRAMME, agencies });
    const totals = stateTotals(all);
    expect(totals.get('unclear')).toBe(1);
    expect(totals.get('done')).toBe(1);
    expect([...totals.values()].reduce((sum, count) => sum + count, 0)).toBe(all.length * all[0]!.states.length);
  });

  it('tells every status apart, and an answer without one from none at all', () => {
    const [entry] = consolidation.agencies.flatMap(({ submissions }) => submissions.flatMap((one) => one.entries));
    const at = entry!.paragraphs[0]!;
    const plain: Entry = { measure: entry!.measure, paragraphs: [at], dates: [], evidence: [], notes: [] };
    for (const id of STATUS_IDS) expect(stateOf({ ...plain, status: { ...at, id } })).toBe(id);
    expect(stateOf(plain)).toBe('done');
    expect(stateOf({ ...plain, paragraphs: [] })).toBe('missing');
    expect(stateOf(undefined)).toBe('missing');
  });

  it('is parted by the classes of agencies, none of which loses or repeats one', () => {
    const all = mapRows(finish(emptyConsolidation(programme, roster)));
    const parts = ['departments', 'districts', 'others'].map((agencies) =>
      rowsOf(all, roster, { ...everything, agencies }),
    );
    expect(parts.map(({ length }) => length)).toEqual([15, 50, 12]);
    expect(new Set(parts.flat())).toEqual(new Set(rowsOf(all, roster, everything)));
  });

  it('is narrowed to agencies with a measure in a state', () => {
    const done = rowsOf(rows, REPORT_ROSTER, { ...everything, state: 'done' });
    expect(done.every(({ states }) => states.includes('done'))).toBe(true);
    expect(done.map(({ agency }) => agency)).toContain('02');
    expect(rowsOf(rows, REPORT_ROSTER, { ...everything, state: 'not-started' })).toEqual([]);
  });
});
