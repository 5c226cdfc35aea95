import type { StoredItem } from './drive.ts';
import { eTagOf, itemJson, versionJson } from './item-json.ts';
import type { Answer, Asked } from './requests.ts';
import { rewriteWorkbook } from './rewrite-workbook.ts';
import { bodyOf, checkName, objectOf, onlyQuery, Refusal, type World } from './world.ts';

const CONFLICT = '@microsoft.graph.conflictBehavior';

/** Microsoft's own program, which changes workbooks after they arrived and has no `user`. */
const SHAREPOINT_APP = {
  kind: 'application',
  id: '00000003-0000-0ff1-ce00-000000000000',
  displayName: 'SharePoint App',
} as const;

/** `GET I` (docs: driveitem-get.md). */
export function getItem(world: World, asked: Asked, item: StoredItem): Answer {
  onlyQuery(asked, '$select');
  return { status: 200, json: itemJson(world, item, asked.query.get('$select')) };
}

/** `GET I/children` (docs: driveitem-list-children.md), in pages. */
export function listChildren(world: World, asked: Asked, folder: StoredItem): Answer {
  onlyQuery(asked, '$select', '$top', '$skiptoken');
  const all = world.drive.children(folder);
  const size = Math.min(world.switches.pageSize, Number(asked.query.get('$top') ?? 200));
  const from = Number(asked.query.get('$skiptoken') ?? 0);
  const rows = all.slice(from, from + size).map((item) => itemJson(world, item, asked.query.get('$select')));
  const next = new URLSearchParams(asked.query);
  next.set('$skiptoken', String(from + size));
  const link = `${world.origins.graph}${asked.path}?${next.toString()}`;
  return { status: 200, json: { value: rows, ...(from + size < all.length && { '@odata.nextLink': link }) } };
}

/** `POST I/children` (docs: driveitem-post-children.md). */
export function makeFolder(world: World, asked: Asked, parent: StoredItem): Answer {
  onlyQuery(asked);
  const body = bodyOf(asked, ['name', 'folder'], [CONFLICT]);
  objectOf(body.folder, []);
  const name = checkName(body.name);
  if (body[CONFLICT] !== 'fail')
    world.complaints.push(`a folder is made with conflictBehavior ${String(body[CONFLICT])}`);
  if (world.drive.child(parent, name)) throw new Refusal(409, 'nameAlreadyExists');
  return { status: 201, json: itemJson(world, world.drive.makeFolder(parent, name, world.me)) };
}

/** `PUT I:/{name}:/content` (docs: driveitem-put-content.md): a new file, or by default another version of the one there. */
export function putNewFile(world: World, asked: Asked, parent: StoredItem, wanted: string): Answer {
  onlyQuery(asked, CONFLICT);
  const name = checkName(wanted);
  checkUpload(world, asked);
  const behavior = asked.query.get(CONFLICT) ?? 'replace';
  if (behavior !== 'fail') world.complaints.push(`a file is made with conflictBehavior ${behavior}`);
  const found = world.drive.child(parent, name);
  if (found === undefined) return { status: 201, json: arrive(world, parent, name, asked.bytes) };
  if (behavior === 'replace' && found.kind === 'file') return replaceContent(world, found, asked.bytes);
  throw new Refusal(409, 'nameAlreadyExists');
}

/** `PUT I/content`, with the eTag that is replaced in `If-Match` (412 seen: abraunegg/onedrive#1393). */
export function putContent(world: World, asked: Asked, item: StoredItem): Answer {
  onlyQuery(asked);
  if (item.kind === 'folder') throw new Refusal(400, 'invalidRequest', 'a folder has no content');
  checkUpload(world, asked);
  const tag = asked.headers['if-match'];
  if (tag === undefined) world.complaints.push('a file is replaced without If-Match');
  else if (!/^"\{[\dA-F-]{36}\},\d+"$/.test(tag))
    world.complaints.push(`If-Match is ${tag}, not an eTag with its quotes`);
  if (tag !== undefined && tag !== eTagOf(item)) throw new Refusal(412, 'notAllowed', 'ETag does not match');
  return replaceContent(world, item, asked.bytes);
}

/** `GET I/versions` (docs: driveitem-list-versions.md), the latest first. */
export function listVersions(_world: World, asked: Asked, item: StoredItem): Answer {
  onlyQuery(asked, '$select');
  if (item.kind === 'folder') throw new Refusal(400, 'invalidRequest', 'a folder has no versions');
  return { status: 200, json: { value: item.versions.map(versionJson).reverse() } };
}

/** Makes a file of bytes that a request brought, as the library keeps it; its driveItem before SharePoint touches it again. */
export function arrive(world: World, parent: StoredItem, name: string, bytes: Uint8Array): object {
  const item = world.drive.makeFile(parent, name, kept(world, name, bytes), world.me);
  const json = itemJson(world, item);
  promote(world, item);
  return json;
}

function replaceContent(world: World, item: StoredItem, bytes: Uint8Array): Answer {
  if (item.openedBy && item.openedBy.id !== world.me.id)
    throw new Refusal(423, 'notAllowed', 'The resource is locked.');
  const before = item.versions.at(-1);
  if (before?.by.kind === 'user' && before.by.id !== world.me.id && !world.fetched.has(`${item.id}/${before.id}`))
    world.overwritten.push(`${world.drive.pathOf(item)} ${before.id} of ${before.by.displayName}`);
  world.drive.save(item, kept(world, item.name, bytes), world.me);
  const json = itemJson(world, item);
  promote(world, item);
  return { status: 200, json };
}

function kept(world: World, name: string, bytes: Uint8Array): Uint8Array {
  return world.switches.rewrites ? rewriteWorkbook(name, bytes) : bytes;
}

function promote(world: World, item: StoredItem): void {
  const current = item.versions.at(-1);
  if (world.switches.promotesAfterwards && current && /\.xlsx$/i.test(item.name))
    world.drive.save(item, current.bytes, SHAREPOINT_APP);
}

function checkUpload(world: World, asked: Asked): void {
  if (asked.headers['content-type'] === undefined) world.complaints.push('a content without Content-Type');
  if (asked.bytes.length > world.switches.putLimit) throw new Refusal(413, 'requestTooLarge');
}
