/** An answer that is not the one a request should get. */
export interface FaultAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or the text of a page. */
  readonly body: object | string;
}

/** What goes wrong with a request. */
export interface Fault {
  /** Whether the request takes effect all the same. */
  readonly effect: boolean;
  /** What comes back; `cut` ends the connection without an answer, `cut-body` in the middle of it, `silence` never answers. */
  readonly answer: FaultAnswer | 'cut' | 'cut-body' | 'silence';
}

/** Microsoft Graph's body of an error (docs: concepts/errors.md). */
export function errorBody(code: string, message = code, inner?: string): object {
  const ids = { date: '2026-01-01T00:00:00', 'request-id': '5ca1ab1e-0000-4000-8000-000000000000' };
  return { error: { code, message, innerError: { ...(inner === undefined ? {} : { code: inner }), ...ids } } };
}

function refuse(status: number, code: string, headers: Record<string, string> = {}, inner?: string): Fault {
  return { effect: false, answer: { status, headers, body: errorBody(code, code, inner) } };
}

/** The claims that {@link FAULTS.claims} asks for, as JSON text. */
export const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

function challenge(parameters: string): Record<string, string> {
  const uri = 'https://login.microsoftonline.com/common/oauth2/authorize';
  return { 'WWW-Authenticate': `Bearer realm="", authorization_uri="${uri}"${parameters}` };
}

function claimsChallenge(): Record<string, string> {
  return challenge(`, error="insufficient_claims", claims="${Buffer.from(CLAIMS).toString('base64')}"`);
}

/** What a 401 says of where to sign in. */
export const CHALLENGE = challenge('');

/** Every fault of the reference, by name. */
export const FAULTS = {
  /** The token is not valid any more. */
  unauthorized: refuse(401, 'InvalidAuthenticationToken', CHALLENGE),
  /** Conditional Access wants more (docs: concepts, "claims challenges"). */
  claims: refuse(401, 'InvalidAuthenticationToken', claimsChallenge()),
  /** The same with 403. */
  claimsForbidden: refuse(403, 'accessDenied', claimsChallenge()),
  forbidden: refuse(403, 'accessDenied'),
  notFound: refuse(404, 'itemNotFound'),
  conflict: refuse(409, 'nameAlreadyExists'),
  /** Of a request to replace: what SharePoint says instead of 412. */
  conflictOnReplace: refuse(409, 'notAllowed', {}, 'resourceModified'),
  preconditionFailed: refuse(412, 'notAllowed', {}, 'preconditionFailed'),
  rangeNotSatisfiable: refuse(416, 'invalidRange'),
  /** Three bodies for one status (microsoft-graph-explorer-v4#3435, msgraph-sdk-java#365, onedrive-api-docs#912). */
  lockedInner: refuse(423, 'notAllowed', {}, 'resourceLocked'),
  locked: refuse(423, 'resourceLocked'),
  lockedDenied: refuse(423, 'accessDenied'),
  full: refuse(507, 'quotaLimitReached'),
  sharingFailed: refuse(400, 'invalidRequest', {}, 'sharingFailed'),
  notSupported: refuse(400, 'notSupported'),
  /** A proxy or a sign-in page, where JSON or a file should be. */
  page: { effect: false, answer: { status: 200, body: '<!DOCTYPE html><title>Sign in</title>' } },
  pageOfGateway: { effect: false, answer: { status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' } },
  /** The gateway gives up although the service goes on. */
  lateGateway: { effect: true, answer: { status: 504, body: errorBody('gatewayTimeout') } },
  serverError: refuse(500, 'generalException'),
  badGateway: refuse(502, 'UnknownError'),
  gatewayTimeout: refuse(504, 'gatewayTimeout'),
  cutBefore: { effect: false, answer: 'cut' },
  cutAfter: { effect: true, answer: 'cut' },
  cutBody: { effect: true, answer: 'cut-body' },
  silence: { effect: false, answer: 'silence' },
} satisfies Readonly<Record<string, Fault>>;

/**
 * Too many requests, or the service is not ready: 429 and 503 carry Retry-After (sp-dev-docs,
 * how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online), though not always.
 */
export function busy(status: 429 | 503, headers: Readonly<Record<string, string>> = {}): Fault {
  return refuse(status, status === 429 ? 'tooManyRequests' : 'serviceNotAvailable', headers);
}
