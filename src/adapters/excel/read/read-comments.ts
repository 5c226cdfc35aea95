import type { CellComment } from '../../../domain/spreadsheet/content.ts';

/**
 * Queues the loading of all comments of the workbook. Their locations can be loaded only afterwards, see {@link
 * queueLocations}.
 */
export function queueComments({ workbook }: Excel.RequestContext): Excel.CommentCollection {
  return workbook.comments.load(
    'items/authorName,items/content,items/replies/items/authorName,items/replies/items/content',
  );
}

/** A comment, its replies, and its location. */
export interface LocatedComment {
  readonly texts: readonly { readonly authorName: string; readonly content: string }[];
  readonly location: Excel.Range;
}

/** Queues the loading of the comments' locations. Notes need ExcelApi 1.18, so they are read from files only. */
export function queueLocations({ items }: Excel.CommentCollection): readonly LocatedComment[] {
  return items.map((comment) => ({
    texts: [comment, ...comment.replies.items],
    location: comment.getLocation().load('rowIndex,columnIndex,address'),
  }));
}

/** The comments of one sheet, by row, then by column. */
export function commentsOf(sheet: string, located: readonly LocatedComment[]): readonly CellComment[] {
  return located
    .filter(({ location }) => sheetOf(location) === sheet)
    .sort((one, other) => rank(one.location, other.location))
    .flatMap(({ texts, location: { rowIndex: row, columnIndex: column } }) =>
      texts
        .filter(({ content }) => content !== '')
        .map(({ authorName: author, content: text }) => ({ row, column, text, ...(author === '' ? {} : { author }) })),
    );
}

/** The sheet name of an address such as `'a sheet''s name'!A1`. */
function sheetOf({ address }: Excel.Range): string {
  const name = address.slice(0, Math.max(0, address.lastIndexOf('!')));
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function rank(one: Excel.Range, other: Excel.Range): number {
  return one.rowIndex - other.rowIndex || one.columnIndex - other.columnIndex;
}
