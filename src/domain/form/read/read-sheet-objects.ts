import type { Problem } from '../../diagnostics/problem.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import type { Labels } from './form-labels.ts';

/**
 * What an agency put on a sheet outside its cells. The form has no comments, shapes or pictures, so each becomes a problem
 * with its text or description. Page headers and footers of the form show some of the `labels`.
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
