/** The organisation and the person of the tests. */
export const TENANT = '6fa459ea-ee8a-4ca4-894e-db77e160355e';
export const CLIENT = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
export const SETTINGS = {
  clientId: CLIENT,
  tenantId: TENANT,
  host: 'example.sharepoint.com',
  scopes: ['Sites.Selected'],
};
export const PERSON = { objectId: '9d3f1c42-6a0e-4f7b-9c58-2f1f0b6f4a11', name: 'somchai@example.go.th' };

/** What was posted to Microsoft Entra: the last part of the path, and the form. */
export interface Asked {
  readonly endpoint: string;
  readonly form: Readonly<Record<string, string>>;
}

/** An answer in place of the usual one. */
type Answer = () => Response | Promise<Response>;

/**
 * Microsoft Entra as far as a program that signs in by code or certificate talks to it: it knows the person who enters the
 * code, gives tokens that are numbered, and refuses whatever the protocol does not allow. Use `fetch` in place of the real one.
 */
export class Entra {
  /** Everything that was asked, newest last. */
  readonly asked: Asked[] = [];
  /** Given in turn instead of the usual answers. */
  readonly instead: Answer[] = [];
  /** Questions that are still answered with “not yet” before the person has entered the code. */
  pending = 0;
  /** Seconds that an access token is valid; msal-node renews what is not valid for five minutes. */
  lifetime = 3600;
  /** Whether the person's sign-in was taken back: the refresh token is refused. */
  isRevoked = false;
  #issued = 0;

  /** The grant types and endpoints that were asked for, newest last. */
  get grants(): readonly string[] {
    return this.asked.map(({ endpoint, form }) => form.grant_type ?? endpoint);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(input as string);
    if (url.origin !== 'https://login.microsoftonline.com' || !url.pathname.startsWith(`/${TENANT}/oauth2/v2.0/`)) {
      throw new Error(`Asked elsewhere: ${url.href}`);
    }
    init?.signal?.throwIfAborted();
    const endpoint = url.pathname.split('/').at(-1)!;
    const form = Object.fromEntries(new URLSearchParams(init?.body as string));
    this.asked.push({ endpoint, form });
    const instead = this.instead.shift();
    return instead ? instead() : this.#answer(endpoint, form);
  };

  #answer(endpoint: string, form: Readonly<Record<string, string>>): Response {
    if (form.client_id !== CLIENT) return refusal('unauthorized_client', 'AADSTS700016: Application was not found.');
    if (endpoint === 'devicecode') {
      const verification_uri = 'https://microsoft.com/devicelogin';
      return Response.json({ device_code: 'd', user_code: 'ABC123', verification_uri, expires_in: 900, interval: 0 });
    }
    switch (form.grant_type ?? '') {
      // The short name that MSAL sends, for `urn:ietf:params:oauth:grant-type:device_code`.
      case 'device_code':
        if (form.device_code !== 'd') return refusal('bad_verification_code', 'AADSTS70019: Bad code.');
        if (this.pending > 0) {
          this.pending -= 1;
          return refusal('authorization_pending', 'AADSTS70016: Waiting.');
        }
        return this.#personalToken(form);
      case 'refresh_token':
        if (form.refresh_token !== 'r' || this.isRevoked) {
          return refusal('invalid_grant', 'AADSTS50173: The provided grant has expired due to it being revoked.');
        }
        return this.#personalToken(form);
      case 'client_credentials':
        if (!form.client_assertion) return refusal('invalid_client', 'AADSTS7000218: No client assertion.', 401);
        if (form.scope !== 'https://graph.microsoft.com/.default')
          return refusal('invalid_scope', 'AADSTS70011: Scope.');
        return Response.json({ token_type: 'Bearer', expires_in: this.lifetime, access_token: this.#next() });
      default:
        return refusal('unsupported_grant_type', `AADSTS70003: ${form.grant_type ?? ''}`);
    }
  }

  #personalToken(form: Readonly<Record<string, string>>): Response {
    const claims = {
      tid: TENANT,
      oid: PERSON.objectId,
      sub: 's',
      aud: CLIENT,
      preferred_username: PERSON.name,
      ver: '2.0',
    };
    return Response.json({
      token_type: 'Bearer',
      scope: form.scope,
      expires_in: this.lifetime,
      access_token: this.#next(),
      refresh_token: 'r',
      id_token: `${encoded({ alg: 'none' })}.${encoded(claims)}.`,
      client_info: encoded({ uid: PERSON.objectId, utid: TENANT }),
    });
  }

  #next(): string {
    this.#issued += 1;
    return `token ${this.#issued}`;
  }
}

/** How Microsoft Entra refuses (RFC 6749, section 5.2). */
export function refusal(error: string, description: string, status = 400): Response {
  return Response.json({ error, error_description: `${description}\r\nTrace ID: t` }, { status });
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
