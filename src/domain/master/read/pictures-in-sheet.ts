import type { KnownPicture } from '../../image/picture.ts';
import type { MeasureKey } from '../../programme/programme.ts';
import type { AgencyCode } from '../../programme/roster.ts';
import { parseCellName } from '../../spreadsheet/address.ts';
import type { SheetContent, SheetObject } from '../../spreadsheet/content.ts';
import { collapse } from '../../text/compare.ts';
import { instantOfThaiTime } from '../../text/dates.ts';
import { foldDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';
import { PICTURE_HEADINGS, type PictureHeading } from '../picture-headings.ts';
import type { MasterPicture } from '../pictures.ts';
import { DESCRIPTION_ROOM } from '../plan/pictures-sheet.ts';
import { joinPieces } from './join-pieces.ts';
import { measureIn } from './report-sheets.ts';

/** A picture on the sheet of pictures, without its bytes. */
export interface PictureInSheet extends Omit<MasterPicture, 'picture'> {
  readonly picture: KnownPicture;
}

/** A row of the sheet. */
interface Row {
  readonly number: number;
  readonly textIn: (heading: PictureHeading) => string;
}

/**
 * The pictures on the sheet of pictures with the facts in their rows, wherever people moved rows and columns. A picture without a row of
 * the program was added by the office.
 */
export function picturesInSheet({ name, cells, objects = [] }: SheetContent): readonly PictureInSheet[] {
  const rows = rowsOf(cells);
  const recordOf = recordsOf(objects, rows);
  return objects.flatMap((object): readonly PictureInSheet[] => {
    const { image, area, frame } = object;
    if (image === undefined || 'reason' in image.picture) return [];
    const shown = { ...(frame === undefined ? {} : { frame }), picture: image.picture };
    const record = recordOf.get(object);
    if (record === undefined) {
      const cell = { row: area?.top ?? 0, column: area?.left ?? 0 };
      return [{ ...shown, sheet: name, cell, file: '', description: object.description, key: image.picture.key }];
    }
    return [{ ...shown, ...factsIn(record, rows) }];
  });
}

/** The identities of the agencies' pictures in the rows of the sheet of pictures. */
export function pictureIdentitiesIn({ cells }: Pick<SheetContent, 'cells'>): readonly PictureIdentity[] {
  return rowsOf(cells).flatMap(({ textIn }): readonly PictureIdentity[] => {
    const key = foldDigits(textIn('key'));
    const agency = foldDigits(textIn('agencyCode')).trim();
    if (key === '' || agency === '') return [];
    return [{ agency: agency as AgencyCode, picture: identityOf(measureIn(textIn('measureKey')), key) }];
  });
}

/** An agency, and a text that identifies one of its pictures. */
export interface PictureIdentity {
  readonly agency: AgencyCode;
  readonly picture: string;
}

/** The identities of the agencies' pictures in a master that is to be written; comparable to {@link pictureIdentitiesIn}. */
export function pictureIdentitiesOf(pictures: readonly MasterPicture[]): readonly PictureIdentity[] {
  return pictures.flatMap(({ agency, measure, key }) =>
    agency === undefined ? [] : [{ agency, picture: identityOf(measure, key) }],
  );
}

function identityOf(measure: MeasureKey | undefined, key: string): string {
  return JSON.stringify([measure ?? '', key]);
}

function rowsOf(cells: SheetContent['cells']): readonly Row[] {
  const rows = Array.from(
    groupBy(cells, ({ row }) => row),
    ([number, its]) => ({
      number,
      texts: new Map(its.map(({ column, text }) => [column, text])),
    }),
  );
  const first = rows.findIndex(({ texts }) =>
    [...texts.values()].some((text) => collapse(text) === PICTURE_HEADINGS.key),
  );
  const columnOf = new Map(Array.from(rows[first]?.texts ?? [], ([column, heading]) => [collapse(heading), column]));
  return rows.slice(first + 1).map(({ number, texts }) => ({
    number,
    textIn: (heading) => texts.get(columnOf.get(PICTURE_HEADINGS[heading]) ?? -1) ?? '',
  }));
}

/**
 * The row of each picture: the one that has the picture's key, because pictures do not move along when rows are sorted. Without such a
 * row, as when another program re-encoded the picture, it is the row under the picture.
 */
function recordsOf(objects: readonly SheetObject[], rows: readonly Row[]): ReadonlyMap<SheetObject, Row> {
  const records = new Map<SheetObject, Row>();
  const free = new Set(rows);
  const isOwn = ({ image }: SheetObject, { textIn }: Row): boolean =>
    image !== undefined && 'key' in image.picture && foldDigits(textIn('key')) === image.picture.key;
  const take = (object: SheetObject, row: Row): void => {
    records.set(object, row);
    free.delete(row);
  };
  for (const object of objects) {
    const row = rowUnder(rows, object.area);
    if (row && free.has(row) && isOwn(object, row)) take(object, row);
  }
  for (const object of objects) {
    if (records.has(object)) continue;
    const row = [...free].find((each) => isOwn(object, each)) ?? rowUnder(rows, object.area);
    if (row) take(object, row);
  }
  return records;
}

/** The first row with a key that a picture covers. */
function rowUnder(rows: readonly Row[], area: SheetObject['area']): Row | undefined {
  if (area === undefined) return undefined;
  return rows.find(({ number, textIn }) => number >= area.top && number <= area.bottom && textIn('key') !== '');
}

function factsIn({ number, textIn }: Row, rows: readonly Row[]): Omit<PictureInSheet, 'picture' | 'frame'> {
  const agency = foldDigits(textIn('agencyCode')).trim();
  const measure = measureIn(textIn('measureKey'));
  const savedAt = instantOfThaiTime(textIn('savedAt'));
  return {
    ...(agency === '' ? {} : { agency: agency as AgencyCode }),
    ...(measure === undefined ? {} : { measure }),
    file: textIn('file'),
    ...(savedAt === '' ? {} : { savedAt }),
    sheet: textIn('sheet'),
    cell: parseCellName(foldDigits(textIn('cell'))) ?? { row: 0, column: 0 },
    description: descriptionFrom(number, rows),
    key: foldDigits(textIn('key')),
  };
}

/** A long description continues in the rows below, which have no key. */
function descriptionFrom(first: number, rows: readonly Row[]): string {
  const texts: string[] = [];
  for (const { number, textIn } of rows) {
    if (number < first) continue;
    if (number > first && textIn('key') !== '') break;
    texts.push(textIn('description'));
  }
  return joinPieces(
    texts.filter((text) => text !== ''),
    [DESCRIPTION_ROOM],
  );
}
