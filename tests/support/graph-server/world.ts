import type { Actor, Drive, StoredItem } from './drive.ts';
import { errorBody } from './faults.ts';
import type { Answer, Asked, HostName } from './requests.ts';

/** What a test may set while the server runs. */
export interface Switches {
  /** Rows of a page of children and delta. */
  pageSize: number;
  /** Most bytes of `PUT …/content`: 250 MB now, 4 MB in older pages of driveitem-put-content.md. */
  putLimit: number;
  /** Whether a workbook is rewritten as it arrives. */
  rewrites: boolean;
  /** Whether "SharePoint App" saves a version of a workbook after it was answered. */
  promotesAfterwards: boolean;
  /** Whether delta is supported for this folder (graph-docs#13035). */
  deltaOfFolders: boolean;
  /** Addresses and identifiers that nobody has: `noResolvedUsers` (onedrive-api-docs#1497). */
  readonly unknownRecipients: Set<string>;
  /** Tokens that are valid. */
  readonly tokens: Set<string>;
  /** What `User-Agent` has to look like; undefined where browsers ask. */
  userAgent: RegExp | undefined;
}

/** An upload session that has begun. */
export interface UploadSession {
  readonly folder: StoredItem | undefined;
  readonly item: StoredItem | undefined;
  readonly name: string;
  readonly parts: Uint8Array[];
  received: number;
}

/** What the service keeps besides the drive. */
export interface World {
  readonly drive: Drive;
  /** Whose tokens they are. */
  readonly me: Actor;
  readonly switches: Switches;
  /** Origins, without a slash at the end. */
  readonly origins: Readonly<Record<HostName, string>>;
  readonly sessions: Map<string, UploadSession>;
  /** Download URLs that are valid, by their last segment. */
  readonly downloads: Map<string, StoredItem>;
  /** What pages and cursors of delta stand for. */
  readonly cursors: Map<string, { readonly rows: readonly string[]; readonly upTo: number }>;
  /** Sharing links; addresses of folders of the library are known anyway. */
  readonly links: Map<string, StoredItem>;
  /** What a request did that no request should, though the service may take it. */
  readonly complaints: string[];
  /** Versions that people saved, that nobody had fetched, and that a request replaced. */
  readonly overwritten: string[];
  readonly fetched: Set<string>;
}

/** Thrown by a handler that refuses a request. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(status: number, code: string, message = code, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.answer = { status, headers, json: errorBody(code, message) };
  }
}

/** The folder's own address in the site, under which Excel opens files and people paste links. */
export const LIBRARY_URL = 'https://bma.sharepoint.com/sites/ita/Shared%20Documents';

/** Refuses query parameters that the documented call does not have. */
export function onlyQuery(asked: Asked, ...known: readonly string[]): void {
  for (const key of asked.query.keys()) {
    if (!known.includes(key)) throw new Refusal(400, 'invalidRequest', `unknown query parameter ${key}`);
  }
}

/** The JSON body, which has to be an object with these keys and no others. */
export function bodyOf(asked: Asked, required: readonly string[], optional: readonly string[] = []): JsonObject {
  if (!/^application\/json\b/i.test(asked.headers['content-type'] ?? ''))
    throw new Refusal(400, 'invalidRequest', 'Content-Type is not application/json');
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(asked.bytes));
  } catch {
    throw new Refusal(400, 'invalidRequest', 'the body is no JSON');
  }
  return objectOf(body, required, optional);
}

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A value that has to be an object with these keys and no others. */
export function objectOf(value: unknown, required: readonly string[], optional: readonly string[] = []): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, 'invalidRequest', 'not an object');
  const missing = required.filter((key) => !(key in value));
  const unknown = Object.keys(value).filter((key) => !required.includes(key) && !optional.includes(key));
  if (missing.length + unknown.length > 0)
    throw new Refusal(400, 'invalidRequest', `missing ${missing.join()}, unknown ${unknown.join()}`);
  return value as JsonObject;
}

/**
 * Refuses a name that SharePoint refuses (support.microsoft.com, "Restrictions and limitations in OneDrive and SharePoint").
 * Written apart from the rule of the program, so that one does not hide a mistake of the other.
 */
export function checkName(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new Refusal(400, 'invalidRequest', 'no name');
  const isBad =
    /["*:<>?/\\|]/.test(value) ||
    // eslint-disable-next-line no-control-regex -- they are what is refused
    /^[~ ]|[ .]$|_vti_|[\u0000-\u001f]/i.test(value) ||
    /^(?:con|prn|aux|nul|com\d|lpt\d|\.lock|desktop\.ini)$/i.test(value) ||
    value.length > 255;
  if (isBad) throw new Refusal(400, 'invalidRequest', 'The provided name cannot be used.');
  return value;
}
