import type { MeasureKey } from '../../programme/programme.ts';
import type { CellLocation } from '../../spreadsheet/address.ts';
import type { Source } from '../../submissions/consolidation.ts';
import { groupBy } from '../../text/group-by.ts';
import { RESULT_ROOMS } from '../plan/report-paragraphs.ts';
import { fitCell } from '../plan/layout.ts';
import type { ReportParagraph } from '../report.ts';
import { joinPieces } from './join-pieces.ts';

/** A row with a text under the results. */
export interface ResultRow {
  readonly measure: MeasureKey;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly location: CellLocation;
  readonly state: string;
}

/**
 * The paragraphs of rows, by measure. Rows one below the other with the same sources are joined where the text of the one
 * would not have fitted into the row before it, in the present layout of a master or in one before.
 */
export function joinRows(rows: readonly ResultRow[]): ReadonlyMap<MeasureKey, readonly ReportParagraph[]> {
  const joined = new Map<MeasureKey, readonly ReportParagraph[]>();
  for (const [measure, its] of groupBy(rows, (row) => row.measure)) {
    const paragraphs: ResultRow[][] = [];
    for (const row of its) {
      const before = paragraphs.at(-1);
      const last = before?.at(-1);
      if (before && last && goesOn(last, row)) before.push(row);
      else paragraphs.push([row]);
    }
    joined.set(measure, paragraphs.flatMap(paragraphOf));
  }
  return joined;
}

function goesOn(last: ResultRow, row: ResultRow): boolean {
  const isSame = row.sources.length > 0 && JSON.stringify(last.sources) === JSON.stringify(row.sources);
  const isNext = row.location.row === last.location.row + 1;
  if (!isSame || !isNext) return false;
  return RESULT_ROOMS.some((room) => fitCell(`${last.text} ${row.text}`, room)[0] === last.text);
}

function paragraphOf(rows: readonly ResultRow[]): readonly ReportParagraph[] {
  return rows.slice(0, 1).map(({ sources, location, state }) => ({
    text: joinPieces(
      rows.map(({ text }) => text),
      RESULT_ROOMS,
    ),
    ...(state === '' ? {} : { state }),
    sources,
    location,
    ...(rows.length > 1 ? { rowCount: rows.length } : {}),
  }));
}
