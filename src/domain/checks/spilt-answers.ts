import type { MeasureKey, Programme } from '../programme/programme.ts';
import { cellKey } from '../spreadsheet/address.ts';
import type { AgencyCoverage } from '../submissions/consolidation.ts';
import { agencyCoverage } from '../submissions/coverage.ts';
import { movedCells } from './cell-moves.ts';
import type { Finding } from './finding.ts';

/** The coverages by what rules found: a measure whose whole answer seems to belong to another measure is not answered. */
export function coverageByFindings(
  programme: Programme,
  agencies: readonly AgencyCoverage[],
  findings: readonly Finding[],
): readonly AgencyCoverage[] {
  const moves = findings.filter(({ move }) => move !== undefined);
  return agencies.map((coverage) => {
    const spilt = spiltMeasures(coverage, moves);
    return spilt.size === 0 ? coverage : agencyCoverage(programme, { ...coverage, spilt });
  });
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
