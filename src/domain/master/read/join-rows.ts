import type { MeasureKey } from '../../programme/programme.ts';
import type { CellLocation } from '../../spreadsheet/address.ts';
import type { Source } from '../../submissions/consolidation.ts';
import { groupBy } from '../../text/group-by.ts';
import { RESULT_ROOMS } from '../plan/report-paragraphs.ts';
import { fitCell } from '../plan/layout.ts';
import type { ReportParagraph } from '../report.ts';
import type { TextPart } from '../text-parts.ts';
import { joinPieces } from './join-pieces.ts';

/** A row with a text under the results. */
export interface ResultRow {
  readonly measure: MeasureKey;
  /** Blank in a row of which only the mark is left. */
  readonly text: string;
  /** The mark of the row. */
  readonly part?: TextPart;
  readonly sources: readonly Source[];
  readonly location: CellLocation;
  readonly state: string;
}

/**
 * The paragraphs of rows, by measure. Rows one below the other with the same sources are joined where their marks say that the one is a
 * later part of the other's paragraph: parts between them may be gone. A part that stands elsewhere is a paragraph of its own.
 * @param hasParts whether the rows have marks. In masters of before, rows are joined where the text of the one would not have fitted
 * into the row before it
 */
export function joinRows(
  rows: readonly ResultRow[],
  hasParts: boolean,
): ReadonlyMap<MeasureKey, readonly ReportParagraph[]> {
  const goesOn = hasParts ? isLaterPart : hadNoRoom;
  const joined = new Map<MeasureKey, readonly ReportParagraph[]>();
  for (const [measure, its] of groupBy(rows, (row) => row.measure)) {
    const paragraphs: ResultRow[][] = [];
    for (const row of its) {
      const before = paragraphs.at(-1);
      const last = before?.at(-1);
      if (before && last && goesOn(last, row)) before.push(row);
      else paragraphs.push([row]);
    }
    joined.set(
      measure,
      paragraphs.flatMap((each) => paragraphOf(each, hasParts ? joinParts : joinTexts)),
    );
  }
  return joined;
}

function isBelow(last: ResultRow, row: ResultRow): boolean {
  return row.location.row === last.location.row + 1 && JSON.stringify(last.sources) === JSON.stringify(row.sources);
}

function isLaterPart(last: ResultRow, row: ResultRow): boolean {
  if (last.part === undefined || row.part === undefined) return false;
  return row.part.of === last.part.of && row.part.index > last.part.index && isBelow(last, row);
}

function hadNoRoom(last: ResultRow, row: ResultRow): boolean {
  if (row.sources.length === 0 || !isBelow(last, row)) return false;
  return RESULT_ROOMS.some((room) => fitCell(`${last.text} ${row.text}`, room)[0] === last.text);
}

/** The paragraph of some rows, without the blank ones at its ends. */
function paragraphOf(
  all: readonly ResultRow[],
  join: (rows: readonly ResultRow[]) => string,
): readonly ReportParagraph[] {
  const hasText = ({ text }: ResultRow): boolean => text.trim() !== '';
  const rows = all.slice(all.findIndex(hasText), all.findLastIndex(hasText) + 1);
  return rows.slice(0, 1).map(({ sources, location, state }) => ({
    text: join(rows.filter(hasText)),
    ...(state === '' ? {} : { state }),
    sources,
    location,
    ...(rows.length > 1 ? { rowCount: rows.length } : {}),
  }));
}

/** The text with the white space at which it was cut. That before a part is left out where the part before is gone. */
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
