import type { MeasureKey } from '../programme/programme.ts';
import type { CellLocation } from '../spreadsheet/address.ts';
import type { Source } from '../submissions/consolidation.ts';

/** The report as it stands on the issue sheets of a master, after people worked on it. */
export interface MasterReport {
  /** Every measure of the programme, in printed order. */
  readonly measures: readonly ReportMeasure[];
  /** What people wrote on the issue sheets outside the results. None of it is printed. */
  readonly annotations: readonly Annotation[];
  /** Whether each row of a split paragraph is marked as a part of it, as in masters of layout 5 and later. */
  readonly hasParts: boolean;
  /** Whether a sheet has the column of states. */
  readonly hasStates: boolean;
  /** Names of the sheets that the program did not write: those that people added, and copies. */
  readonly ownSheets: readonly string[];
  readonly problems: readonly ReportProblem[];
}

/** A measure and its paragraphs, in sheet order. */
export interface ReportMeasure {
  readonly measure: MeasureKey;
  readonly paragraphs: readonly ReportParagraph[];
}

/** A paragraph as it stands on the sheet, agency names included; one that was split over rows is joined. */
export interface ReportParagraph {
  readonly text: string;
  /** Word of the column of states; absent where the column or the word is. */
  readonly state?: string;
  /** Where it comes from; empty for a row that people inserted. A list that was cut has fewer or empty texts. */
  readonly sources: readonly Source[];
  /** Its first cell. */
  readonly location: CellLocation;
  /** Number of rows from its first to its last part, blank ones included; absent if it takes one row. */
  readonly rowCount?: number;
}

/** A text that people wrote on an issue sheet outside the results. */
export interface Annotation {
  readonly carrier: 'cell' | 'comment' | 'shape';
  readonly text: string;
  readonly location: CellLocation;
  /** Measure of its row, where there is one. */
  readonly measure?: MeasureKey;
}

/** `sheet-missing`: the master has no sheet of that issue. */
export interface ReportProblem {
  readonly code: 'sheet-missing';
  readonly sheet: string;
}
