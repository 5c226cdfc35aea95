import { fitInto, shownSize } from '../../image/picture.ts';
import type { MeasureKey } from '../../programme/programme.ts';
import { COLUMNS } from '../../spreadsheet/limits.ts';
import type { PicturePlan, PictureSwap } from '../../spreadsheet/plan.ts';
import type { AnswerCell, FormPicture, MeasureForm } from './answer-form.ts';
import { describing } from './typed-texts.ts';

/** A change of one picture of a measure. */
export interface MeasurePictureSwap extends PictureSwap {
  readonly measure: MeasureKey;
}

/** A picture that a person put beside a measure on the form. */
export interface AddedPicture {
  readonly measure: MeasureKey;
  readonly sheet: string;
  readonly plan: PicturePlan;
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
 * @param shown all pictures of the measure
 */
export function picturePlans(
  { pictureCell: { row, column } }: Pick<MeasureForm, 'pictureCell'>,
  shown: readonly Pick<FormPicture, 'cell'>[],
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

/** The pictures of a measure: those that were read from the workbook, and those that were added where Excel gives none to read. */
export function picturesOf(
  { measure, sheet, pictures }: Pick<MeasureForm, 'measure' | 'sheet' | 'pictures'>,
  added: readonly AddedPicture[],
): readonly FormPicture[] {
  const read = new Set(pictures.map(({ name }) => name));
  const others = added.filter((one) => one.measure === measure.key && one.sheet === sheet && !read.has(one.plan.name));
  return [...pictures, ...others.map(({ plan: { name, description, at } }) => ({ name, description, cell: at }))];
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
    const others = left.filter((one) => one.sheet !== sheet || one.plan.name !== before?.name);
    return after === undefined ? others : [...others, { measure, sheet, plan: after }];
  }, added);
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
