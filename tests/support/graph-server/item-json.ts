import { createHash, randomUUID } from 'node:crypto';
import { contentOf, type Actor, type StoredItem } from './drive.ts';
import { LIBRARY_URL, Refusal, type World } from './world.ts';

/** Properties of driveItem in Microsoft's CSDL (msgraph-metadata) that this server knows; only with `$select` the last ones. */
const SELECTABLE = new Set([
  ...['id', 'name', 'eTag', 'cTag', 'size', 'createdDateTime', 'lastModifiedDateTime', 'createdBy', 'lastModifiedBy'],
  ...['webUrl', 'parentReference', 'file', 'folder', 'root', 'package', 'deleted', 'fileSystemInfo'],
  ...['@microsoft.graph.downloadUrl', 'webDavUrl'],
]);

/** An item's eTag, with the quotes that belong to it (docs: resources/driveitem.md). */
export function eTagOf({ guid, changes }: StoredItem): string {
  return `"{${guid}},${changes}"`;
}

/** A driveItem as JSON, whole or with what `$select` names. */
export function itemJson(world: World, item: StoredItem, select: string | null = null): object {
  const whole: Record<string, unknown> = {
    ...facts(world, item),
    ...(item.kind === 'file' && { cTag: `"c:{${item.guid}},${item.contents}"` }),
  };
  if (select === null) {
    if (item.kind === 'file') whole['@microsoft.graph.downloadUrl'] = downloadUrl(world, item);
    return { '@odata.context': `${world.origins.graph}/v1.0/$metadata#items/$entity`, ...whole };
  }
  const wanted = select.split(',');
  const unknown = wanted.find((name) => !SELECTABLE.has(name));
  if (unknown !== undefined) throw new Refusal(400, 'invalidRequest', `cannot select ${unknown}`);
  if (item.kind === 'file' && wanted.includes('@microsoft.graph.downloadUrl'))
    whole['@microsoft.graph.downloadUrl'] = downloadUrl(world, item);
  if (wanted.includes('webDavUrl')) whole.webDavUrl = webDavUrl(world, item);
  return Object.fromEntries(Object.entries(whole).filter(([name]) => wanted.includes(name)));
}

/** A row of delta: no cTag, no path, and no name where the item was deleted (docs: driveitem-delta.md, remarks). */
export function deltaRow(world: World, item: StoredItem, isOutdated: boolean): object {
  const { driveId, driveType } = parentReference(world, item);
  const reference = { driveId, driveType, ...(item.parent !== '' && { id: item.parent }) };
  if (item.deleted) return { id: item.id, deleted: { state: 'deleted' }, parentReference: reference };
  const row = { ...facts(world, item), parentReference: reference };
  return isOutdated ? { ...row, eTag: `"{${item.guid}},0"`, name: `earlier ${item.name}` } : row;
}

/** A saved version as JSON (docs: driveitem-list-versions.md). */
export function versionJson(version: StoredItem['versions'][number]): object {
  const { id, at, by, bytes } = version;
  return { id, lastModifiedDateTime: at, lastModifiedBy: identity(by), size: bytes.length };
}

function facts(world: World, item: StoredItem): Record<string, unknown> {
  const content = contentOf(item);
  return {
    id: item.id,
    name: item.name,
    eTag: eTagOf(item),
    createdDateTime: item.versions[0]?.at ?? item.at,
    lastModifiedDateTime: item.at,
    lastModifiedBy: identity(item.by),
    size: content.length,
    webUrl: webUrl(world, item),
    parentReference: parentReference(world, item),
    ...(item.kind === 'folder'
      ? { folder: { childCount: world.drive.children(item).length } }
      : {
          file: {
            mimeType: 'application/octet-stream',
            // Of the right form; the real one is a hash of its own that nobody here compares.
            hashes: { quickXorHash: createHash('sha1').update(content).digest('base64') },
          },
        }),
    ...(item.parent === '' && { root: {} }),
  };
}

function identity({ kind, ...who }: Actor): object {
  return { [kind]: who };
}

function parentReference(world: World, item: StoredItem): Record<string, unknown> {
  const [parent] = world.drive.above(item);
  return {
    driveType: 'documentLibrary',
    driveId: world.drive.id,
    ...(parent && { id: parent.id, path: `/drives/${world.drive.id}/root:/${pathBelowRoot(world, parent)}` }),
  };
}

function pathBelowRoot(world: World, item: StoredItem): string {
  return world.drive.pathOf(item).split('/').slice(1).join('/');
}

function webDavUrl(world: World, item: StoredItem): string {
  const path = pathBelowRoot(world, item).split('/').map(encodeURIComponent).join('/');
  return path === '' ? LIBRARY_URL : `${LIBRARY_URL}/${path}`;
}

function webUrl(world: World, item: StoredItem): string {
  if (!/\.xlsx$/i.test(item.name)) return webDavUrl(world, item);
  const query = new URLSearchParams({ sourcedoc: `{${item.guid}}`, file: item.name, action: 'default' });
  return `https://bma.sharepoint.com/sites/ita/_layouts/15/Doc.aspx?${query.toString()}`;
}

function downloadUrl(world: World, item: StoredItem): string {
  const token = randomUUID();
  world.downloads.set(token, item);
  return `${world.origins.download}/download/${token}`;
}
