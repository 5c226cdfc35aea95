import type { CarriedFault } from '../diagnostics/problem.ts';
import type { SheetContent, WorkbookContent } from '../spreadsheet/content.ts';
import type { SheetPlan } from '../spreadsheet/plan.ts';
import { checksum } from '../text/checksum.ts';
import { groupBy } from '../text/group-by.ts';
import { memoizeLast } from '../text/memoize.ts';
import { formatToken, isYearToken, parseToken } from './identity.ts';

/**
 * Workbooks of agencies and masters carry the data of their year, so that a program without these data can read them. The data are in
 * cells of a very hidden sheet, because only cells survive every program that saves a workbook (docs/design.md), and they are there twice.
 */

/** Name of the sheet with the data. The sheet is identified by its tokens, because a person may unhide and rename it. */
export const YEAR_SHEET = 'ข้อมูลสำหรับโปรแกรม';

/** Characters of a piece. A cell holds 32,767, and the facts before the piece need some. */
const PIECE_LENGTH = 32_000;

/** A hundred times the pieces of 2565, and no more text than the first versions of the program read from a workbook. */
const MAX_PIECES = 100;

/** The data of a year as a workbook carries them. */
export interface PackedYear {
  /** Differs for data from which a different form is made. */
  readonly digest: string;
  /** Size in bytes when unpacked. */
  readonly size: number;
  /** Base64. */
  readonly packed: string;
}

/** One cell's part of packed data. */
interface YearPiece extends PackedYear {
  /** Checksum of all pieces together. */
  readonly sum: string;
  /** Counted from 0. */
  readonly index: number;
  /** Number of pieces. */
  readonly count: number;
}

/** Plans the sheet on which a workbook carries its year: a piece in each row, twice. */
export function planYearSheet({ digest, size, packed }: PackedYear): SheetPlan {
  const count = Math.ceil(packed.length / PIECE_LENGTH);
  const sum = checksum(packed);
  const pieces = Array.from({ length: count }, (_, index) => {
    const piece = {
      digest,
      size,
      sum,
      index,
      count,
      packed: packed.slice(index * PIECE_LENGTH, (index + 1) * PIECE_LENGTH),
    };
    return formatToken({ kind: 'year', data: formatPiece(piece) });
  });
  return {
    name: YEAR_SHEET,
    state: 'veryHidden',
    columns: COPIES.map(() => ({ width: 9, hidden: true })),
    rows: pieces.map((value) => ({
      hidden: true,
      cells: COPIES.map((column) => ({ column, style: 'hidden', value })),
    })),
    merges: [],
    protection: { allow: [] },
    validations: [],
    conditionalFormats: [],
    print: { lastColumn: COPIES.length - 1, header: {}, footer: {} },
  };
}

/** The columns that have a copy each. */
const COPIES = [0, 1] as const;

/** The property of a workbook that carries a year. */
export function yearProperties({ digest }: PackedYear): Record<string, string> {
  return { [DIGEST]: digest };
}

const DIGEST = 'ITA.Data';

/** The digest (see {@link yearDigest}) of the data that a workbook was made from; undefined if it does not have one. */
export function digestIn(content: WorkbookContent): string | undefined {
  return content.properties.get(DIGEST) ?? piecesIn(content).at(0)?.digest;
}

/** Whether a sheet holds nothing but data of the year. */
export function isYearSheet({ cells }: Pick<SheetContent, 'cells'>): boolean {
  return cells.length > 0 && cells.every(({ text }) => isYearToken(text));
}

/**
 * The data of the year that a workbook carries. If it has several, as a master whose sheets were replaced, those that its properties name.
 * @returns `damaged` if no set of pieces is complete, `gone` if only the property is left, undefined if it never carried any
 */
export function packedYearIn(content: WorkbookContent): PackedYear | Exclude<CarriedFault, 'foreign'> | undefined {
  const named = content.properties.get(DIGEST);
  const pieces = piecesIn(content);
  const sets = [...groupBy(pieces, ({ digest, size, sum, count }) => [digest, size, sum, count].join('/')).values()];
  const [first] = sets
    .flatMap((set) => joined(set) ?? [])
    .sort((one, other) => Number(other.digest === named) - Number(one.digest === named));
  if (first) return first;
  const hasTokens = content.sheets.some(({ cells }) => cells.some(({ text }) => isYearToken(text)));
  return hasTokens ? 'damaged' : named === undefined ? undefined : 'gone';
}

function piecesIn({ sheets }: WorkbookContent): readonly YearPiece[] {
  const texts = new Set<string>();
  for (const { cells } of sheets) {
    for (const { text } of cells) if (isYearToken(text)) texts.add(text);
  }
  return [...texts].flatMap((text) => pieceIn(text) ?? []);
}

/** The piece in the text of a cell; memoized because all workbooks of a year carry the same, mostly in one piece. */
const pieceIn = memoizeLast((text): YearPiece | undefined => {
  const token = parseToken(text);
  return token?.kind === 'year' ? parsePiece(token.data) : undefined;
});

/** The pieces of one set joined; undefined if one is missing. */
function joined(pieces: readonly YearPiece[]): PackedYear | undefined {
  const [first] = pieces;
  if (first === undefined || first.count > MAX_PIECES) return undefined;
  const { digest, size, sum, count } = first;
  const byIndex = new Map(pieces.map(({ index, packed }) => [index, packed]));
  const packed = Array.from({ length: count }, (_, index) => byIndex.get(index) ?? '').join('');
  return checksum(packed) === sum ? { digest, size, packed } : undefined;
}

/**
 * Version of the way in which data are packed.
 * @internal
 */
export const PACKING = '1';

/** @internal */
export function formatPiece({ digest, size, sum, index, count, packed }: YearPiece): string {
  const facts = [PACKING, digest, String(size), sum, String(index), String(count)].join('/');
  return `${facts}/${checksum(`${facts}/${packed}`)}/${packed}`;
}

/** Undefined if the piece was changed or cut off, which its own checksum shows. */
function parsePiece(data: string): YearPiece | undefined {
  const [packing, digest = '', size = '', sum = '', index = '', count = '', , ...rest] = data.split('/');
  const areNumbers = [size, index, count].every((number) => /^\d{1,7}$/.test(number));
  const piece = { digest, size: Number(size), sum, index: Number(index), count: Number(count), packed: rest.join('/') };
  return packing === PACKING && areNumbers && formatPiece(piece) === data ? piece : undefined;
}
