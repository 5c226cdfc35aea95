import type { AgencyCode } from '../../programme/roster.ts';
import type { Source } from '../consolidation.ts';

/** A text of one measure and everybody who wrote it, in roster order. */
export interface Statement {
  readonly text: string;
  readonly sources: readonly Source[];
  readonly speakers: ReadonlySet<AgencyCode>;
}
