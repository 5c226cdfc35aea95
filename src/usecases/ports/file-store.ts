/** A file that was found. */
export interface FoundFile {
  /** Path as the user would type it, `/` between folders. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Files and folders to read from. */
export interface FileSource {
  /**
   * The path itself where it is a file, else every spreadsheet file below it (.xlsx, .xlsm, .xls and their kin, lock files `~$...` too,
   * hidden files not), each once, in the order of their names. A folder below it that cannot be opened stands in the list itself,
   * so that reading it says why.
   * @throws {FileFault} where the path cannot be listed.
   */
  list(path: string): Promise<readonly FoundFile[]>;
  /** A name that is the same for every way to write the path of one file, whether it exists or not. Never fails. */
  identify(path: string): Promise<string>;
  /**
   * A text that is another one whenever the file's bytes may be; undefined where that cannot be told, as of a file that was written
   * a moment ago. Never fails.
   */
  stamp?(path: string): Promise<string | undefined>;
  /** @throws {FileFault} */
  read(path: string): Promise<Uint8Array>;
}

/** Files that a person chose, and the paths by which they are known, each another one. */
export interface ChosenFiles extends FileSource {
  readonly paths: readonly string[];
}

/** Files and folders. */
export interface FileStore extends FileSource {
  /**
   * Writes the whole file or nothing: beside the target first, renamed when complete. Makes missing folders.
   * @throws {FileFault}
   */
  write(path: string, bytes: Uint8Array): Promise<void>;
}

/** Thrown where a file or folder cannot be read or written. `code` is the system's, such as `EACCES` or `ENOENT`. */
export class FileFault extends Error {
  readonly path: string;
  readonly code: string;
  readonly action: 'read' | 'write';

  constructor(action: 'read' | 'write', path: string, code: string, options?: ErrorOptions) {
    super(`cannot ${action} ${path}: ${code}`, options);
    this.name = 'FileFault';
    this.action = action;
    this.path = path;
    this.code = code;
  }
}
