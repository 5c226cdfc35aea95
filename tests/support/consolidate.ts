import type { Programme } from '../../src/domain/programme/programme.ts';
import type { Roster } from '../../src/domain/programme/roster.ts';
import {
  addResult,
  emptyConsolidation,
  finish,
  type ConsolidationOptions,
} from '../../src/domain/submissions/consolidate.ts';
import type { Consolidation } from '../../src/domain/submissions/consolidation.ts';
import type { ReadResult } from '../../src/domain/submissions/submission.ts';

/** Consolidates results that are all at hand. */
export function consolidate(
  programme: Programme,
  roster: Roster,
  results: Iterable<ReadResult>,
  options?: ConsolidationOptions,
): Consolidation {
  let state = emptyConsolidation(programme, roster);
  for (const result of results) state = addResult(state, result);
  return finish(state, options);
}
