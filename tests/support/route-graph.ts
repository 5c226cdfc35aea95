import type { BrowserContext } from 'playwright-core';
import type { GraphServer } from './graph-server/graph-server.ts';
import { startGraphServer } from './graph-server/graph-server.ts';
import type { HostName } from './graph-server/requests.ts';

/** The host of the organisation's sites; the bytes of their files come from there and go there too. */
export const TENANT_HOST = 'bma.sharepoint.com';

const SITES = `https://${TENANT_HOST}`;
const NAMES: Readonly<Record<HostName, string>> = {
  graph: 'https://graph.microsoft.com',
  download: SITES,
  upload: SITES,
};

/** A server of Microsoft Graph whose links are those of a real organisation, for browsers that {@link routeGraph} leads to it. */
export function startNamedGraph(): Promise<GraphServer> {
  return startGraphServer(() => new Date().toISOString(), NAMES);
}

/** A request that left a browser. */
export interface SentRequest {
  readonly url: string;
  readonly authorization: string | undefined;
}

/**
 * Leads what a browser asks Graph and the organisation's sites for to the server, over HTTP. Playwright itself answers the browser
 * whether another origin may ask; whether it may read the answer, the server says.
 * @returns every request of the browser to any host, as it is sent
 */
export async function routeGraph(context: BrowserContext, server: GraphServer): Promise<readonly SentRequest[]> {
  const sent: SentRequest[] = [];
  context.on('request', (request) => {
    sent.push({ url: request.url(), authorization: request.headers().authorization });
  });
  const lead = async (pattern: string, host: HostName): Promise<void> => {
    await context.route(pattern, async (route) => {
      const url = route.request().url().replace(NAMES[host], server.listening[host]);
      try {
        await route.fulfill({ response: await route.fetch({ url, maxRedirects: 0 }) });
      } catch {
        // The connection broke; of a page that is gone there is nothing to tell.
        await route.abort('connectionreset').catch(() => undefined);
      }
    });
  };
  await lead(`${NAMES.graph}/**`, 'graph');
  await lead(`${SITES}/download/*`, 'download');
  await lead(`${SITES}/upload/*`, 'upload');
  return sent;
}
