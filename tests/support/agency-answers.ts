import type { MeasureKey } from '../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../src/domain/programme/roster.ts';
import type { Consolidation } from '../../src/domain/submissions/consolidation.ts';
import type { Entry, ReadResult } from '../../src/domain/submissions/submission.ts';
import { consolidate } from './consolidate.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from './small-programme.ts';

/** Paragraphs by agency and measure. */
export type AgencyAnswers = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The consolidation of answers of the made-up organisation; a measure's paragraphs stand in one cell. */
export function answersOf(answers: AgencyAnswers, grouping = false): Consolidation {
  return consolidate(SMALL_PROGRAMME, SMALL_ROSTER, Object.entries(answers).map(resultOf), { grouping });
}

function resultOf([agency, byMeasure]: readonly [string, AgencyAnswers[string]]): ReadResult {
  const entries = Object.entries(byMeasure).map(([measure, texts]): Entry => {
    const source = { sheet: 'แบบรายงาน', cell: { row: Number(measure.replaceAll('.', '')), column: 5 } };
    return {
      measure: measure as MeasureKey,
      paragraphs: texts.map((text) => ({ text, ...source })),
      dates: [],
      evidence: [],
      notes: [],
    };
  });
  const submission = { agency: agency as AgencyCode, file: `${agency}.xlsx`, issues: [1, 2, 3], contact: {}, entries };
  return { submissions: [submission], problems: [] };
}
