import { delta } from './delta.ts';
import type { StoredItem } from './drive.ts';
import { CHALLENGE } from './faults.ts';
import { getItem, listChildren, listVersions, makeFolder, putContent, putNewFile } from './items.ts';
import type { Answer, Asked } from './requests.ts';
import { invite, listPermissions, sharedItem } from './sharing.ts';
import { createSession } from './storage.ts';
import { Refusal, type World } from './world.ts';

/** Calls on an item by its id: method and what follows the id. */
const BY_ID: Readonly<Record<string, (world: World, asked: Asked, item: StoredItem) => Answer>> = {
  'GET ': getItem,
  'GET children': listChildren,
  'POST children': makeFolder,
  'PUT content': putContent,
  'GET delta': delta,
  'GET versions': listVersions,
  'POST invite': invite,
  'GET permissions': listPermissions,
  'POST createUploadSession': createSession,
};

/** Calls on something in a folder by its name. */
const BY_NAME: Readonly<Record<string, (world: World, asked: Asked, folder: StoredItem, name: string) => Answer>> = {
  'GET ': (world, asked, folder, name) => {
    const item = world.drive.child(folder, name);
    return getItem(world, asked, seen(item));
  },
  'PUT content': putNewFile,
  'POST createUploadSession': createSession,
};

/** Answers a request to Graph, or throws a {@link Refusal}. */
export function graphHost(world: World, asked: Asked): Answer {
  checkHeaders(world, asked);
  const shares = /^\/v1\.0\/shares\/([^/]+)\/driveItem$/.exec(asked.path);
  if (shares && asked.method === 'GET') return sharedItem(world, asked, decodeURIComponent(shares[1] ?? ''));
  // By its id, or by its name in a folder: `:/name`, and `:` before what is done with it (docs: concepts, onedrive-addressing-driveitems).
  const route = /^\/v1\.0\/drives\/([^/]+)\/items\/([^/:]+)(?:\/(\w+)|:\/([^/:]+)(?::\/(\w+))?)?$/.exec(asked.path);
  if (!route) throw new Refusal(400, 'BadRequest', 'Resource not found for the segment');
  const parts = route.map((part: string | undefined) => part && decodeURIComponent(part));
  const [, drive = '', id = '', byIdAction, name, action = byIdAction ?? ''] = parts;
  const call = `${asked.method} ${action}`;
  if (drive !== world.drive.id) throw new Refusal(404, 'itemNotFound');
  const handler = name === undefined ? BY_ID[call] : undefined;
  const byName = name === undefined ? undefined : BY_NAME[call];
  if (!handler && !byName) throw new Refusal(405, 'methodNotAllowed', call);
  const item = seen(world.drive.find(id));
  if (handler) return handler(world, asked, item);
  if (item.kind !== 'folder') throw new Refusal(404, 'itemNotFound');
  return byName?.(world, asked, item, name ?? '') ?? { status: 500 };
}

/** The item, unless it was made so recently that this request does not see it. */
function seen(item: StoredItem | undefined): StoredItem {
  if (item && item.hiddenFor > 0) item.hiddenFor--;
  else if (item) return item;
  throw new Refusal(404, 'itemNotFound', 'The resource could not be found.');
}

function checkHeaders(world: World, { headers }: Asked): void {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (token === undefined || !world.switches.tokens.has(token)) {
    if (token === undefined) world.complaints.push('no bearer was sent to Graph');
    throw new Refusal(401, 'InvalidAuthenticationToken', 'Access token is empty.', CHALLENGE);
  }
  const { userAgent } = world.switches;
  if (userAgent && !userAgent.test(headers['user-agent'] ?? ''))
    world.complaints.push(`User-Agent is ${String(headers['user-agent'])}`);
}
