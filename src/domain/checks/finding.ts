import type { MeasureKey } from '../programme/programme.ts';
import type { Edit } from '../text/edits.ts';
import type { EntryField, ProblemLocation, Severity } from '../diagnostics/problem.ts';
import type { RuleCode } from './rules/registry.ts';
import type { CellMove, Facts } from './rules/rule.ts';
import type { ContactField } from '../submissions/submission.ts';

/** An answer, or a missing one, that breaks a rule: a code and facts, without words. */
export interface Finding extends ProblemLocation {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly measure?: MeasureKey;
  readonly field?: EntryField | undefined;
  /** Which field of the cover it is about. */
  readonly contact?: ContactField | undefined;
  /** Its span in the cell's text, in UTF-16 code units; absent if it concerns the whole cell or no text. */
  readonly start?: number;
  readonly end?: number | undefined;
  /** The text found, shortened. Personal data is masked, here and in the facts. */
  readonly found: string;
  /** The text after the fix, shortened and masked likewise. */
  readonly suggestion?: string | undefined;
  readonly facts: Facts;
  /**
   * A change of the cell's text that fixes it; findings that are fixed together share one. Of two different fixes of a cell
   * none overlaps the other. Not masked: it is for the cell, never for a report or a log.
   */
  readonly fix?: Edit | undefined;
  /** A possible move of texts. It is not a fix, because only a person can decide on it. */
  readonly move?: CellMove;
}
