import { fileKind, isHiddenName } from '../../domain/spreadsheet/file-kind.ts';
import {
  LibraryFault,
  type LibraryFile,
  type LibraryFolder,
  type LibraryItem,
} from '../../usecases/ports/document-library.ts';
import type { GraphAnswer, GraphClient } from './client.ts';
import { ITEM_FIELDS, itemOf } from './drive-item.ts';
import { Refused } from './errors.ts';
import { listOf, textOf } from './json.ts';

/** A drive, and what was made in it just now and may not be found at first. */
export interface GraphDrive {
  readonly client: GraphClient;
  readonly id: string;
  readonly fresh: Set<string>;
  /** Where Excel opens the root, as far as that is told: files are below it by their names. */
  readonly rootUrl: string | undefined;
}

/** Path of a call on an item: of `/children` and the like, or of something in a folder by its name, `:/name:/content`. */
export function pathOf(drive: GraphDrive, item: string, call = ''): string {
  return `/drives/${encodeURIComponent(drive.id)}/items/${encodeURIComponent(item)}${call}`;
}

/** A name as part of such a path: `:/name`, and `:` before what follows. */
export function named(name: string): string {
  // What encodeURIComponent leaves alone, but means something in addresses of OData.
  return `:/${encodeURIComponent(name).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

/** Whether a row or item is one that people see. */
export function isShown({ name }: LibraryItem): boolean {
  return !isHiddenName(name) && fileKind(name) !== 'lock';
}

/**
 * An item as it is now.
 * @param fields asked for in addition
 */
export async function getItem(
  drive: GraphDrive,
  item: { readonly id: string; readonly name: string },
  fields = '',
): Promise<{ readonly item: LibraryItem; readonly json: unknown }> {
  const url = pathOf(drive, item.id, `?$select=${ITEM_FIELDS}${fields}`);
  const { json } = await drive.client.request({
    url,
    item: item.name,
    isRepeatable: true,
    isFresh: drive.fresh.has(item.id),
  });
  const found = itemOf(json);
  if (found === undefined) throw new LibraryFault('missing', item.name, 'neither file nor folder');
  return { item: found, json };
}

/** A file as it is now. */
export async function getFile(drive: GraphDrive, file: LibraryFile): Promise<LibraryFile> {
  return asFile((await getItem(drive, file)).item);
}

/**
 * Narrows what has to be a file.
 * @throws {LibraryFault} `missing` if it is a folder
 */
export function asFile(item: LibraryItem | undefined, name = item?.name ?? ''): LibraryFile {
  if (item?.kind !== 'file') throw new LibraryFault('missing', name, 'not a file');
  return item;
}

/** All rows of a list, page after page. */
export async function allPages(drive: GraphDrive, first: string, item: string, isFresh = false): Promise<unknown[]> {
  const rows: unknown[] = [];
  const visit = neverTwice(item);
  let url: string | undefined = first;
  while (url !== undefined) {
    visit(url);
    const { json }: GraphAnswer = await drive.client.request({ url, item, isRepeatable: true, isFresh });
    rows.push(...listOf(json, 'value'));
    url = textOf(json, '@odata.nextLink');
  }
  return rows;
}

/** Notes pages, and stops at one that was met before: it would never end. */
export function neverTwice(item: string): (url: string) => void {
  const met = new Set<string>();
  return (url) => {
    if (met.has(url)) throw new LibraryFault('unexpected', item, 'a page leads to itself');
    met.add(url);
  };
}

/** The items of a folder that people see. */
export async function children(drive: GraphDrive, folder: LibraryFolder): Promise<readonly LibraryItem[]> {
  const first = pathOf(drive, folder.id, `/children?$select=${ITEM_FIELDS}&$top=200`);
  const rows = await allPages(drive, first, folder.name, drive.fresh.has(folder.id));
  return rows.flatMap((row) => itemOf(row) ?? []).filter(isShown);
}

/** What has a name in a folder, in capitals or not. Asked of the folder too: what is new may not be found by its name yet. */
export async function findNamed(
  drive: GraphDrive,
  folder: LibraryFolder,
  name: string,
): Promise<LibraryItem | undefined> {
  try {
    const url = pathOf(drive, folder.id, `${named(name)}?$select=${ITEM_FIELDS}`);
    return itemOf((await drive.client.request({ url, item: name, isRepeatable: true })).json);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error;
    const all = await children(drive, folder);
    return all.find((item) => item.name.toLowerCase() === name.toLowerCase());
  }
}
