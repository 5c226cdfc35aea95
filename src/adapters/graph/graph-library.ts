import { LibraryFault, type DocumentLibrary, type LibraryFolder } from '../../usecases/ports/document-library.ts';
import type { SignIn } from '../../usecases/ports/sign-in.ts';
import { changesBelow } from './changes.ts';
import { GraphClient } from './client.ts';
import { download } from './download.ts';
import { allPages, children, pathOf, type GraphDrive } from './drive.ts';
import { ITEM_FIELDS, itemOf, versionOf } from './drive-item.ts';
import { fieldOf, textOf } from './json.ts';
import { isSameContent } from './same-content.ts';
import { sharingIn } from './sharing.ts';
import { REAL_TIME, type Waiting } from './waiting.ts';
import { createFile, makeFolder, replaceFile } from './write.ts';

/** What a library in Microsoft Graph needs of its host. */
export interface GraphLibraryOptions {
  readonly signIn: SignIn;
  /** Aborts every request, also while it waits. */
  readonly signal?: AbortSignal | undefined;
  /** Address of the API; another one in a sovereign cloud. */
  readonly base?: string;
  /** What the program says it is, outside of browsers. */
  readonly userAgent?: string;
  readonly fetch?: typeof fetch;
  readonly waiting?: Waiting;
}

const PUBLIC_CLOUD = 'https://graph.microsoft.com/v1.0';

/**
 * Opens the folder behind an address that a person copied in SharePoint or OneDrive.
 * @throws {LibraryFault} `missing` if the address is none or leads to no folder, `denied` if the account may not open it
 */
export async function openGraphLibrary(link: string, options: GraphLibraryOptions): Promise<DocumentLibrary> {
  const { base = PUBLIC_CLOUD, signIn, signal = new AbortController().signal, waiting = REAL_TIME } = options;
  const address = folderAddress(link);
  if (address === undefined) throw new LibraryFault('missing', link, 'no https address');
  const client = new GraphClient({
    ...{ base: base.replace(/\/+$/, ''), signIn, signal, waiting, userAgent: options.userAgent },
    // Called on its own: a browser's fetch refuses any other `this`.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
  });
  const { json } = await client.request({
    url: `/shares/${sharingToken(address)}/driveItem?$select=${ITEM_FIELDS}`,
    item: link,
    headers: { Prefer: 'redeemSharingLinkIfNecessary' },
    isRepeatable: true,
  });
  const root = itemOf(json);
  const id = textOf(fieldOf(json, 'parentReference'), 'driveId');
  if (root?.kind !== 'folder' || id === undefined)
    throw new LibraryFault(root?.kind === 'file' ? 'not-folder' : 'missing', link, '');
  return libraryIn({ client, id, fresh: new Set(), rootUrl: textOf(json, 'webDavUrl') }, root);
}

function libraryIn(drive: GraphDrive, root: LibraryFolder): DocumentLibrary {
  return {
    root,
    changes: (cursor) => changesBelow(drive, root, cursor),
    children: (folder) => children(drive, folder),
    makeFolder: (parent, name) => makeFolder(drive, parent, name),
    create: (parent, name, bytes) => createFile(drive, parent, name, bytes),
    replace: (file, bytes) => replaceFile(drive, file, bytes),
    download: (file, known) => download(drive, file, known),
    isSame: isSameContent,
    async versions(file) {
      const rows = await allPages(drive, pathOf(drive, file.id, '/versions'), file.name, drive.fresh.has(file.id));
      return rows.map((row) => versionOf(row, file.name));
    },
    sharing: sharingIn(drive),
  };
}

/**
 * The address of the folder that a person means: as "copy link" gives it, or as the browser shows it above a list of files,
 * which names the folder in its query. Undefined for what is no address of one.
 */
function folderAddress(link: string): string | undefined {
  let url: URL;
  try {
    url = new URL(link.trim());
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' || url.pathname === '/') return undefined;
  const shown = url.searchParams.get('id') ?? url.searchParams.get('RootFolder');
  if (!url.pathname.endsWith('.aspx') || shown?.startsWith('/') !== true) return url.href;
  return url.origin + shown.split('/').map(encodeURIComponent).join('/');
}

/** An address as the shares API takes it: `u!` and unpadded base64url of its UTF-8 (docs: shares-get.md). */
function sharingToken(link: string): string {
  const coded = btoa(Array.from(new TextEncoder().encode(link), (byte) => String.fromCharCode(byte)).join(''));
  return `u!${coded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}
