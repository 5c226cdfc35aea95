import { createHash } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { CLIENT, PERSON, TENANT } from './entra.ts';

/** What Microsoft answers a person who signs in: it lets them in, or a refusal. */
export type LoginAnswer = 'welcome' | { readonly error: string; readonly description: string };

const HOST = 'https://login.microsoftonline.com';

/** Microsoft's pages for signing in, in place of the real ones in every window of a browser. */
export interface LoginPages {
  /** The query of each time that a person came to sign in. */
  readonly visits: readonly URLSearchParams[];
}

/**
 * Answers for Microsoft's login host as far as the authorization code flow with PKCE goes (RFC 7636): the person presses a
 * button, and a code is exchanged once, by whoever asked for it.
 */
export async function routeLogin(context: BrowserContext, answer: LoginAnswer = 'welcome'): Promise<LoginPages> {
  const visits: URLSearchParams[] = [];
  await context.route(`${HOST}/${TENANT}/oauth2/v2.0/authorize?*`, async (route) => {
    const query = new URL(route.request().url()).searchParams;
    visits.push(query);
    const back = new URLSearchParams(
      answer === 'welcome'
        ? { code: `c${visits.length}`, client_info: encoded({ uid: PERSON.objectId, utid: TENANT }) }
        : { error: answer.error, error_description: answer.description },
    );
    back.set('state', query.get('state') ?? '');
    const isKnown = query.get('client_id') === CLIENT && query.get('response_type') === 'code';
    const target = `${query.get('redirect_uri')}#${back.toString()}`;
    const body = isKnown ? `<a href="${target.replaceAll('&', '&amp;')}">Sign in</a>` : 'AADSTS700016';
    await route.fulfill({ contentType: 'text/html', body });
  });
  await context.route(`${HOST}/${TENANT}/oauth2/v2.0/token*`, async (route) => {
    const form = new URLSearchParams(route.request().postData() ?? '');
    const visit = visits[Number(form.get('code')?.slice(1)) - 1];
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits = visit?.get('code_challenge') === challenge && visit.get('redirect_uri') === form.get('redirect_uri');
    const headers = { 'Access-Control-Allow-Origin': '*' };
    if (!fits || form.get('client_id') !== CLIENT) {
      await route.fulfill({ status: 400, headers, json: { error: 'invalid_grant', error_description: 'AADSTS50148' } });
      return;
    }
    const claims = {
      tid: TENANT,
      oid: PERSON.objectId,
      sub: 's',
      aud: CLIENT,
      iss: `${HOST}/${TENANT}/v2.0`,
      nonce: visit.get('nonce'),
      preferred_username: PERSON.name,
      ver: '2.0',
    };
    await route.fulfill({
      headers,
      json: {
        token_type: 'Bearer',
        scope: visit.get('scope'),
        expires_in: 3600,
        access_token: `token ${form.get('code')}`,
        refresh_token: 'r',
        id_token: `${encoded({ alg: 'none' })}.${encoded(claims)}.`,
        client_info: encoded({ uid: PERSON.objectId, utid: TENANT }),
      },
    });
  });
  return { visits };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
