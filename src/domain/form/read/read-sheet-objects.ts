import type { Problem } from '../../diagnostics/problem.ts';
import type { MeasureKey } from '../../programme/programme.ts';
import type { SheetContent, SheetObject } from '../../spreadsheet/content.ts';
import type { SubmittedPicture } from '../../submissions/submission.ts';
import type { Labels } from './form-labels.ts';

/**
 * What an agency put on a sheet outside its cells. The form has no comments, shapes or pictures, so each becomes a problem
 * with its text or description, but for those that {@link picturesOnSheet} passes on. Page headers and footers of the form show
 * some of the `labels`.
 */
export function problemsOnSheet(
  { name: sheet, comments = [], shapes = [], objects = [], texts = [] }: SheetContent,
  labels: Labels,
): readonly Problem[] {
  return [
    ...comments.map(({ row, column, text, author }): Problem => ({
      code: 'comment-not-answer',
      text,
      ...(author === undefined ? {} : { author }),
      sheet,
      cell: { row, column },
    })),
    ...texts
      .filter(({ carrier, text }) => carrier === 'comment' || !labels.includes(text))
      .map(({ carrier, text, author }): Problem =>
        carrier === 'page'
          ? { code: 'text-on-page', text, sheet }
          : { code: 'comment-not-answer', text, ...(author === undefined ? {} : { author }), sheet },
      ),
    ...shapes.map(({ row, column, text }): Problem => ({
      code: 'text-in-shape',
      text,
      sheet,
      cell: { row, column },
    })),
    ...objects.flatMap((object) => notCarried(object, sheet)),
  ];
}

/** The problem of an object that is no picture which could be passed on. */
function notCarried({ kind, name, description, area, image }: SheetObject, sheet: string): readonly Problem[] {
  const location = {
    sheet,
    text: description,
    name,
    ...(area === undefined ? {} : { cell: { row: area.top, column: area.left } }),
  };
  if (image === undefined) return [{ code: 'object-not-carried', kind, ...location }];
  const { picture } = image;
  return 'reason' in picture ? [{ code: 'picture-not-carried', why: picture, ...location }] : [];
}

/** A problem for each picture that {@link picturesOnSheet} would pass on, of a sheet that belongs to no submission. */
export function refusedPictures({ name: sheet, objects = [] }: SheetContent): readonly Problem[] {
  return objects.flatMap(({ kind, name, description: text, area, image }): readonly Problem[] => {
    if (image === undefined || 'reason' in image.picture) return [];
    const cell = area && { row: area.top, column: area.left };
    return [{ code: 'object-not-carried', kind, name, text, sheet, ...(cell ? { cell } : {}) }];
  });
}

/** Most pictures of one workbook that are passed on: three for each measure. */
export const MAX_PICTURES = 200;

/**
 * The pictures of a sheet that can be passed on, with their measures.
 * @param measureOf the measure of a row; undefined where it has none
 */
export function picturesOnSheet(
  { name: sheet, objects = [] }: SheetContent,
  measureOf: (row: number) => MeasureKey | undefined,
): readonly SubmittedPicture[] {
  return objects.flatMap(({ area, description, frame, image }): readonly SubmittedPicture[] => {
    if (image === undefined || 'reason' in image.picture) return [];
    const { top, left, bottom } = area ?? { top: 0, left: 0, bottom: 0 };
    const measure = firstMeasure(top, bottom, measureOf);
    return [
      {
        ...(measure === undefined ? {} : { measure }),
        sheet,
        cell: { row: top, column: left },
        description,
        ...(frame === undefined ? {} : { frame }),
        picture: image.picture,
      },
    ];
  });
}

/** Rows of a picture that are looked at for a measure: a picture may begin a little above the row that it is meant for. */
const ROWS_LOOKED_AT = 100;

function firstMeasure(
  top: number,
  bottom: number,
  measureOf: (row: number) => MeasureKey | undefined,
): MeasureKey | undefined {
  for (let row = top; row <= Math.min(bottom, top + ROWS_LOOKED_AT); row++) {
    const measure = measureOf(row);
    if (measure !== undefined) return measure;
  }
  return undefined;
}
