/** The name of a file without its folders; `\` too separates folders. */
export function nameOfPath(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** The path of a name in a folder; '' is the folder that paths are relative to. */
export function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder of a path with `/` between names; '' for a name alone. */
export function folderOfPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/**
 * The extension of a file with its dot, such as `.xlsx`; empty if it has none. A name that starts with its only dot has none,
 * nor has one with a number or Thai after the last dot, such as `ปี 2565.1` or `๑.สำนักการแพทย์`.
 */
export function extensionOf(path: string): string {
  return /^.+(\.\d*[a-z][a-z\d]*)$/isu.exec(nameOfPath(path))?.[1] ?? '';
}

/** The path with a text after the name and before its extension: `a/b.xlsx` and ` (2)` give `a/b (2).xlsx`. */
export function withSuffix(path: string, suffix: string): string {
  const end = path.length - extensionOf(path).length;
  return path.slice(0, end) + suffix + path.slice(end);
}

/** An endless sequence of distinct paths: `REPORT.docx`, `REPORT (2).docx`, `REPORT (3).docx` … */
export function* pathsBeside(path: string): Generator<string, never, undefined> {
  yield path;
  for (let number = 2; ; number += 1) yield withSuffix(path, ` (${number})`);
}

/** The first of {@link pathsBeside} that is not taken. */
export function freePath(path: string, isTaken: (path: string) => boolean): string {
  for (const paths = pathsBeside(path); ;) {
    const free = paths.next().value;
    if (!isTaken(free)) return free;
  }
}
