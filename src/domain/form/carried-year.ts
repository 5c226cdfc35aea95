import type { CarriedFault } from '../diagnostics/problem.ts';
import type { SheetContent, WorkbookContent } from '../spreadsheet/content.ts';
import type { SheetPlan } from '../spreadsheet/plan.ts';
import { checksum } from '../text/checksum.ts';
import { groupBy } from '../text/group-by.ts';
import { memoizeLast } from '../text/memoize.ts';
import { formatToken, isYearToken, parseToken } from './identity.ts';

/**
 * Workbooks of agencies and masters carry the data of their year, so that a program that knows nothing of the year can read them: on a
 * sheet that nobody sees, in cells, because only these come through every program that saves a workbook (docs/design.md). The
 * data are there twice.
 */

/** Name of the sheet with the data. It is known by its tokens: a person may show and rename it. */
export const YEAR_SHEET = 'ข้อมูลสำหรับโปรแกรม';

/** Characters of a piece: all that a cell takes but room for the facts before them. */
const PIECE = 32_000;

/** Most pieces that are put together: a hundred times those of 2565, and no more than a program of long ago reads in a workbook. */
const MAX_PIECES = 100;

/** The data of a year as a workbook carries them. */
export interface PackedYear {
  /** Tells data apart that make another form. */
  readonly digest: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** In Base64. */
  readonly packed: string;
}

/** A part of packed data, as a cell holds it. */
interface YearPiece extends PackedYear {
  /** Checksum of all pieces together. */
  readonly sum: string;
  /** Counted from 0. */
  readonly index: number;
  /** Of how many pieces. */
  readonly count: number;
}

/** The sheet on which a workbook carries its year: the pieces in rows, each twice. */
export function planYearSheet({ digest, size, packed }: PackedYear): SheetPlan {
  const count = Math.ceil(packed.length / PIECE);
  const sum = checksum(packed);
  const pieces = Array.from({ length: count }, (_, index) => {
    const piece = { digest, size, sum, index, count, packed: packed.slice(index * PIECE, (index + 1) * PIECE) };
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

/** The columns with a copy each. */
const COPIES = [0, 1] as const;

/** The property of a workbook that carries a year. */
export function yearProperties({ digest }: PackedYear): Record<string, string> {
  return { [DIGEST]: digest };
}

const DIGEST = 'ITA.Data';

/** What {@link yearDigest} gives for the data that a workbook was made from; undefined where it does not say. */
export function digestIn(content: WorkbookContent): string | undefined {
  return content.properties.get(DIGEST) ?? piecesIn(content).at(0)?.digest;
}

/** Whether a sheet is there for the data of the year. */
export function isYearSheet({ cells }: Pick<SheetContent, 'cells'>): boolean {
  return cells.length > 0 && cells.every(({ text }) => isYearToken(text));
}

/**
 * The data of the year that a workbook carries, if a copy of every piece is whole; undefined where it never carried any. Where there are
 * several, as in a master whose sheets were replaced, those that the properties name are the ones.
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

/** The piece in the text of a cell. The workbooks of a year carry the same, mostly in one piece. */
const pieceIn = memoizeLast((text): YearPiece | undefined => {
  const token = parseToken(text);
  return token?.kind === 'year' ? parsePiece(token.data) : undefined;
});

/** The pieces of one set put together; undefined where one is missing. */
function joined(pieces: readonly YearPiece[]): PackedYear | undefined {
  const [first] = pieces;
  if (first === undefined || first.count > MAX_PIECES) return undefined;
  const { digest, size, sum, count } = first;
  const byIndex = new Map(pieces.map(({ index, packed }) => [index, packed]));
  const packed = Array.from({ length: count }, (_, index) => byIndex.get(index) ?? '').join('');
  return checksum(packed) === sum ? { digest, size, packed } : undefined;
}

/**
 * The way in which data are packed; another way takes another one.
 * @internal
 */
export const PACKING = '1';

/** @internal */
export function formatPiece({ digest, size, sum, index, count, packed }: YearPiece): string {
  const facts = [PACKING, digest, String(size), sum, String(index), String(count)].join('/');
  return `${facts}/${checksum(`${facts}/${packed}`)}/${packed}`;
}

/** A piece has a checksum of its own, so that one that was changed or cut is never taken for whole. */
function parsePiece(data: string): YearPiece | undefined {
  const [packing, digest = '', size = '', sum = '', index = '', count = '', , ...rest] = data.split('/');
  const areNumbers = [size, index, count].every((number) => /^\d{1,7}$/.test(number));
  const piece = { digest, size: Number(size), sum, index: Number(index), count: Number(count), packed: rest.join('/') };
  return packing === PACKING && areNumbers && formatPiece(piece) === data ? piece : undefined;
}
