import type { Problem } from '../../diagnostics/problem.ts';
import type { MeasureKey } from '../../programme/programme.ts';
import type { SheetContent, SheetObject } from '../../spreadsheet/content.ts';
import type { SubmittedPicture } from '../../submissions/submission.ts';
import type { Labels } from './form-labels.ts';

/**
 * A problem, with its text or description, for everything that an agency put on a sheet outside its cells: the form has no comments,
 * shapes or pictures. Pictures that {@link picturesOnSheet} returns are left out, and so are page headers and footers with the form's labels.
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

/** The problem of an object; none for a picture that {@link picturesOnSheet} returns. */
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

/** A problem for each picture that {@link picturesOnSheet} would return, on a sheet that belongs to no submission. */
export function refusedPictures({ name: sheet, objects = [] }: SheetContent): readonly Problem[] {
  return objects.flatMap(({ kind, name, description: text, area, image }): readonly Problem[] => {
    if (image === undefined || 'reason' in image.picture) return [];
    const cell = area && { row: area.top, column: area.left };
    return [{ code: 'object-not-carried', kind, name, text, sheet, ...(cell ? { cell } : {}) }];
  });
}

/** Limit of pictures in one workbook: three for each measure. */
export const MAX_PICTURES = 200;

/**
 * The pictures of a sheet that can go into the report, with their measures.
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

/** Rows under a picture that are searched for a measure: it may begin a little above the row that it is meant for. */
const MAX_ROWS = 100;

function firstMeasure(
  top: number,
  bottom: number,
  measureOf: (row: number) => MeasureKey | undefined,
): MeasureKey | undefined {
  for (let row = top; row <= Math.min(bottom, top + MAX_ROWS); row++) {
    const measure = measureOf(row);
    if (measure !== undefined) return measure;
  }
  return undefined;
}
