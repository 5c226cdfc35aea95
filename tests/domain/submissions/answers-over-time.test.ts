import fc from 'fast-check';
import {
  answersOverTime,
  MOST_PERIODS,
  type AnswersOverTime,
} from '../../../src/domain/submissions/answers-over-time.ts';
import { statesOfAgency } from '../../../src/domain/submissions/measure-states.ts';
import { consolidate } from '../../support/consolidate.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../support/report-builders.ts';

/** Late in the evening in Bangkok. */
const NOW = '2027-05-31T16:00:00Z';

/** Of files saved at these times, each of another agency and with one answer. */
function overTime(...savedAt: readonly (string | null)[]): AnswersOverTime {
  const results = savedAt.map((instant, index) =>
    resultOf(submissionOf(REPORT_ROSTER.agencies[index]!.code, { '1.1.1': ['ก'] }, { savedAt: instant })),
  );
  return answersOverTime(REPORT_PROGRAMME, consolidate(REPORT_PROGRAMME, REPORT_ROSTER, results).agencies, NOW);
}

const days = ({ periods }: AnswersOverTime): readonly string[] =>
  periods.map(({ first = '', last, answers }) => `${first} ${last} ${answers}`.trim());

describe('the answers over time', () => {
  it('are told by the day in Bangkok on which their files were saved, with the days between', () => {
    const found = overTime('2027-05-01T17:30:00Z', '2027-05-01T16:30:00Z', '2027-05-04T00:00:00Z');
    expect(found.unit).toBe('day');
    expect(days(found)).toEqual([
      '2027-05-01 2027-05-01 1',
      '2027-05-02 2027-05-02 1',
      '2027-05-03 2027-05-03 0',
      '2027-05-04 2027-05-04 1',
    ]);
  });

  it('are told by weeks from Monday to Sunday where there are too many days', () => {
    const found = overTime('2027-04-04T05:00:00Z', '2027-04-05T05:00:00Z', '2027-05-02T05:00:00Z');
    expect(found.unit).toBe('week');
    expect(days(found)).toEqual([
      '2027-03-29 2027-04-04 1',
      '2027-04-05 2027-04-11 1',
      '2027-04-12 2027-04-18 0',
      '2027-04-19 2027-04-25 0',
      '2027-04-26 2027-05-02 1',
    ]);
  });

  it('are told by months where there are too many weeks', () => {
    const found = overTime('2026-11-30T05:00:00Z', '2027-02-28T05:00:00Z');
    expect(found.unit).toBe('month');
    expect(days(found)).toEqual([
      '2026-11-01 2026-11-30 1',
      '2026-12-01 2026-12-31 0',
      '2027-01-01 2027-01-31 0',
      '2027-02-01 2027-02-28 1',
    ]);
  });

  it('are in the first period where they are much older than the others', () => {
    const found = overTime('1980-01-01T00:00:00Z', '2027-05-01T05:00:00Z', '2027-05-02T05:00:00Z');
    expect(found.periods).toHaveLength(MOST_PERIODS);
    expect(days(found)[0]).toBe('2026-08-31 1');
  });

  it('are in days all the same where only one of many is old', () => {
    const old = submissionOf('01', { '1.1.1': ['ก'] }, { savedAt: '1980-01-01T00:00:00Z' });
    const recent = ['02', '03', '11', '12', '13'].map((code) =>
      submissionOf(code, { '1.1.1': ['ก'], '1.1.2': ['ข'], '1.1.3': ['ค'] }, { savedAt: '2027-05-02T05:00:00Z' }),
    );
    const { agencies } = consolidate(
      REPORT_PROGRAMME,
      REPORT_ROSTER,
      [old, ...recent].map((of) => resultOf(of)),
    );
    const found = answersOverTime(REPORT_PROGRAMME, agencies, NOW);
    expect(found.unit).toBe('day');
    expect(days(found)[0]).toBe('2027-04-23 1');
    expect(found.periods.at(-1)?.answers).toBe(15);
  });

  it('stand apart where their file does not say when it was saved', () => {
    const found = overTime(null, 'ไม่ใช่เวลา', '2027-05-01T05:00:00Z');
    expect(found).toMatchObject({ unknown: 2, periods: [{ answers: 1 }] });
    expect(overTime(null)).toEqual({ unit: 'day', periods: [], unknown: 1 });
    expect(overTime()).toEqual({ unit: 'day', periods: [], unknown: 0 });
  });

  it('have no known time where a computer’s clock is ahead, which would squeeze all others together', () => {
    const found = overTime(
      '2099-01-01T00:00:00Z',
      '2027-05-31T17:00:00Z',
      '2027-05-31T16:59:59Z',
      '2027-05-30T05:00:00Z',
    );
    expect(found).toMatchObject({ unit: 'day', unknown: 2 });
    expect(days(found)).toEqual(['2027-05-30 2027-05-30 1', '2027-05-31 2027-05-31 1']);
    expect(overTime('+012345-01-01T00:00:00Z', '+275760-09-13T00:00:00Z')).toEqual({
      unit: 'day',
      periods: [],
      unknown: 2,
    });
  });

  it('are each counted once, in periods without gaps of which there are not too many', () => {
    const instant = fc.option(
      fc
        .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
    );
    fc.assert(
      fc.property(fc.array(instant, { maxLength: REPORT_ROSTER.agencies.length }), (savedAt) => {
        const { periods, unknown } = overTime(...savedAt);
        expect(periods.reduce((sum, { answers }) => sum + answers, unknown)).toBe(savedAt.length);
        expect(periods.length).toBeLessThanOrEqual(MOST_PERIODS);
        for (const [index, { last }] of periods.slice(0, -1).entries()) {
          const next = new Date(Date.parse(last) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
          expect(periods[index + 1]?.first).toBe(next);
        }
      }),
    );
  });

  it('are as many as the answers of the coverage', () => {
    const results = ['01', '02'].map((code) =>
      resultOf(submissionOf(code, { '1.1.1': ['ก'], '2.1.1': { status: 'ไม่เกี่ยวข้อง' }, '3.1.1': ['–'] })),
    );
    const { agencies } = consolidate(REPORT_PROGRAMME, REPORT_ROSTER, results);
    const states = agencies.flatMap((coverage) => [...statesOfAgency(REPORT_PROGRAMME, coverage).values()]);
    const { periods } = answersOverTime(REPORT_PROGRAMME, agencies, NOW);
    expect(periods.map(({ answers }) => answers)).toEqual([states.filter((state) => state !== 'missing').length]);
  });
});
