import type { MeasureKey } from '../../programme/programme.ts';
import type { CellLocation } from '../../spreadsheet/address.ts';
import type { Source } from '../../submissions/consolidation.ts';
import { groupBy } from '../../text/group-by.ts';
import { RESULT_ROOMS } from '../plan/report-paragraphs.ts';
import { fitCell } from '../plan/layout.ts';
import type { ReportParagraph } from '../report.ts';
import type { TextPart } from '../text-parts.ts';
import { joinPieces } from './join-pieces.ts';

/** A row with a text in the column of results. */
export interface ResultRow {
  readonly measure: MeasureKey;
  readonly text: string;
  /** Increases by one from row to row of a measure, blank rows left out. */
  readonly place: number;
  /** Mark of the row; absent if it has none. */
  readonly part?: TextPart;
  readonly sources: readonly Source[];
  readonly location: CellLocation;
  readonly state: string;
}

/**
 * Joins rows to paragraphs, by measure. Rows with the same sources and no other text between them are joined if by its mark one is a later
 * part of the other's paragraph; parts between them may have been deleted, and blank rows inserted. A part elsewhere is a paragraph of its own.
 * @param hasParts whether the rows have marks. In masters of earlier layouts, a row is joined if its text would not have fitted into the
 * row above
 */
export function joinRows(
  rows: readonly ResultRow[],
  hasParts: boolean,
): ReadonlyMap<MeasureKey, readonly ReportParagraph[]> {
  const continues = hasParts ? isLaterPart : didNotFit;
  const joined = new Map<MeasureKey, readonly ReportParagraph[]>();
  for (const [measure, its] of groupBy(rows, (row) => row.measure)) {
    const paragraphs: [ResultRow, ...ResultRow[]][] = [];
    for (const row of its) {
      const before = paragraphs.at(-1);
      const last = before?.at(-1);
      if (before && last && continues(last, row)) before.push(row);
      else paragraphs.push([row]);
    }
    joined.set(
      measure,
      paragraphs.map((each) => paragraphOf(each, hasParts ? joinParts : joinTexts)),
    );
  }
  return joined;
}

function isLaterPart(last: ResultRow, row: ResultRow): boolean {
  if (last.part === undefined || row.part === undefined) return false;
  const isLater = row.part.of === last.part.of && row.part.index > last.part.index;
  return isLater && row.place === last.place + 1 && hasSameSources(last, row);
}

/** A blank row between two such rows ends a paragraph, because nothing else shows where it ends. */
function didNotFit(last: ResultRow, row: ResultRow): boolean {
  const isBelow = row.location.row === last.location.row + 1;
  if (row.sources.length === 0 || !isBelow || !hasSameSources(last, row)) return false;
  return RESULT_ROOMS.some((room) => fitCell(`${last.text} ${row.text}`, room)[0] === last.text);
}

function hasSameSources(last: ResultRow, row: ResultRow): boolean {
  return JSON.stringify(last.sources) === JSON.stringify(row.sources);
}

function paragraphOf(
  rows: readonly [ResultRow, ...ResultRow[]],
  join: (rows: readonly ResultRow[]) => string,
): ReportParagraph {
  const [{ sources, location, state }] = rows;
  const rowCount = (rows.at(-1)?.location.row ?? location.row) - location.row + 1;
  return {
    text: join(rows),
    ...(state === '' ? {} : { state }),
    sources,
    location,
    ...(rowCount > 1 ? { rowCount } : {}),
  };
}

/** The text with the white space at its cuts. White space before the first part is left out if an earlier part was deleted. */
function joinParts(rows: readonly ResultRow[]): string {
  return rows
    .map(({ text, part }, at) => {
      const before = at > 0 || part?.index === 0 ? (part?.before ?? '') : '';
      return `${before}${text}${part?.after ?? ''}`;
    })
    .join('');
}

function joinTexts(rows: readonly ResultRow[]): string {
  return joinPieces(
    rows.map(({ text }) => text),
    RESULT_ROOMS,
  );
}
