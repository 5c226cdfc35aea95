import type { MeasureKey } from '../programme/programme.ts';
import { NumberList } from './number-list.ts';
import type { Entry, Submission } from './submission.ts';

/** An entry and its submission. */
export interface SubmittedEntry {
  readonly submission: Submission;
  readonly entry: Entry;
}

/**
 * Finds the entries of submissions to each measure. It remembers them as numbers: as objects, those of thousands of submissions would take
 * much memory.
 */
export class EntriesByMeasure {
  readonly #submissions: readonly Submission[];
  /** By measure: the places of a submission in the list and of an entry in the submission, in turn. */
  readonly #places = new Map<MeasureKey, NumberList>();

  constructor(submissions: readonly Submission[]) {
    this.#submissions = submissions;
    submissions.forEach(({ entries }, place) => {
      entries.forEach(({ measure }, index) => {
        const places = this.#places.get(measure) ?? new NumberList();
        places.push(place);
        places.push(index);
        this.#places.set(measure, places);
      });
    });
  }

  /** The entries to a measure, in the order of the submissions. */
  to(measure: MeasureKey): readonly SubmittedEntry[] {
    const places = this.#places.get(measure);
    const found: SubmittedEntry[] = [];
    if (places === undefined) return found;
    for (let at = 0; at < places.length; at += 2) {
      const submission = this.#submissions[places.at(at)];
      const entry = submission?.entries[places.at(at + 1)];
      if (submission && entry) found.push({ submission, entry });
    }
    return found;
  }
}
