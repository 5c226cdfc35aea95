import { Drive, type StoredItem } from './drive.ts';
import type { Fault } from './faults.ts';
import { graphHost } from './graph-api.ts';
import { personIn, type Person } from './person.ts';
import { unitsOf, type Answer, type Asked, type HostName, type Seen, type Trouble } from './requests.ts';
import { downloadHost, uploadHost } from './storage.ts';
import { LIBRARY_URL, Refusal, type Switches, type World } from './world.ts';

const HOSTS = { graph: graphHost, download: downloadHost, upload: uploadHost } as const;

/** A document library in Microsoft Graph, without a tenant. */
export interface GraphService {
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
  /** @throws if a request did what none should */
  checkComplaints(): void;
}

/** How an answer ends: as a whole, in the middle, before it begins, or never. */
export interface Served {
  readonly answer: Answer;
  readonly end: 'whole' | 'half' | 'cut' | 'silence';
}

/** The inside of a service, for what brings it requests. */
export interface ServiceCore extends GraphService {
  /** Notes that a request has begun to arrive. */
  begin(): void;
  /** Answers a request that has arrived. */
  serve(asked: Asked): Served;
  /** Notes that nobody waits for a silent answer any more. */
  leave(): void;
}

/**
 * A service with an empty library.
 * @param origins of its hosts, which may be filled in later
 * @param now ISO 8601 instant of each change
 */
export function createService(origins: Record<HostName, string>, now: () => string = steps()): ServiceCore {
  const drive = new Drive({ kind: 'user', id: 'id-of-owner', displayName: 'Owner', email: 'owner@bma.example' }, now);
  const me = personIn(drive, 'Compiler');
  const faults: { readonly fault: Fault; readonly when: ((asked: Asked) => boolean) | undefined }[] = [];
  const traffic = { seen: [] as Seen[], underWay: 0, mostAtOnce: 0 };
  const world: World = {
    ...{ drive, me: me.actor, origins, switches: switches() },
    ...{ sessions: new Map(), downloads: new Map(), cursors: new Map(), links: new Map() },
    ...{ complaints: [], overwritten: [], fetched: new Set() },
  };
  const faultOf = (asked: Asked): Fault | undefined => {
    const index = faults.findIndex(({ when }) => when === undefined || when(asked));
    return index < 0 ? service.trouble?.(asked) : faults.splice(index, 1)[0]?.fault;
  };
  const service: ServiceCore = {
    ...{ link: LIBRARY_URL, drive, switches: world.switches, me, trouble: undefined },
    ...{ complaints: world.complaints, overwritten: world.overwritten },
    get base() {
      return `${origins.graph}/v1.0`;
    },
    get seen() {
      return traffic.seen;
    },
    get mostAtOnce() {
      return traffic.mostAtOnce;
    },
    failNext: (fault, when) => void faults.push({ fault, when }),
    person: (name) => personIn(drive, name),
    shareLink(path) {
      const link = `https://bma.sharepoint.com/:f:/s/ita/${Buffer.from(path).toString('base64url')}?e=1`;
      world.links.set(link, drive.at(path) ?? missing(path));
      return link;
    },
    expireDownloads: () => world.downloads.clear(),
    expireCursors: () => world.cursors.clear(),
    forget: () => void Object.assign(traffic, { seen: [], mostAtOnce: 0 }),
    checkComplaints() {
      if (world.complaints.length > 0) throw new Error(world.complaints.join('\n'));
    },
    begin() {
      traffic.mostAtOnce = Math.max(traffic.mostAtOnce, ++traffic.underWay);
    },
    serve(asked) {
      const fault = faultOf(asked);
      const served = troubled(fault, fault?.effect === false ? undefined : answerOf(world, asked));
      traffic.seen.push(seenOf(asked, served));
      if (served.end !== 'silence') traffic.underWay--;
      return served;
    },
    leave: () => {
      traffic.underWay--;
    },
  };
  return service;
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

function troubled(fault: Fault | undefined, answer: Answer = { status: 500 }): Served {
  if (fault === undefined) return { answer, end: 'whole' };
  if (typeof fault.answer === 'string') return { answer, end: fault.answer === 'cut-body' ? 'half' : fault.answer };
  const { status, headers = {}, body } = fault.answer;
  if (typeof body === 'object') return { answer: { status, headers, json: body }, end: 'whole' };
  const page = { headers: { ...headers, 'Content-Type': 'text/html' }, bytes: Buffer.from(body) };
  return { answer: { status, ...page }, end: 'whole' };
}

function seenOf(asked: Asked, { answer, end }: Served): Seen {
  const { host, method, path, headers } = asked;
  return {
    ...{ host, method, path, units: unitsOf(asked) },
    status: end === 'whole' ? answer.status : end === 'silence' ? 'silence' : 'cut',
    authorization: headers.authorization,
    userAgent: headers['user-agent'],
  };
}

/** The bytes and headers of an answer. */
export function written({ status, headers, json, bytes }: Answer): {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
} {
  const body = bytes ?? (json === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(json)));
  const type = bytes ? 'application/octet-stream' : 'application/json';
  return {
    body,
    headers: {
      ...(status !== 204 && { 'Content-Type': type, 'Content-Length': String(body.length) }),
      'request-id': '5ca1ab1e-0000-4000-8000-000000000000',
      ...headers,
    },
  };
}
