import type { LibraryFaultReason } from '../../domain/diagnostics/library-fault.ts';
import { isLibraryName } from '../../domain/text/library-name.ts';

/**
 * The shared folder in which the office gives out workbooks and agencies answer them: in SharePoint, or a folder that OneDrive
 * keeps in step. Nothing here ever overwrites what it was not asked to. Every method rejects with a {@link LibraryFault}, or
 * with the reason of the signal that the library was opened with.
 */
export interface DocumentLibrary {
  /** The folder that everything lies in. */
  readonly root: LibraryFolder;
  /**
   * What is below the root, in folders of any depth: everything, or what changed since a cursor.
   * @param cursor of an earlier call; one that is too old gives everything again
   */
  changes(cursor?: string): Promise<LibraryChanges>;
  /** The files and folders directly in a folder, in no particular order. Lock files and hidden files are left out. */
  children(folder: LibraryFolder): Promise<readonly LibraryItem[]>;
  /** Makes a folder, or finds the one that has the name already. */
  makeFolder(parent: LibraryFolder, name: string): Promise<LibraryFolder>;
  /**
   * Creates a file with these bytes, whole or not at all.
   * @throws {LibraryFault} `exists` if something has the name already, whatever is in it
   */
  create(parent: LibraryFolder, name: string, bytes: Uint8Array): Promise<LibraryFile>;
  /**
   * Puts these bytes in place of the version of the file that `file` is.
   * @throws {LibraryFault} `changed` if somebody has saved another version, `locked` if somebody has it open
   */
  replace(file: LibraryFile, bytes: Uint8Array): Promise<LibraryFile>;
  /**
   * The bytes of a file as it is now, also of one that somebody has open, and the item that these bytes belong to.
   * @param known tag of a content that need not be fetched
   * @returns undefined if the file still has the known content
   */
  download(file: LibraryFile, known?: string): Promise<DownloadedFile | undefined>;
  /**
   * Whether bytes that were fetched are those that were sent, though the library changes files as they arrive; undefined where
   * it leaves them as they are. In doubt they are not.
   */
  readonly isSame?: (sent: Uint8Array, fetched: Uint8Array) => boolean;
  /** The saved versions of a file, the latest first; empty where the library keeps none. */
  versions(file: LibraryFile): Promise<readonly FileVersion[]>;
  /** Who may open what; undefined where somebody else decides that, as for a folder on this computer. */
  readonly sharing?: LibrarySharing;
}

/** Giving access to files and folders of a library. Rejects as {@link DocumentLibrary}. */
export interface LibrarySharing {
  /** The addresses and identifiers, in lower case, of people and groups who may change the item by a grant of its own. */
  writers(item: LibraryItem): Promise<readonly string[]>;
  /**
   * Lets people and groups change the item, without a message to them.
   * @param recipients e-mail addresses, or object identifiers of groups and people
   * @throws {LibraryFault} `not-shared`: the item stays as it was
   */
  grant(item: LibraryItem, recipients: readonly string[]): Promise<void>;
}

/** A file or folder of a library. */
export type LibraryItem = LibraryFile | LibraryFolder;

/** A folder. */
export interface LibraryFolder extends ItemFacts {
  readonly kind: 'folder';
  /** Whether it is closed to this account, so that nobody knows what is in it, where a listing of everything can tell that. */
  readonly isClosed?: boolean;
}

/** A file, in one of its versions. */
export interface LibraryFile extends ItemFacts {
  readonly kind: 'file';
  /** In bytes. SharePoint rewrites workbooks as they arrive: what comes back may be larger than what was sent. */
  readonly size: number;
  /** Another for every version of the file, whoever saved it. */
  readonly tag: string;
  /** Another for every content; undefined where the listing did not tell it. */
  readonly contentTag?: string;
  /** Whether somebody has the file open, where that can be seen. */
  readonly isOpen?: boolean;
  /** An address by which the Excel application opens the file where it is. */
  readonly excelUrl?: string;
}

interface ItemFacts {
  /** The same as long as the item exists, in SharePoint also when it is renamed or moved. */
  readonly id: string;
  readonly name: string;
  /** Identifier of the folder that it lies in. */
  readonly parent: string;
  /** ISO 8601 instant. */
  readonly modifiedAt?: string;
  /** The person who saved it last; undefined for a program, such as SharePoint itself, or where it is not known. */
  readonly modifiedBy?: Person;
  /** Its page in a browser. */
  readonly webUrl?: string;
}

/** A person of the organisation. */
export interface Person {
  readonly name: string;
  readonly email?: string;
}

/** What is below the root, or what of it changed. */
export interface LibraryChanges {
  /** Each once, in no particular order; folders too. */
  readonly items: readonly LibraryItem[];
  /** Identifiers of items that are no longer there. */
  readonly gone: readonly string[];
  /** Whether `items` is everything that is there. */
  readonly isWhole: boolean;
  /** Asks for later changes the next time. */
  readonly cursor: string;
}

/** A file with its bytes. */
export interface DownloadedFile {
  /** The version that was fetched, with its `contentTag`: it may be later than the one asked for. */
  readonly file: LibraryFile & { readonly contentTag: string };
  readonly bytes: Uint8Array;
}

/** A saved version of a file. */
export interface FileVersion {
  readonly id: string;
  readonly size: number;
  readonly modifiedAt?: string;
  /** See {@link LibraryItem.modifiedBy}. */
  readonly modifiedBy?: Person;
}

/** Thrown when a library cannot do what it is asked. */
export class LibraryFault extends Error {
  readonly reason: LibraryFaultReason;
  /** Name or path of the item, as the user knows it; '' if it is about the library as a whole. */
  readonly item: string;
  /** Technical terms for the IT officer: status, code and request id of the answer, or the system's error code. */
  readonly detail: string;

  constructor(reason: LibraryFaultReason, item: string, detail: string, options?: ErrorOptions) {
    super(`${reason}: ${item} ${detail}`, options);
    this.name = 'LibraryFault';
    this.reason = reason;
    this.item = item;
    this.detail = detail;
  }
}

/**
 * Opens a library.
 * @param location link of a folder in SharePoint or OneDrive, or path of a folder, as the user gave it
 * @param signal aborts every request, also while it waits
 * @throws {LibraryFault}
 */
export type OpenLibrary = (location: string, signal?: AbortSignal) => Promise<DocumentLibrary>;

/**
 * A name as it is given.
 * @throws {LibraryFault} `bad-name` for one that no library takes, or that would lead elsewhere
 */
export function checkedName(name: string): string {
  if (!isLibraryName(name)) throw new LibraryFault('bad-name', name, '');
  return name;
}
