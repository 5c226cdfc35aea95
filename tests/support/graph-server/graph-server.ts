import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nextTurn } from '../next-turn.ts';
import type { Asked, HostName } from './requests.ts';
import { createService, written, type GraphService, type Served } from './service.ts';

/** What pages of another origin may send and read; Graph allows every origin. */
const CORS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, Retry-After, WWW-Authenticate',
};

/** A document library in Microsoft Graph on this machine, over HTTP: the API and two hosts for bytes, each at a port. */
export interface GraphServer extends GraphService {
  /** Where each host listens on this machine, without a slash at the end. */
  readonly listening: Readonly<Record<HostName, string>>;
  /** Stops; rejects if a request did what none should. */
  close(): Promise<void>;
}

/**
 * Starts a server with an empty library.
 * @param now see {@link createService}
 * @param names origins that its links have in place of those where it listens, for whoever leads requests there
 */
export async function startGraphServer(
  now?: () => string,
  names?: Readonly<Record<HostName, string>>,
): Promise<GraphServer> {
  const listening = { graph: '', download: '', upload: '' };
  const core = createService(names ? { ...names } : listening, now);
  const listen = async (host: HostName): Promise<Server> => {
    const server = await opened(async (request, response) => {
      if (request.method === 'OPTIONS') {
        allow(request, response);
        return;
      }
      core.begin();
      const asked = await received(host, request);
      // Requests that are sent together meet here before any is answered.
      await nextTurn();
      const served = core.serve(asked);
      if (served.end === 'silence') response.on('close', () => core.leave());
      send(response, served);
    });
    listening[host] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return server;
  };
  const servers = await Promise.all((['graph', 'download', 'upload'] as const).map(listen));
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closed));
    core.checkComplaints();
  };
  return Object.assign(core, { listening, close });
}

function send(response: ServerResponse, { answer, end }: Served): void {
  if (end === 'silence') return;
  if (end === 'cut') {
    response.socket?.destroy();
    return;
  }
  const { headers, body } = written(answer);
  response.writeHead(answer.status, { ...CORS, ...headers });
  if (end === 'whole') response.end(body);
  else response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy());
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
    ...{ host, method: request.method ?? '', path: pathname, query: searchParams, headers },
    bytes: Buffer.concat(chunks),
  };
}

function opened(serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<Server> {
  const server = createServer((request, response) => {
    // A request whose body breaks off has nobody to answer.
    serve(request, response).catch(() => response.destroy());
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
