import { issuesOfAgency } from '../programme/assignment.ts';
import type { Measure, UnfinishedStatus } from '../programme/programme.ts';
import { groupBy } from '../text/group-by.ts';
import type { AgencyCoverage, Consolidation } from './consolidation.ts';
import { statesOfAgency } from './measure-states.ts';
import type { SourcedText } from './submission.ts';

/** An agency's measure that is not done. */
export interface Unfinished {
  readonly agency: AgencyCoverage['agency'];
  readonly measure: Measure;
  readonly file: string;
  readonly status: SourcedText & { readonly id: UnfinishedStatus };
  /** What the agency wrote as the reason: its result, then its notes; empty if it gave none. */
  readonly reason: readonly string[];
}

/** What is not done, by agency in roster order, then by measure; measures without an answer are not among it. */
export function* unfinishedOf({ programme, agencies }: Consolidation): Generator<Unfinished, void, undefined> {
  for (const coverage of agencies) {
    const { agency, submissions } = coverage;
    const states = statesOfAgency(programme, coverage);
    const written = groupBy(
      submissions.flatMap(({ file, entries }) => entries.map((entry) => ({ file, entry }))),
      ({ entry }) => entry.measure,
    );
    for (const { measures } of issuesOfAgency(programme, agency)) {
      for (const measure of measures.filter(({ key }) => states.get(key) !== 'missing')) {
        for (const { file, entry } of written.get(measure.key) ?? []) {
          const { status } = entry;
          if (status === undefined || status.id === 'done') continue;
          const reason = [...entry.paragraphs, ...entry.notes].map(({ text }) => text);
          yield { agency, measure, file, reason, status: { ...status, id: status.id } };
        }
      }
    }
  }
}
