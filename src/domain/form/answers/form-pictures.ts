import { fitInto, shownSize } from '../../image/picture.ts';
import type { MeasureKey } from '../../programme/programme.ts';
import { COLUMNS } from '../../spreadsheet/limits.ts';
import type { SheetContent, SheetObject, WorkbookContent } from '../../spreadsheet/content.ts';
import type { PicturePlan, PictureSwap } from '../../spreadsheet/plan.ts';
import { answerLocations } from '../read/answer-locations.ts';
import type { AnswerCell, MeasureForm } from './answer-form.ts';
import { describing } from './typed-texts.ts';

/** A change of one picture of a measure. */
export interface MeasurePictureSwap extends PictureSwap {
  readonly measure: MeasureKey;
}

/** A picture of a measure that a person put there on the form, or that was found in the file. */
export interface AddedPicture {
  readonly measure: MeasureKey;
  readonly sheet: string;
  /** Of a picture that was found its place and size are not known; nothing but its description is changed. */
  readonly plan: PicturePlan;
  /** Whether it was in the file before, so that it can be described here, but not taken away. */
  readonly isFound?: true;
}

/** Points of the box that a picture is fitted into: small beside the rows of its measure; a person may enlarge it in Excel. */
const BOX = { width: 120, height: 72 };

/** Columns of the usual width that a picture lies over. */
const SPAN = 3;

/** Points of a pixel, of which a picture takes no more: as many as on a usual screen. */
const PIXEL = 0.75;

/**
 * Where pictures are added to a measure: in its first row, one beside the other, to the right of the table and of the pictures that are
 * there, so that they hide no text.
 */
export function picturePlans(
  { pictureCell: { row, column }, pictures: shown }: Pick<MeasureForm, 'pictureCell' | 'pictures'>,
  pictures: readonly Pick<PicturePlan, 'name' | 'picture'>[],
): readonly PicturePlan[] {
  const first = Math.max(column, ...shown.map(({ cell }) => cell.column + SPAN));
  return pictures.map((one, index) =>
    // At the edge of the sheet they lie one over the other.
    picturePlan({ ...one, description: '', at: { row, column: Math.min(first + index * SPAN, COLUMNS - 1) } }),
  );
}

/** The plan of a picture over a cell, in the size that the form gives it. */
export function picturePlan(one: Pick<PicturePlan, 'name' | 'description' | 'at' | 'picture'>): PicturePlan {
  return { ...one, ...fitInto(shownSize(one.picture), BOX, PIXEL) };
}

/** What programs call a picture that was added on the form; `origin` tells those of one draft from others. */
export function pictureName(origin: string, number: number): string {
  return `${prefixOf(origin)}${number}`;
}

/** The number of a picture of an origin; undefined for any other one. */
export function pictureNumber(name: string, origin: string): number | undefined {
  const number = name.startsWith(prefixOf(origin)) ? Number(name.slice(prefixOf(origin).length)) : NaN;
  return Number.isInteger(number) ? number : undefined;
}

function prefixOf(origin: string): string {
  return `ภาพหลักฐาน ${origin}-`;
}

/** The content of a workbook with the pictures that were added, where the host gives no pictures to read. */
export function contentWithPictures(content: WorkbookContent, added: readonly AddedPicture[]): WorkbookContent {
  if (added.length === 0) return content;
  const sheets = content.sheets.map((sheet): SheetContent => {
    const own = added.filter((one) => one.sheet === sheet.name);
    if (own.length === 0) return sheet;
    // Rows may have been inserted since.
    const locations = answerLocations({ ...content, sheets: [sheet] });
    const objects = own.map((one) => objectOf(one, locations.get(one.measure)?.row));
    return { ...sheet, objects: [...(sheet.objects ?? []), ...objects] };
  });
  return { ...content, sheets };
}

function objectOf({ plan }: AddedPicture, row = plan.at.row): SheetObject {
  const { name, description, at, picture } = plan;
  const { bytes, ...facts } = picture;
  return {
    kind: 'picture',
    name,
    description,
    area: { top: row, left: at.column, bottom: row, right: at.column },
    image: { type: `image/${facts.format}`, size: bytes.length, picture: { ...facts, key: name } },
  };
}

/** The description of a picture as a text that a person types for a place, like that of a cell. */
export function descriptionOf({ sheet, plan: { name, description, at } }: AddedPicture): AnswerCell {
  return { sheet, ...at, answers: describing(name), text: description };
}

/** The added pictures after changes. */
export function afterSwaps(
  added: readonly AddedPicture[],
  swaps: readonly MeasurePictureSwap[],
): readonly AddedPicture[] {
  return swaps.reduce<readonly AddedPicture[]>((left, { measure, sheet, before, after }) => {
    const at = left.findIndex((one) => one.sheet === sheet && one.plan.name === before?.name);
    const next = after === undefined ? [] : [{ measure, sheet, ...left[at], plan: after }];
    return at < 0 ? [...left, ...next] : left.toSpliced(at, 1, ...next);
  }, added);
}

/** The changes with pictures that are put back into the first rows of their measures, wherever these stand now. */
export function placedAgain(
  swaps: readonly MeasurePictureSwap[],
  measures: readonly MeasureForm[],
): readonly MeasurePictureSwap[] {
  return swaps.map((swap) => {
    const { before, after, sheet } = swap;
    const form = measures.find((one) => one.measure.key === swap.measure && one.sheet === sheet);
    if (before !== undefined || after === undefined || form === undefined) return swap;
    return { ...swap, after: { ...after, at: { ...after.at, row: form.pictureCell.row } } };
  });
}

/** The inverse changes, the last one first. */
export function undoSwaps(swaps: readonly MeasurePictureSwap[]): readonly MeasurePictureSwap[] {
  return swaps.toReversed().map(({ measure, sheet, before, after }) => ({
    measure,
    sheet,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  }));
}
