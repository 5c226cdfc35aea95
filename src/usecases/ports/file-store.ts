/** A file in a listing. */
export interface FoundFile {
  /** Path as the user would type it, with `/` between folders. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** When it was last written, by its file system: an ISO 8601 instant. */
  readonly modifiedAt?: string;
}

/** Files and folders to read from. */
export interface FileSource {
  /** How many files may be read at a time, where reading one takes long without work for this computer; 1 by default. */
  readonly width?: number;
  /**
   * The path itself where it is a file, else every file below it that is not hidden
   * (lock files `~$...` too), each once, sorted by name. A subfolder that cannot be opened is listed itself,
   * so that reading it reports the reason.
   * @throws {FileFault} if the path cannot be listed.
   */
  list(path: string): Promise<readonly FoundFile[]>;
  /** The canonical path of a file, the same for every spelling of its path, whether it exists or not. Never fails. */
  identify(path: string): Promise<string>;
  /**
   * A text that changes whenever the file's bytes may have changed; undefined if that cannot be known, as for a file written
   * a moment ago. Never fails.
   */
  stamp?(path: string): Promise<string | undefined>;
  /** @throws {FileFault} */
  read(path: string): Promise<Uint8Array>;
}

/** Files that a person chose, each with a unique path. */
export interface ChosenFiles extends FileSource {
  readonly paths: readonly string[];
}

/** Files and folders. */
export interface FileStore extends FileSource {
  /**
   * Writes the whole file or nothing: to a temporary file that is renamed when complete. Creates missing folders.
   * @param content bytes, or the pieces of a file that is too large for them
   * @throws {FileFault}
   */
  write(path: string, content: Uint8Array | Iterable<Uint8Array>): Promise<void>;
}

/** Thrown when a file or folder cannot be read or written. `code` is the system's error code, such as `EACCES` or `ENOENT`. */
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
