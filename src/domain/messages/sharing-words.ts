import type { LibraryFaultReason } from '../diagnostics/library-fault.ts';
import type { AgencyState, Lateness } from '../sharing/agency-state.ts';
import type { AccessStep, FileStep, PublishStep, StepOutcome } from '../sharing/steps.ts';
import type { Template } from './words.ts';

/** The words of one language for the shared folder; `{item}` and `{detail}` are the facts of a fault. */
export interface SharingWords {
  readonly faults: Readonly<Record<LibraryFaultReason, Template>>;
  /** What would be done with an agency's workbook. */
  readonly fileSteps: Readonly<Record<FileStep, string>>;
  /** What would be done with its access. */
  readonly accessSteps: Readonly<Record<AccessStep, string>>;
  /** What became of its workbook. */
  readonly fileOutcomes: Readonly<Record<StepOutcome, string>>;
  /** What became of its access. */
  readonly accessOutcomes: Readonly<Record<StepOutcome, string>>;
  readonly publishSteps: Readonly<Record<PublishStep, string>>;
  readonly states: Readonly<Record<AgencyState, string>>;
  readonly lateness: Readonly<Record<Lateness, string>>;
}
