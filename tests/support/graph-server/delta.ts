import { randomUUID } from 'node:crypto';
import type { StoredItem } from './drive.ts';
import { deltaRow } from './item-json.ts';
import type { Answer, Asked } from './requests.ts';
import { onlyQuery, Refusal, type World } from './world.ts';

/** `!` marks a row that tells an earlier state of its item. */
const OUTDATED = '!';

/**
 * `GET I/delta` (docs: driveitem-delta.md): everything or what changed since a token, in pages. Changed files come twice, and
 * only the last row counts; the folders above come too. A token that is not known any more gives 410 with a new start.
 */
export function delta(world: World, asked: Asked, folder: StoredItem): Answer {
  onlyQuery(asked, 'token', '$select', '$top');
  if (!world.switches.deltaOfFolders && folder.id !== world.drive.root.id)
    throw new Refusal(400, 'notSupported', 'Operation not supported');
  const token = asked.query.get('token');
  if (token === 'latest') return page(world, asked, { rows: [], upTo: world.drive.sequence });
  const cursor = token === null ? start(world, folder) : world.cursors.get(token);
  if (cursor === undefined) {
    const fresh = remember(world, start(world, folder));
    throw new Refusal(410, 'resyncChangesApplyDifferences', 'Resync required', {
      Location: linkOf(world, asked, fresh),
    });
  }
  const isNew = token !== null && cursor.rows.length === 0;
  return page(world, asked, isNew ? { rows: changed(world, folder, cursor.upTo), upTo: world.drive.sequence } : cursor);
}

interface Cursor {
  readonly rows: readonly string[];
  readonly upTo: number;
}

function start(world: World, folder: StoredItem): Cursor {
  const all = below(world, folder).filter(({ deleted }) => !deleted);
  return { rows: [folder, ...all].flatMap(rowsOf), upTo: world.drive.sequence };
}

function changed(world: World, folder: StoredItem, since: number): string[] {
  const items = below(world, folder)
    .filter(({ sequence }) => sequence > since)
    .sort((a, b) => a.sequence - b.sequence);
  const above = items.flatMap((item) => world.drive.above(item)).filter(({ deleted }) => !deleted);
  const folders = [...new Set(above)].filter((item) => item === folder || below(world, folder).includes(item));
  return [...folders.map(({ id }) => id), ...items.flatMap(rowsOf)];
}

function rowsOf({ id, kind, deleted }: StoredItem): string[] {
  return kind === 'file' && !deleted ? [OUTDATED + id, id] : [id];
}

function below(world: World, folder: StoredItem): StoredItem[] {
  return [...world.drive.items.values()].filter((item) => world.drive.above(item).includes(folder));
}

function page(world: World, asked: Asked, { rows, upTo }: Cursor): Answer {
  const size = world.switches.pageSize;
  const value = rows.slice(0, size).flatMap((row) => {
    const item = world.drive.items.get(row.replace(OUTDATED, ''));
    return item ? [deltaRow(world, item, row.startsWith(OUTDATED) && !item.deleted)] : [];
  });
  const rest = rows.slice(size);
  const link = linkOf(world, asked, remember(world, { rows: rest, upTo }));
  return { status: 200, json: { value, [rest.length > 0 ? '@odata.nextLink' : '@odata.deltaLink']: link } };
}

function remember(world: World, cursor: Cursor): string {
  const token = randomUUID();
  world.cursors.set(token, cursor);
  return token;
}

function linkOf(world: World, asked: Asked, token: string): string {
  const query = new URLSearchParams(asked.query);
  query.set('token', token);
  return `${world.origins.graph}${asked.path}?${query.toString()}`;
}
