import { nextTurn } from '../next-turn.ts';
import type { HostName } from './requests.ts';
import { createService, written, type GraphService } from './service.ts';

const ORIGINS: Readonly<Record<HostName, string>> = {
  graph: 'http://graph.test',
  download: 'http://download.test',
  upload: 'http://upload.test',
};

/** The same service without HTTP, for tests that need thousands of them; only `fetch` reaches it. */
export interface GraphInProcess extends GraphService {
  readonly fetch: typeof fetch;
}

/** A service with an empty library. */
export function graphInProcess(): GraphInProcess {
  const core = createService({ ...ORIGINS });
  const network: typeof fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const host = (Object.keys(ORIGINS) as HostName[]).find((name) => ORIGINS[name] === url.origin);
    if (host === undefined) throw new TypeError(`no such host: ${url.host}`);
    init.signal?.throwIfAborted();
    core.begin();
    // Other requests may come first, as on a network.
    await nextTurn();
    const { answer, end } = core.serve({
      ...{ host, method: init.method ?? 'GET', path: url.pathname, query: url.searchParams },
      headers: Object.fromEntries(new Headers(init.headers)),
      bytes: bytesOf(init.body),
    });
    await nextTurn();
    init.signal?.throwIfAborted();
    if (end !== 'whole') throw new TypeError('fetch failed');
    const { headers, body } = written(answer);
    return new Response(answer.status === 204 ? null : (body as Uint8Array<ArrayBuffer>), {
      status: answer.status,
      headers,
    });
  };
  return Object.assign(core, { fetch: network });
}

function bytesOf(body: RequestInit['body']): Uint8Array {
  return ArrayBuffer.isView(body)
    ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice()
    : new Uint8Array();
}
