import { randomUUID } from 'node:crypto';
import { contentOf, type StoredItem } from './drive.ts';
import { arrive } from './items.ts';
import type { Answer, Asked } from './requests.ts';
import { bodyOf, checkName, objectOf, onlyQuery, Refusal, type UploadSession, type World } from './world.ts';

/** Bytes of a part that is not the last have to be a multiple of this, and fewer than the second. */
const STEP = 327_680;
const MOST = 60 * 1024 * 1024;

/** `POST I[:/{name}:]/createUploadSession` (docs: driveitem-createuploadsession.md). */
export function createSession(world: World, asked: Asked, item: StoredItem, name?: string): Answer {
  onlyQuery(asked);
  const { item: wanted } = bodyOf(asked, ['item']);
  const fields = objectOf(wanted, [], ['@microsoft.graph.conflictBehavior', 'name']);
  const behavior = fields['@microsoft.graph.conflictBehavior'] ?? 'fail';
  if (behavior !== 'fail') world.complaints.push(`an upload session with conflictBehavior ${JSON.stringify(behavior)}`);
  if (name !== undefined && fields.name !== undefined && fields.name !== name)
    throw new Refusal(400, 'invalidRequest', 'the path does not contain the name');
  if (name !== undefined && world.drive.child(item, checkName(name))) throw new Refusal(409, 'nameAlreadyExists');
  const id = randomUUID();
  world.sessions.set(id, {
    folder: name === undefined ? undefined : item,
    item: name === undefined ? item : undefined,
    name: name ?? item.name,
    parts: [],
    received: 0,
  });
  return { status: 200, json: { uploadUrl: `${world.origins.upload}/upload/${id}`, ...statusOf(0) } };
}

/** What the host of upload URLs answers: PUT of a part, GET to resume, DELETE to cancel. */
export function uploadHost(world: World, asked: Asked): Answer {
  refuseBearer(world, asked);
  const id = /^\/upload\/([^/]+)$/.exec(asked.path)?.[1] ?? '';
  const session = world.sessions.get(id);
  // A session on a workbook that is there: 200, and then its PUT 404 (onedrive-api-docs#1068, rclone#3212).
  if (session?.folder === undefined) throw new Refusal(404, 'itemNotFound', 'The upload session was not found');
  if (asked.method === 'GET') return { status: 200, json: statusOf(session.received) };
  if (asked.method === 'DELETE') {
    world.sessions.delete(id);
    return { status: 204 };
  }
  if (asked.method !== 'PUT') throw new Refusal(405, 'methodNotAllowed');
  const isLast = takePart(world, asked, session);
  if (!isLast) return { status: 202, json: statusOf(session.received) };
  if (world.drive.child(session.folder, session.name)) throw new Refusal(409, 'nameAlreadyExists');
  world.sessions.delete(id);
  return { status: 201, json: arrive(world, session.folder, session.name, Buffer.concat(session.parts)) };
}

function takePart(world: World, asked: Asked, session: UploadSession): boolean {
  const [, from, to, total] = (/^bytes (\d+)-(\d+)\/(\d+)$/.exec(asked.headers['content-range'] ?? '') ?? []).map(
    Number,
  );
  if (
    from === undefined ||
    to === undefined ||
    total === undefined ||
    to - from + 1 !== asked.bytes.length ||
    to >= total
  )
    throw new Refusal(400, 'invalidRequest', 'Content-Range');
  const isLast = to + 1 === total;
  if ((!isLast && asked.bytes.length % STEP !== 0) || asked.bytes.length >= MOST) {
    world.complaints.push(`a part of ${asked.bytes.length} bytes`);
    throw new Refusal(400, 'invalidRequest', 'fragment size');
  }
  if (from !== session.received) throw new Refusal(416, 'invalidRange');
  session.parts.push(asked.bytes);
  session.received += asked.bytes.length;
  return isLast;
}

function statusOf(received: number): object {
  return { expirationDateTime: '2099-01-01T00:00:00Z', nextExpectedRanges: [`${received}-`] };
}

/** What the host of download URLs answers, to requests without a bearer (rclone#7405, #7597). */
export function downloadHost(world: World, asked: Asked): Answer {
  refuseBearer(world, asked);
  if (asked.method !== 'GET') throw new Refusal(405, 'methodNotAllowed');
  const item = world.downloads.get(/^\/download\/([^/]+)$/.exec(asked.path)?.[1] ?? '');
  if (item === undefined) throw new Refusal(401, 'unauthenticated', 'the address has expired');
  if (item.deleted) throw new Refusal(404, 'itemNotFound');
  const version = item.versions.at(-1);
  if (version) world.fetched.add(`${item.id}/${version.id}`);
  return { status: 200, headers: { 'Content-Type': 'application/octet-stream' }, bytes: contentOf(item) };
}

function refuseBearer(world: World, { host, headers }: Asked): void {
  if (headers.authorization === undefined) return;
  world.complaints.push(`a bearer was sent to the ${host} host`);
  throw new Refusal(401, 'unauthenticated');
}
