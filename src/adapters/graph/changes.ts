import type { LibraryChanges, LibraryFolder, LibraryItem } from '../../usecases/ports/document-library.ts';
import { children, getItem, isShown, neverTwice, pathOf, type GraphDrive } from './drive.ts';
import { ITEM_FIELDS, itemOf } from './drive-item.ts';
import { Refused } from './errors.ts';
import { fieldOf, listOf, textOf } from './json.ts';

/** Cursor of a library that cannot tell changes, so that everything is listed each time. */
const EVERYTHING = 'everything';

/**
 * What is below a folder, or what changed there since a cursor. Delta says which items changed; what it leaves out of one is
 * asked for. Its rows may repeat: the last one counts.
 */
export async function changesBelow(drive: GraphDrive, root: LibraryFolder, cursor?: string): Promise<LibraryChanges> {
  if (cursor === EVERYTHING) return everything(drive, root);
  const first = pathOf(drive, root.id, `/delta?$select=${ITEM_FIELDS},deleted`);
  const { client } = drive;
  const rows = new Map<string, unknown>();
  let visit = neverTwice(root.name);
  // A cursor comes from a file, so it may be anything; no token goes to another host.
  let url = cursor !== undefined && client.owns(cursor) ? cursor : first;
  let isWhole = url === first;
  let hasRestarted = false;
  for (;;) {
    try {
      visit(url);
      const { json } = await client.request({ url, item: root.name, isRepeatable: true });
      for (const row of listOf(json, 'value')) keepLast(rows, row);
      const next = textOf(json, '@odata.nextLink');
      if (next === undefined)
        return {
          ...(await sorted(drive, root, rows, isWhole)),
          isWhole,
          cursor: textOf(json, '@odata.deltaLink') ?? first,
        };
      url = next;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === 'notSupported') return everything(drive, root);
      // Too old, or not one of this library's: everything is read anew, from where the service says.
      if (hasRestarted || (error.status !== 410 && (isWhole || ![400, 404].includes(error.status)))) throw error;
      hasRestarted = true;
      isWhole = true;
      rows.clear();
      visit = neverTwice(root.name);
      const location = error.headers.get('Location');
      url = location !== null && client.owns(location) ? location : first;
    }
  }
}

function keepLast(rows: Map<string, unknown>, row: unknown): void {
  const id = textOf(row, 'id');
  if (id !== undefined) rows.set(id, row);
}

async function sorted(
  drive: GraphDrive,
  root: LibraryFolder,
  rows: ReadonlyMap<string, unknown>,
  isWhole: boolean,
): Promise<Pick<LibraryChanges, 'items' | 'gone'>> {
  const gone: string[] = [];
  const items = await Promise.all(
    [...rows].map(async ([id, row]) => {
      if (id === root.id) return undefined;
      const item = fieldOf(row, 'deleted') === undefined ? await complete(drive, id, row) : undefined;
      if (item && isShown(item)) return item;
      // One with a name that hides it now is gone, too.
      gone.push(id);
      return undefined;
    }),
  );
  const found = items.filter((item) => item !== undefined);
  return { items: withAddresses(drive, root, found), gone: isWhole ? [] : gone };
}

/** Folders above one another at most; rows that were written while folders moved could go round in a circle. */
const MAX_DEPTH = 200;

/** Items with the address for Excel, which delta leaves out. It tells the folders above a change, too. */
function withAddresses(drive: GraphDrive, root: LibraryFolder, items: readonly LibraryItem[]): readonly LibraryItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const addressOf = (id: string, depth = 0): string | undefined => {
    if (id === root.id) return drive.rootUrl;
    const item = byId.get(id);
    const above = item && depth < MAX_DEPTH ? addressOf(item.parent, depth + 1) : undefined;
    return above === undefined ? undefined : `${above}/${encodeURIComponent(item?.name ?? '')}`;
  };
  return items.map((item) => {
    const excelUrl = item.kind === 'file' ? (item.excelUrl ?? addressOf(item.id)) : undefined;
    return excelUrl === undefined ? item : { ...item, excelUrl };
  });
}

/** The item of a row, asked for where the row does not tell enough; undefined if it is not there any more, or neither file nor folder. */
async function complete(drive: GraphDrive, id: string, row: unknown): Promise<LibraryItem | undefined> {
  const name = textOf(row, 'name');
  const isComplete =
    name !== undefined && (fieldOf(row, 'file') === undefined || textOf(row, 'eTag') !== undefined) && hasSize(row);
  if (isComplete) return itemOf(row);
  try {
    return (await getItem(drive, { id, name: name ?? id })).item;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

function hasSize(row: unknown): boolean {
  return fieldOf(row, 'file') === undefined || typeof fieldOf(row, 'size') === 'number';
}

/** All items below a folder, listed folder by folder. */
async function everything(drive: GraphDrive, root: LibraryFolder): Promise<LibraryChanges> {
  const below = async (folder: LibraryFolder): Promise<readonly LibraryItem[]> => {
    const items = await children(drive, folder);
    const deeper = await Promise.all(items.filter((item) => item.kind === 'folder').map(below));
    return [...items, ...deeper.flat()];
  };
  return { items: await below(root), gone: [], isWhole: true, cursor: EVERYTHING };
}
