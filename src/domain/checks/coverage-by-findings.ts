import type { Problem } from '../diagnostics/problem.ts';
import type { MeasureKey, Programme } from '../programme/programme.ts';
import { cellKey } from '../spreadsheet/address.ts';
import type { AgencyCoverage } from '../submissions/consolidation.ts';
import { agencyCoverage } from '../submissions/coverage.ts';
import { movedCells } from './cell-moves.ts';
import type { Finding } from './finding.ts';

/**
 * Corrects coverages by findings and problems: a measure whose whole answer seems to belong to another measure is not answered; one that is
 * done without a result, or has a result without a known status, is unclear.
 */
export function coverageByFindings(
  programme: Programme,
  agencies: readonly AgencyCoverage[],
  findings: readonly Finding[],
  problems: readonly Problem[],
): readonly AgencyCoverage[] {
  const moves = findings.filter(({ move }) => move !== undefined);
  const unclearAnswers = [
    ...findings.filter(({ code }) => code === 'result-missing' || code === 'status-missing'),
    ...problems.filter(({ code }) => code === 'status-unknown'),
  ];
  return agencies.map((coverage) => {
    const spilt = spiltMeasures(coverage, moves);
    const unclear = measuresNamed(coverage, unclearAnswers);
    if (spilt.size + unclear.size === 0) return coverage;
    return agencyCoverage(programme, {
      ...coverage,
      ...(spilt.size > 0 ? { spilt } : {}),
      ...(unclear.size > 0 ? { unclear } : {}),
    });
  });
}

/** The measures of an agency that remarks about one of its used files name. */
function measuresNamed(
  { agency, submissions }: AgencyCoverage,
  remarks: readonly (Finding | Problem)[],
): ReadonlySet<MeasureKey> {
  const named = submissions.flatMap(({ file, entries }) => {
    const measures = new Set(
      remarks.flatMap((remark) =>
        remark.agency === agency && remark.file === file && 'measure' in remark ? [remark.measure] : [],
      ),
    );
    return entries.filter(({ measure }) => measures.has(measure));
  });
  return new Set(named.map(({ measure }) => measure));
}

function spiltMeasures({ agency, submissions }: AgencyCoverage, findings: readonly Finding[]): ReadonlySet<MeasureKey> {
  const spilt = submissions.flatMap(({ file, entries }) => {
    const moved = movedCells(findings.filter((finding) => finding.agency === agency && finding.file === file));
    return entries.filter(
      ({ status, paragraphs }) =>
        status === undefined &&
        paragraphs.length > 0 &&
        paragraphs.every(({ sheet, cell }) => moved.has(cellKey(sheet, cell))),
    );
  });
  return new Set(spilt.map(({ measure }) => measure));
}
