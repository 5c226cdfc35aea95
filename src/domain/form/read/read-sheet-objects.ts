import type { Problem } from '../../diagnostics/problem.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';

/**
 * What an agency put on a sheet and into no cell. The form has neither comments nor shapes nor pictures, so each is a
 * problem that keeps what can be kept of it.
 */
export function problemsOnSheet({
  name: sheet,
  comments = [],
  shapes = [],
  objects = [],
}: SheetContent): readonly Problem[] {
  return [
    ...comments.map(({ row, column, text, author }): Problem => ({
      code: 'comment-not-answer',
      text,
      ...(author === undefined ? {} : { author }),
      sheet,
      cell: { row, column },
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
