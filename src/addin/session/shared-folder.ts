import type { GiveOutPlan } from '../../usecases/sharing/plan-give-out.ts';
import type { GivenOut } from '../../usecases/sharing/give-out.ts';
import type { LibraryStatus } from '../../usecases/sharing/library-status.ts';
import type { PublishPlan } from '../../usecases/sharing/publish.ts';
import type { DocumentLibrary, OpenLibrary } from '../../usecases/ports/document-library.ts';
import type { LibraryMemory } from '../../usecases/ports/library-memory.ts';
import type { ResultCache } from '../../usecases/ports/result-cache.ts';
import type { SignIn } from '../../usecases/ports/sign-in.ts';
import type { AgencyCode } from '../../domain/programme/roster.ts';

/** The ways to a shared folder that a page has. */
export interface SharedPorts {
  /**
   * The organisation's SharePoint, where the page may ask it at all; the result is undefined where the deployment has none.
   * Nobody is asked to sign in before the folder is opened.
   */
  readonly sharePoint?: () => Promise<SharePoint | undefined>;
  /** Folders of this computer, where the browser lets a page write into them. */
  readonly picked?: PickedFolders;
}

/** The organisation's SharePoint, and the person's way into it. */
export interface SharePoint {
  readonly open: OpenLibrary;
  readonly signIn: SignIn;
}

/** The folder of this computer that a person picked last; it is remembered. */
export interface PickedFolders {
  /** Its name; undefined if there is none. */
  remembered(): Promise<string | undefined>;
  /** Lets the person pick one; only at a click. @returns its name; undefined if none was picked */
  pick(): Promise<string | undefined>;
  /** Asks for the permission to use it again; only at a click. @throws {LibraryFault} */
  allow(): Promise<void>;
  /** @throws {LibraryFault} */
  open(signal?: AbortSignal): Promise<DocumentLibrary>;
}

/** Where the shared folder is: an address in SharePoint or OneDrive, or the folder that was picked. */
export type SharedPlace = { readonly kind: 'link'; readonly link: string } | { readonly kind: 'picked' };

/** A shared folder that was opened, and what is known of it. */
export interface SharedFolder {
  readonly place: SharedPlace;
  readonly name: string;
  /** Who is signed in. */
  readonly account?: string;
  /** What was read of the files in it. */
  readonly cache: ResultCache;
  /** What was in it, so that only changes are asked for. */
  readonly memory: LibraryMemory;
  /** What giving out would do, before it is done. */
  readonly plan?: GiveOutPlan;
  /** What giving out did. */
  readonly given?: readonly GivenOut[];
  readonly status?: LibraryStatus;
  /** A master that is shown before it is published. */
  readonly publishing?: Publishing;
  /** What to tell an agency to which remarks were sent back. */
  readonly message?: SentBack;
}

/** A master, and what publishing it would do. */
export interface Publishing {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly plan: PublishPlan;
}

/** Remarks that were sent back. */
export interface SentBack {
  readonly agency: AgencyCode;
  /** Where the workbook of remarks is, below the shared folder. */
  readonly path: string;
  readonly remarks: number;
}
