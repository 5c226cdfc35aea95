import {
  issuesOf,
  measuresOfIssue,
  type Issue,
  type Measure,
  type MeasureKey,
  type Programme,
} from '../../../../domain/programme/programme.ts';
import type { IssueCoverage } from '../../../../domain/submissions/consolidation.ts';
import { totalOf, unansweredOf } from '../../../../domain/submissions/coverage.ts';
import { groupBy } from '../../../../domain/text/group-by.ts';
import type { Severity } from '../../../../domain/diagnostics/problem.ts';
import { severityOfRemark, type Remark } from '../../../../domain/checks/remark.ts';
import { cellKey } from '../../../../domain/spreadsheet/address.ts';
import { answerLocations } from '../../../../domain/form/read/answer-locations.ts';
import type { FixedCell } from '../../../../domain/checks/cell-changes.ts';
import type { PlannedMove } from '../../../../domain/checks/cell-moves.ts';
import type { CellLocation } from '../../../../domain/spreadsheet/address.ts';
import type { CheckedWorkbook } from '../../../../usecases/check-open-workbook.ts';

/** The remarks about one sheet, or about the whole file. */
export interface SheetGroup {
  /** Undefined where it concerns the whole file. */
  readonly sheet: string | undefined;
  /** Progress of the sheet's issue; undefined for a sheet without measures. */
  readonly progress: IssueCoverage | undefined;
  /** Measures without an answer, in printed order. */
  readonly missing: readonly MissingAnswer[];
  /** All other remarks by cell: the most severe first, then in sheet order. */
  readonly cells: readonly CellRemarks[];
  /** All remarks, those about missing answers among them. */
  readonly remarks: readonly Remark[];
}

/** A measure without an answer. */
export interface MissingAnswer {
  readonly measure: Measure;
  /** Where the answer belongs; undefined where the row is gone. */
  readonly location: CellLocation | undefined;
}

/** The remarks about one cell, the most severe first. */
export interface CellRemarks {
  /** Undefined where it is about no cell. */
  readonly location: CellLocation | undefined;
  readonly remarks: readonly Remark[];
  /** The fix of the cell; undefined if there is none. */
  readonly change: FixedCell | undefined;
  /** The move of its text, and of those below, that a remark proposes. */
  readonly move: PlannedMove | undefined;
}

type Locations = ReadonlyMap<MeasureKey, CellLocation>;

/** All remarks of a check by sheet: the whole file first, then the sheets in workbook order. */
export function sheetGroups(checked: CheckedWorkbook, programme: Programme): readonly SheetGroup[] {
  const locations = answerLocations(checked.content);
  const issues = new Map(issuesOf(programme).map(({ issue }) => [sheetOfIssue(issue, locations), issue]));
  const remarks = groupBy(checked.remarks, (remark) => sheetOfRemark(remark, locations));
  const names = checked.content.sheets.map(({ name }) => name);
  return [...new Set([undefined, ...names, ...issues.keys(), ...remarks.keys()])]
    .map((sheet): SheetGroup => {
      const issue = sheet === undefined ? undefined : issues.get(sheet);
      const missing = issue ? missingAnswers(issue, checked, programme, locations) : [];
      const told = remarks.get(sheet) ?? [];
      const isShown = new Set<string>(missing.map(({ measure }) => measure.key));
      const others = told.filter((remark) => !isShown.has(awaitedMeasure(remark) ?? ''));
      return {
        sheet,
        progress: issue && progressOf(issue, checked),
        missing,
        cells: cellsOf(others, checked),
        remarks: told,
      };
    })
    .filter(({ progress, remarks: told }) => progress !== undefined || told.length > 0);
}

/** The cell to correct next: the first with a remark that must be corrected or without its answer; undefined if there is none. */
export function firstLocation(groups: readonly SheetGroup[]): CellLocation | undefined {
  return groups
    .flatMap(({ cells, missing }) => [
      ...cells.filter(({ remarks }) => remarks.some((remark) => severityOfRemark(remark) === 'must')),
      ...missing,
    ])
    .find(({ location }) => location !== undefined)?.location;
}

function sheetOfIssue(issue: Issue, locations: Locations): string {
  const [location] = measuresOfIssue(issue).flatMap(({ key }) => locations.get(key) ?? []);
  return location?.sheet ?? issue.sheetName;
}

/** A missing answer names the sheet's original name; it is shown with the sheet's current name. */
function sheetOfRemark(remark: Remark, locations: Locations): string | undefined {
  const measure = awaitedMeasure(remark);
  return (measure && locations.get(measure)?.sheet) ?? remark.sheet;
}

function awaitedMeasure(remark: Remark): MeasureKey | undefined {
  return remark.code === 'answer-missing' ? remark.measure : undefined;
}

function progressOf({ number }: Issue, { coverage }: CheckedWorkbook): IssueCoverage | undefined {
  const asked = coverage.flatMap(({ issues }) => issues.get(number) ?? []);
  return asked.length === 0 ? undefined : totalOf(asked);
}

function missingAnswers(
  { number }: Issue,
  { coverage }: CheckedWorkbook,
  programme: Programme,
  locations: Locations,
): readonly MissingAnswer[] {
  return coverage
    .flatMap((agency) => unansweredOf(programme, agency).get(number) ?? [])
    .map((measure) => ({ measure, location: locations.get(measure.key) }));
}

function cellsOf(remarks: readonly Remark[], { changes, moves }: CheckedWorkbook): readonly CellRemarks[] {
  const fixing = new Map(changes.map((change) => [cellKey(change.sheet, change), change]));
  // Remarks without a cell are not grouped: they have nothing in common.
  return [...groupBy(remarks, (remark) => (remark.cell ? cellKey(remark.sheet ?? '', remark.cell) : remark)).values()]
    .map((told) => told.toSorted((one, other) => gravityOf(one) - gravityOf(other)))
    .map((told): CellRemarks => {
      const [{ sheet, cell } = {}] = told;
      const location = sheet === undefined || cell === undefined ? undefined : { sheet, ...cell };
      const change = location && fixing.get(cellKey(location.sheet, location));
      return { location, remarks: told, change, move: moves.find(({ finding }) => told.includes(finding)) };
    })
    .toSorted((one, other) => gravityOf(one.remarks[0]) - gravityOf(other.remarks[0]));
}

const GRAVITY: Readonly<Record<Severity, number>> = { must: 0, should: 1, may: 2 };

function gravityOf(remark: Remark | undefined): number {
  return remark === undefined ? Infinity : GRAVITY[severityOfRemark(remark)];
}
