import type { Problem } from '../../diagnostics/problem.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';

/**
 * What an agency put on a sheet outside its cells. The form has no comments, shapes or pictures, so each becomes a problem
 * with its text or description.
 */
export function problemsOnSheet({
  name: sheet,
  comments = [],
  shapes = [],
  objects = [],
  texts = [],
}: SheetContent): readonly Problem[] {
  return [
    ...comments.map(({ row, column, text, author }): Problem => ({
      code: 'comment-not-answer',
      text,
      ...(author === undefined ? {} : { author }),
      sheet,
      cell: { row, column },
    })),
    ...texts.map(({ text, author }): Problem => ({
      code: 'comment-not-answer',
      text,
      ...(author === undefined ? {} : { author }),
      sheet,
    })),
    ...shapes.map(({ row, column, text }): Problem => ({
      code: 'text-in-shape',
      text,
      sheet,
      cell: { row, column },
    })),
    ...objects.map(({ kind, name, description, area }): Problem => ({
      code: 'object-not-carried',
      kind,
      name,
      text: description,
      sheet,
      ...(area === undefined ? {} : { cell: { row: area.top, column: area.left } }),
    })),
  ];
}
