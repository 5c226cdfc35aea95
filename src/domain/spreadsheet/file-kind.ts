import { nameOfPath } from '../text/file-path.ts';

/**
 * What a file is by its name; what it holds is decided by its content. `workbook` is a spreadsheet, or a name without an
 * extension, which a mail program may have cut off; `copy` is the name of a workbook with more behind it, as of a backup. The
 * others hold no workbook as a rule: what a program keeps beside a file that is open (`lock`), several files in an `archive`, a
 * `table` of another program, a download that has not ended (`partial`), or any other `document`.
 */
export type FileKind = 'workbook' | 'copy' | 'lock' | 'archive' | 'table' | 'partial' | 'document';

const KINDS: readonly (readonly [FileKind, RegExp])[] = [
  // Excel, Word and WPS write the first, LibreOffice the second.
  ['lock', /^~\$|^\.~lock\..*#$/],
  // Excel saves under a name of eight hexadecimal digits first, Chromium under .crswap; macOS keeps the last for a file that is in iCloud alone.
  [
    'partial',
    /^(?=\d*[A-F])[\dA-F]{8}$|\.(?:crdownload|part|partial|filepart|download|opdownload|tmp|crswap|icloud)$/i,
  ],
  ['workbook', /\.(?:xls[xmb]?|xlt[xm]?|ods)$|^[^.]*$/i],
  ['archive', /\.(?:zip|rar|7z|tar|t?gz)$/i],
  // Excel 2003 wrote XML; WPS writes .et, LibreOffice .fods, Apple .numbers.
  ['table', /\.(?:csv|tsv|xml|ett?|fods|ots|sxc|numbers|slk|dif|prn)$/i],
  ['copy', /\.(?:xls[xmb]?|xlt[xm]?|ods)(?![a-z\d])/i],
];

/** The kind of a file by its name, which may have folders before it. */
export function fileKind(path: string): FileKind {
  const name = nameOfPath(path);
  return KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'document';
}

/** What systems keep in folders for themselves, and the undo records of this program. */
const OF_PROGRAMS = /^(?:\.(?!~lock\..*#$|.*\.icloud$).*|desktop\.ini|thumbs\.db|icon\r|.*\.undo(?:-\d+)?\.json)$/i;

/** Whether a file or folder is hidden from people, by its name. */
export function isHiddenName(name: string): boolean {
  return OF_PROGRAMS.test(name);
}

/** Whether a name in a folder is that of somebody's file or folder: not hidden, and nothing that a program keeps there while it works. */
export function isOfPeople(name: string): boolean {
  return !isHiddenName(name) && fileKind(name) !== 'lock' && fileKind(name) !== 'partial';
}

/**
 * Whether a file beside it says that somebody has it open: `~$NAME`, of a long name without its first two characters, of Excel;
 * `.~lock.NAME#` of LibreOffice.
 * @param names what is in the folder
 */
export function hasLockFile(name: string, names: { has(name: string): boolean }): boolean {
  return names.has(`~$${name}`) || names.has(`~$${name.slice(2)}`) || names.has(`.~lock.${name}#`);
}
