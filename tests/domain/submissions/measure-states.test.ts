import fc from 'fast-check';
import { measuresOf, STATUS_IDS, type MeasureKey } from '../../../src/domain/programme/programme.ts';
import {
  ASKED_STATES,
  stateCounts,
  statesOfAgency,
  sumOfCounts,
} from '../../../src/domain/submissions/measure-states.ts';
import { agencyCoverage, answeredInFull, totalOf } from '../../../src/domain/submissions/coverage.ts';
import { consolidate } from '../../support/consolidate.ts';
import {
  REPORT_PROGRAMME,
  REPORT_ROSTER,
  resultOf,
  submissionOf,
  type EntryTexts,
} from '../../support/report-builders.ts';

const KEYS = measuresOf(REPORT_PROGRAMME).map(({ measure: { key } }) => key as string);
const LABELS = REPORT_PROGRAMME.statuses.map(({ label }) => label);

/** What an agency says of one measure: a status, a result, both, or a note alone. */
const SAID: fc.Arbitrary<EntryTexts> = fc.oneof(
  fc.constantFrom(...LABELS).map((status) => ({ status })),
  fc.constant({ results: ['ทำแล้ว'] }),
  fc.constantFrom(...LABELS).map((status) => ({ status, results: ['ทำแล้ว'] })),
  fc.constant({ notes: ['โทรกลับ'] }),
);

const ANSWERS = fc.dictionary(
  fc.constantFrom(...REPORT_ROSTER.agencies.map(({ code }) => code as string)),
  fc.dictionary(fc.constantFrom(...KEYS), SAID),
);

/** Measures of an agency that nobody can tell. */
const UNCLEAR = fc.dictionary(
  fc.constantFrom(...REPORT_ROSTER.agencies.map(({ code }) => code as string)),
  fc.subarray(KEYS),
);

function consolidated(answers: Readonly<Record<string, Readonly<Record<string, EntryTexts>>>>) {
  const results = Object.entries(answers).map(([code, entries]) => resultOf(submissionOf(code, entries)));
  return consolidate(REPORT_PROGRAMME, REPORT_ROSTER, results);
}

describe('the states of a measure', () => {
  it('count every agency that is asked about it once', () => {
    fc.assert(
      fc.property(ANSWERS, (answers) => {
        const counts = stateCounts(consolidated(answers));
        for (const { measure } of measuresOf(REPORT_PROGRAMME)) {
          const states = counts.get(measure.key)!;
          const sum = ASKED_STATES.reduce((total, state) => total + states[state], 0);
          expect(sum).toBe(measure.responsible.agencies.length);
        }
      }),
    );
  });

  it('add up to what the completeness of answers says, and count no unclear answer as done', () => {
    fc.assert(
      fc.property(ANSWERS, UNCLEAR, (answers, unclear) => {
        const plain = consolidated(answers);
        const agencies = plain.agencies.map((coverage) =>
          agencyCoverage(REPORT_PROGRAMME, {
            ...coverage,
            unclear: new Set((unclear[coverage.agency] ?? []).map((key) => key as MeasureKey)),
          }),
        );
        const consolidation = { ...plain, agencies };
        const sum = sumOfCounts([...stateCounts(consolidation).values()]);
        const coverage = totalOf(consolidation.agencies.flatMap(({ issues }) => [...issues.values()]));
        expect(sum.unclear).toBe(coverage.unclear ?? 0);
        expect(sum.done).toBe(
          coverage.answered - sum.unclear - sum['in-progress'] - sum['not-started'] - sum['not-applicable'],
        );
        expect(sum.missing).toBe(coverage.expected - coverage.answered);
      }),
    );
  });

  it('are those of the completeness of answers, status by status', () => {
    fc.assert(
      fc.property(ANSWERS, (answers) => {
        const consolidation = consolidated(answers);
        const sum = sumOfCounts([...stateCounts(consolidation).values()]);
        const coverage = totalOf(consolidation.agencies.flatMap(({ issues }) => [...issues.values()]));
        expect(sum.done).toBe(answeredInFull(coverage));
        for (const id of STATUS_IDS.filter((status) => status !== 'done')) {
          expect(sum[id]).toBe(coverage.unfinished?.[id] ?? 0);
        }
      }),
    );
  });

  it('take a dash for no result', () => {
    const { agencies, programme } = consolidated({ '01': { '1.1.1': { results: ['-'] } } });
    expect(statesOfAgency(programme, agencies[0]!).get('1.1.1' as MeasureKey)).toBe('missing');
  });
});
