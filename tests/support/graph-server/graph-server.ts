import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nextTurn } from '../next-turn.ts';
import { Drive, type StoredItem } from './drive.ts';
import type { Fault } from './faults.ts';
import { graphHost } from './graph-api.ts';
import { personIn, type Person } from './person.ts';
import { unitsOf, type Answer, type Asked, type HostName, type Seen, type Trouble } from './requests.ts';
import { downloadHost, uploadHost } from './storage.ts';
import { LIBRARY_URL, Refusal, type Switches, type World } from './world.ts';

const HOSTS = { graph: graphHost, download: downloadHost, upload: uploadHost } as const;

/** What pages of another origin may send and read; Graph allows every origin. */
const CORS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, Retry-After, WWW-Authenticate',
};

/** A document library in Microsoft Graph on this machine, without a tenant. */
export interface GraphServer {
  /** Base address of the API, as `https://graph.microsoft.com/v1.0` is. */
  readonly base: string;
  /** Address of the library, to be pasted; a folder's is this, `/` and its encoded path. */
  readonly link: string;
  readonly drive: Drive;
  readonly switches: Switches;
  /** Everything that was asked, in the order of the answers. */
  readonly seen: readonly Seen[];
  /** Most requests that were under way at once. */
  readonly mostAtOnce: number;
  /** See {@link World.complaints}. */
  readonly complaints: readonly string[];
  /** See {@link World.overwritten}. */
  readonly overwritten: readonly string[];
  /** Decides before each request what goes wrong with it; a fault by {@link failNext} comes first. */
  trouble: Trouble | undefined;
  /** Lets the next request fail, or the next for which `when` holds; several calls queue up. */
  failNext(fault: Fault, when?: (asked: Asked) => boolean): void;
  /** The person whose program asks. */
  readonly me: Person;
  /** Another person of the organisation. */
  person(name: string): Person;
  /** Makes a sharing link for a folder, which has to be redeemed. */
  shareLink(path: string): string;
  /** Download URLs that were given are not valid any more. */
  expireDownloads(): void;
  /** Cursors of delta that were given are too old. */
  expireCursors(): void;
  /** Forgets what was seen. */
  forget(): void;
  /** Stops; rejects if a request did what none should. */
  close(): Promise<void>;
}

/** Starts a server with an empty library; all times come from `now`. */
export async function startGraphServer(now: () => string = steps()): Promise<GraphServer> {
  const drive = new Drive({ kind: 'user', id: 'id-of-owner', displayName: 'Owner', email: 'owner@bma.example' }, now);
  const me = personIn(drive, 'Compiler');
  const trouble: { fault: Fault; when: ((asked: Asked) => boolean) | undefined }[] = [];
  const traffic = { seen: [] as Seen[], underWay: 0, mostAtOnce: 0 };
  const origins = { graph: '', download: '', upload: '' };
  const world: World = {
    ...{ drive, me: me.actor, origins, switches: switches() },
    ...{ sessions: new Map(), downloads: new Map(), cursors: new Map(), links: new Map() },
    ...{ complaints: [], overwritten: [], fetched: new Set() },
  };
  const faultOf = (asked: Asked): Fault | undefined => {
    const index = trouble.findIndex(({ when }) => when === undefined || when(asked));
    return index < 0 ? api.trouble?.(asked) : trouble.splice(index, 1)[0]?.fault;
  };
  const listen = (host: HostName): Promise<Server> =>
    opened(async (request, response) => {
      traffic.mostAtOnce = Math.max(traffic.mostAtOnce, ++traffic.underWay);
      const asked = await received(host, request);
      // Requests that are sent together meet here before any is answered.
      await nextTurn();
      if (asked.method === 'OPTIONS') {
        traffic.underWay--;
        allow(request, response);
        return;
      }
      const fault = faultOf(asked);
      const answer = fault && !fault.effect ? undefined : answerOf(world, asked);
      const status = typeof fault?.answer === 'object' ? fault.answer.status : (answer?.status ?? fault?.answer);
      traffic.seen.push(seenOf(asked, status === 'silence' || typeof status === 'number' ? status : 'cut'));
      // Before the answer, after which a client may send another.
      if (status !== 'silence') traffic.underWay--;
      else response.on('close', () => traffic.underWay--);
      send(response, fault, answer);
    });
  const servers = await Promise.all((['graph', 'download', 'upload'] as const).map(listen));
  const [graph = '', download = '', upload = ''] = servers.map(originOf);
  Object.assign(origins, { graph, download, upload });
  const api: GraphServer = {
    ...{ base: `${graph}/v1.0`, link: LIBRARY_URL, drive, switches: world.switches, me, trouble: undefined },
    ...{ complaints: world.complaints, overwritten: world.overwritten },
    get seen() {
      return traffic.seen;
    },
    get mostAtOnce() {
      return traffic.mostAtOnce;
    },
    failNext: (fault, when) => void trouble.push({ fault, when }),
    person: (name) => personIn(drive, name),
    shareLink(path) {
      const link = `https://bma.sharepoint.com/:f:/s/ita/${Buffer.from(path).toString('base64url')}?e=1`;
      world.links.set(link, drive.at(path) ?? missing(path));
      return link;
    },
    expireDownloads: () => world.downloads.clear(),
    expireCursors: () => world.cursors.clear(),
    forget: () => void Object.assign(traffic, { seen: [], mostAtOnce: 0 }),
    close: async () => {
      await Promise.all(servers.map(closed));
      if (world.complaints.length > 0) throw new Error(world.complaints.join('\n'));
    },
  };
  return api;
}

function switches(): Switches {
  return {
    ...{ pageSize: 200, putLimit: 250 * 1024 * 1024, rewrites: true, promotesAfterwards: false, deltaOfFolders: true },
    ...{ unknownRecipients: new Set(), tokens: new Set(['token']), userAgent: undefined },
  };
}

/** A clock that goes on by a second whenever it is read. */
function steps(): () => string {
  let time = Date.UTC(2026, 0, 1);
  return () => new Date((time += 1000)).toISOString();
}

function missing(path: string): StoredItem {
  throw new Error(`nothing at ${path}`);
}

function answerOf(world: World, asked: Asked): Answer {
  try {
    return HOSTS[asked.host](world, asked);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function send(response: ServerResponse, fault: Fault | undefined, answer: Answer | undefined): void {
  if (fault?.answer === 'silence') return;
  if (fault?.answer === 'cut') return void response.socket?.destroy();
  const given: Answer = fault && fault.answer !== 'cut-body' ? spoken(fault) : (answer ?? { status: 500 });
  const body = given.bytes ?? (given.json === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(given.json)));
  const type = given.bytes ? 'application/octet-stream' : 'application/json';
  response.writeHead(given.status, {
    ...CORS,
    ...(given.status !== 204 && { 'Content-Type': type, 'Content-Length': String(body.length) }),
    'request-id': '5ca1ab1e-0000-4000-8000-000000000000',
    ...given.headers,
  });
  if (fault?.answer !== 'cut-body') return void response.end(body);
  response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy());
}

function spoken({ answer }: Fault): Answer {
  if (typeof answer === 'string') return { status: 500 };
  const { status, headers = {}, body } = answer;
  if (typeof body === 'object') return { status, headers, json: body };
  return { status, headers: { ...headers, 'Content-Type': 'text/html' }, bytes: Buffer.from(body) };
}

function allow(request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(204, {
      ...CORS,
      'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
      'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
    })
    .end();
}

async function received(host: HostName, request: IncomingMessage): Promise<Asked> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, value?.toString()]));
  return {
    host,
    method: request.method ?? '',
    path: pathname,
    query: searchParams,
    headers,
    bytes: Buffer.concat(chunks),
  };
}

function seenOf(asked: Asked, status: Seen['status']): Seen {
  const { host, method, path, headers } = asked;
  return {
    host,
    method,
    path,
    status,
    authorization: headers.authorization,
    userAgent: headers['user-agent'],
    units: unitsOf(asked),
  };
}

function opened(serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<Server> {
  const server = createServer((request, response) => {
    // A request whose body breaks off has nobody to answer.
    serve(request, response).catch(() => response.destroy());
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
