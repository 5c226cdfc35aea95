import { nameOfPath } from '../text/file-path.ts';

/**
 * What a file is by its name. `workbook` is read, also to say why it cannot be; so is a name without an extension, which a
 * mail program may have cut off. The others hold no workbook that can be read: several files in an `archive`, a `table` of
 * another program, a download that has not ended (`partial`), or any other `document`.
 */
export type FileKind = 'workbook' | 'archive' | 'table' | 'partial' | 'document';

const KINDS: readonly (readonly [FileKind, RegExp])[] = [
  ['workbook', /\.(?:xls[xmb]?|xlt[xm]?|ods)$|^[^.]*$|^~\$/i],
  ['archive', /\.(?:zip|rar|7z|tar|t?gz)$/i],
  // Excel 2003 wrote XML; WPS writes .et, LibreOffice .fods, Apple .numbers.
  ['table', /\.(?:csv|tsv|xml|ett?|fods|ots|sxc|numbers|slk|dif|prn)$/i],
  ['partial', /\.(?:crdownload|part|partial|download|opdownload|tmp)$/i],
];

/** The kind of a file by its name, which may have folders before it. */
export function fileKind(path: string): FileKind {
  const name = nameOfPath(path);
  return KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'document';
}

/** What systems keep in folders for themselves, and the undo records of this program. */
const OF_PROGRAMS = /^(?:\..*|desktop\.ini|thumbs\.db|icon\r|.*\.undo(?:-\d+)?\.json)$/i;

/** Whether a file or folder is hidden from people, by its name. */
export function isHiddenName(name: string): boolean {
  return OF_PROGRAMS.test(name);
}
