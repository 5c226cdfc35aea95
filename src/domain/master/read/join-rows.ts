import type { MeasureKey } from '../../programme/programme.ts';
import type { CellLocation } from '../../spreadsheet/address.ts';
import type { Source } from '../../submissions/consolidation.ts';
import { foldDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';
import { RESULT } from '../plan/issue-sheet.ts';
import { fitCell } from '../plan/layout.ts';
import type { ReportParagraph } from '../report.ts';

/** A row with a text under the results. */
export interface ResultRow {
  readonly measure: MeasureKey;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly location: CellLocation;
  /** As {@link pieceKey} wrote it; empty where the row has none. */
  readonly key: string;
  readonly checksum: string;
  readonly state: string;
}

/** What stands between two pieces of a paragraph, by the letter of its key. */
const SEAMS: Readonly<Record<string, string>> = { n: '\n', s: ' ', '-': '' };

/** A row with its place in its paragraph. */
interface Piece {
  readonly row: ResultRow;
  readonly id?: string;
  /** From 1 on. */
  readonly number: number;
  /** What stands before it. */
  readonly seam: string;
}

/**
 * The key of a piece of a paragraph, beside its row: the paragraph's id and, where it needs several rows, the number of the
 * piece and what stood before it: a line feed (n), a blank (s) or nothing (-).
 * @param number from 1 on
 */
export function pieceKey(id: string, number: number, before: string): string {
  if (number === 1) return id;
  return `${id} ${number}${before.includes('\n') ? 'n' : before === '' ? '-' : 's'}`;
}

function pieceOf(row: ResultRow): Piece {
  const [, id, number = '1', seam = 's'] = /^(\S+)(?: (\d+)([ns-]))?$/.exec(foldDigits(row.key)) ?? [];
  return { row, number: Number(number), seam: SEAMS[seam] ?? ' ', ...(id === undefined ? {} : { id }) };
}

/**
 * The paragraphs of rows, by measure. Rows of one key are joined in the order of their numbers, at the place of the first; a
 * row that was copied is a paragraph of its own, without an id. Rows without keys, of layout 1, are joined where the text
 * of one would not have fitted into the row before it.
 */
export function joinRows(rows: readonly ResultRow[]): ReadonlyMap<MeasureKey, readonly ReportParagraph[]> {
  const joined = new Map<MeasureKey, readonly ReportParagraph[]>();
  for (const [measure, its] of groupBy(rows, (row) => row.measure)) {
    const groups: Piece[][] = [];
    const byId = new Map<string, Piece[]>();
    for (const piece of its.map(pieceOf)) {
      const group = piece.id === undefined ? goesOn(groups.at(-1), piece) : byId.get(piece.id);
      const isCopy = piece.id !== undefined && group?.some(({ number }) => number === piece.number);
      if (group && !isCopy) group.push(piece);
      else {
        const { row, number, seam } = piece;
        const begun = [isCopy ? { row: { ...row, sources: [], checksum: '' }, number, seam } : piece];
        groups.push(begun);
        if (piece.id !== undefined && !isCopy) byId.set(piece.id, begun);
      }
    }
    joined.set(measure, groups.map(paragraphOf));
  }
  return joined;
}

/** The pieces that a row of layout 1 goes on with; undefined if it begins a paragraph. */
function goesOn(before: Piece[] | undefined, { row }: Piece): Piece[] | undefined {
  const last = before?.at(-1);
  if (before === undefined || last === undefined || last.id !== undefined || row.sources.length === 0) return undefined;
  const isSame = JSON.stringify(last.row.sources) === JSON.stringify(row.sources);
  const isNext = row.location.row === last.row.location.row + 1;
  return isSame && isNext && fitCell(`${last.row.text} ${row.text}`, RESULT)[0] === last.row.text ? before : undefined;
}

function paragraphOf(pieces: readonly Piece[]): ReportParagraph {
  const inOrder = pieces.toSorted((one, other) => one.number - other.number);
  const [first] = pieces;
  const { row } = first ?? {};
  if (row === undefined) throw new RangeError('a paragraph has a row');
  return {
    text: inOrder.map((piece, index) => (index === 0 ? '' : piece.seam) + piece.row.text).join(''),
    ...(first?.id === undefined ? {} : { id: first.id }),
    ...(row.checksum === '' ? {} : { checksum: row.checksum }),
    ...(row.state === '' ? {} : { state: row.state }),
    sources: row.sources,
    location: row.location,
  };
}
