import type { MeasureKey } from '../programme/programme.ts';
import type { CellLocation } from '../spreadsheet/address.ts';
import type { Source } from '../submissions/consolidation.ts';

/** The report as it stands on the issue sheets of a master, after people worked on it. */
export interface MasterReport {
  /** Every measure of the programme, in printed order. */
  readonly measures: readonly ReportMeasure[];
  /** What people wrote on the issue sheets outside the results: nothing of it is printed with a paragraph. */
  readonly beside: readonly TextBeside[];
  /** Whether rows say of what paragraph they are a part, as in masters of layout 5 and later. */
  readonly hasParts: boolean;
  /** Whether a sheet has the column of states. */
  readonly hasStates: boolean;
  /** Names of the sheets that are none of the program's: those that people added, and copies. */
  readonly ownSheets: readonly string[];
  readonly problems: readonly ReportProblem[];
}

/** A measure and its paragraphs in the order in which they stand. */
export interface ReportMeasure {
  readonly measure: MeasureKey;
  readonly paragraphs: readonly ReportParagraph[];
}

/** A paragraph as it stands, its names included; one that was split over rows is joined. */
export interface ReportParagraph {
  readonly text: string;
  /** Word of the column of states; absent where the column or the word is. */
  readonly state?: string;
  /** Where it comes from; empty for a row that people inserted. A list that was cut has fewer or empty texts. */
  readonly sources: readonly Source[];
  /** Its first cell. */
  readonly location: CellLocation;
  /** How many rows it takes with the blank ones between its parts, where that is more than one. */
  readonly rowCount?: number;
}

/** A text that people wrote on an issue sheet, not as a result. */
export interface TextBeside {
  readonly carrier: 'cell' | 'comment' | 'shape';
  readonly text: string;
  readonly location: CellLocation;
  /** Measure of its row, where there is one. */
  readonly measure?: MeasureKey;
}

/** `sheet-missing`: no sheet of that issue is there. */
export interface ReportProblem {
  readonly code: 'sheet-missing';
  readonly sheet: string;
}
