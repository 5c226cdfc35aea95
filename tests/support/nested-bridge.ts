import type { BrowserContext, Page } from 'playwright-core';
import { CLIENT, PERSON, TENANT } from './entra.ts';

/** What Excel answers to a question: the token, a fault by its name (NestedAppAuth 1.0), or nothing for ever. */
export type BridgeAnswer = 'token' | 'silence' | BridgeFault;

type BridgeFault =
  | 'USER_INTERACTION_REQUIRED'
  | 'USER_CANCEL'
  | 'NO_NETWORK'
  | 'ACCOUNT_UNAVAILABLE'
  | 'TRANSIENT_ERROR'
  | 'PERSISTENT_ERROR'
  | 'DISABLED'
  | 'NESTED_APP_AUTH_UNAVAILABLE';

/** How Excel answers each kind of question. */
export interface BridgeAnswers {
  readonly GetInitContext: 'context' | 'silence' | BridgeFault;
  readonly GetToken: BridgeAnswer;
  readonly GetTokenPopup: BridgeAnswer;
  /** What comes with a fault. */
  readonly code: string;
  readonly description: string;
}

/** What a page asked Excel for. */
export interface BridgeQuestion {
  readonly method: keyof BridgeAnswers;
  readonly tokenParams?: {
    readonly clientId: string;
    readonly scope: string;
    readonly claims?: string;
    readonly authority?: string;
  };
}

/** The page's side of it, as the test sees it. */
interface BridgeGlobals {
  readonly bridgeQuestions: readonly BridgeQuestion[];
}

/**
 * Puts the bridge of nested app authentication into the pages of a browser, as Excel does: `window.nestedAppAuthBridge`. It speaks the
 * protocol of @azure/msal-browser 5 (src/naa/BridgeProxy.ts) and is strict about what it is asked.
 */
export async function addBridge(context: BrowserContext, answers: Partial<BridgeAnswers>): Promise<void> {
  const usual: BridgeAnswers = {
    GetInitContext: 'context',
    GetToken: 'token',
    GetTokenPopup: 'token',
    code: '',
    description: '',
  };
  const person = { client: CLIENT, tenant: TENANT, ...PERSON };
  await context.addInitScript(installBridge, { answers: { ...usual, ...answers }, person });
}

/** What the page has asked Excel for so far. */
export function questionsOf(page: Pick<Page, 'evaluate'>): Promise<readonly BridgeQuestion[]> {
  return page.evaluate(() => (globalThis as unknown as BridgeGlobals).bridgeQuestions);
}

/** Runs in the page, so it knows nothing but its argument. */
function installBridge({
  answers,
  person,
}: {
  readonly answers: BridgeAnswers;
  readonly person: {
    readonly client: string;
    readonly tenant: string;
    readonly objectId: string;
    readonly name: string;
  };
}): void {
  const bridgeQuestions: BridgeQuestion[] = [];
  const listeners: ((message: string) => void)[] = [];
  const encoded = (value: object): string =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const account = {
    homeAccountId: `${person.objectId}.${person.tenant}`,
    environment: 'login.microsoftonline.com',
    tenantId: person.tenant,
    username: person.name,
    localAccountId: person.objectId,
  };
  const claims = { tid: person.tenant, oid: person.objectId, aud: person.client, preferred_username: person.name };
  let issued = 0;
  const token = (scope: string): object => {
    issued += 1;
    const id_token = `${encoded({ alg: 'none' })}.${encoded(claims)}.`;
    return { access_token: `token-${issued}`, id_token, expires_in: 3600, scope };
  };
  const postMessage = (text: string): void => {
    const question = JSON.parse(text) as BridgeQuestion & { readonly messageType: string; readonly requestId: string };
    const { messageType, requestId, method, tokenParams } = question;
    if (messageType !== 'NestedAppAuthRequest') throw new Error(`The bridge does not know ${messageType}.`);
    bridgeQuestions.push({ method, ...(tokenParams ? { tokenParams } : {}) });
    const answer = answers[method];
    if (answer === 'silence') return;
    if (method !== 'GetInitContext' && tokenParams?.clientId !== person.client) {
      throw new Error('The bridge does not know this app.');
    }
    const content =
      answer === 'context'
        ? { success: true, initContext: { sdkName: 'emulated', sdkVersion: '1' } }
        : answer === 'token'
          ? { success: true, token: token(tokenParams?.scope ?? ''), account }
          : {
              success: false,
              error: { status: answer, code: answers.code, description: answers.description },
            };
    const response = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...content });
    setTimeout(() => listeners.forEach((listener) => listener(response)));
  };
  const nestedAppAuthBridge = {
    addEventListener: (_: 'message', listener: (message: string) => void) => listeners.push(listener),
    removeEventListener: (_: 'message', listener: (message: string) => void) =>
      listeners.splice(listeners.indexOf(listener), 1),
    postMessage,
  };
  Object.assign(globalThis, { nestedAppAuthBridge, bridgeQuestions });
}
