import type { Fault } from './faults.ts';

/** The three hosts of a tenant: Graph itself, and where the bytes of files are fetched from and sent to. */
export type HostName = 'graph' | 'download' | 'upload';

/** A request as it arrived. */
export interface Asked {
  readonly host: HostName;
  readonly method: string;
  /** Percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
}

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
}

/** A request that was answered. */
export interface Seen {
  readonly host: HostName;
  readonly method: string;
  readonly path: string;
  readonly status: number | 'cut' | 'silence';
  readonly authorization: string | undefined;
  readonly userAgent: string | undefined;
  /** Resource units that it cost. */
  readonly units: number;
}

/** Decides, before a request is served, what goes wrong with it. */
export type Trouble = (asked: Asked) => Fault | undefined;

/**
 * Resource units of a request (sp-dev-docs, how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online: 1 for one item,
 * a download and delta with a token; 2 for lists, creating, updating and uploading; 5 for permissions). What goes to the other
 * hosts is counted as a download or an upload.
 */
export function unitsOf({ host, method, path, query }: Asked): number {
  if (host === 'download') return 1;
  if (host === 'upload') return 2;
  if (/\/(?:invite|permissions|createLink)(?:\/|$)/.test(path)) return 5;
  if (path.endsWith('/delta')) return query.has('token') ? 1 : 2;
  if (method !== 'GET') return 2;
  return /\/(?:children|versions)$/.test(path) ? 2 : 1;
}
