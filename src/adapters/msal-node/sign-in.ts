import { setTimeout as sleep } from 'node:timers/promises';
import {
  AuthError,
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
  PublicClientApplication,
  type AccountInfo,
  type AuthenticationResult,
  type Configuration,
} from '@azure/msal-node';
import type { SharePointSettings } from '../../domain/deployment/deployment.ts';
import type { LibraryFault } from '../../usecases/ports/document-library.ts';
import { oneAtATime, SignInFault, type DeviceCode, type SignIn } from '../../usecases/ports/sign-in.ts';
import { readCertificate } from './certificate.ts';
import { Network, type NetworkOptions } from './network.ts';
import type { TokenStore } from './token-file.ts';

/** How the command line signs in. */
export interface NodeSignInOptions extends Partial<NetworkOptions> {
  /** Tells a person where to enter which code. */
  readonly tell: (prompt: DeviceCode) => void;
  /** Text of a PEM file with the program's certificate and private key: nobody is asked, and the program has rights of its own. */
  readonly certificate?: string | undefined;
  /** Where the person's sign-in is found and kept; without it, it ends with the process. */
  readonly tokens?: TokenStore | undefined;
}

/** Everything that an administrator consented to for the program itself; it cannot be asked for by name. */
const OWN_RIGHTS = ['https://graph.microsoft.com/.default'];

/**
 * Signs in on the command line: a person by a code that is entered in a browser, a scheduled run by its certificate.
 * @throws {SignInFault} `certificate-refused`
 */
export function createNodeSignIn(settings: SharePointSettings, options: NodeSignInOptions): SignIn {
  const { certificate, signal } = options;
  const delay = (milliseconds: number): Promise<void> => sleep(milliseconds, undefined, signal ? { signal } : {});
  const network = new Network({ fetch, delay, ...options });
  const signIn =
    certificate === undefined
      ? personSignIn(settings, options, network)
      : certificateSignIn(settings, certificate, network);
  const ask = async (claims?: string): Promise<string> => {
    signal?.throwIfAborted();
    network.forget();
    return signIn.token(claims);
  };
  return {
    token: oneAtATime((claims) => unlessAborted(ask(claims), signal)),
    get account() {
      return signIn.account;
    },
  };
}

function personSignIn(
  settings: SharePointSettings,
  { tell, tokens, signal }: NodeSignInOptions,
  network: Network,
): SignIn {
  const { scopes, tenantId } = settings;
  const app = new PublicClientApplication({
    ...configurationOf(settings, network),
    ...(tokens ? { cache: { cachePlugin: pluginOf(tokens) } } : {}),
  });
  let account: AccountInfo | undefined;

  /** A token without asking; undefined if the person must be asked. */
  const silently = async (claims: string | undefined): Promise<AuthenticationResult | undefined> => {
    account ??= (await app.getAllAccounts()).find((known) => known.tenantId === tenantId);
    if (account === undefined) return undefined;
    try {
      return await app.acquireTokenSilent({ account, scopes: [...scopes], ...(claims ? { claims } : {}) });
    } catch (error) {
      // A sign-in that was taken back comes as an ordinary refusal.
      if (error instanceof InteractionRequiredAuthError || network.refusal === 'invalid_grant') return undefined;
      throw faultOf(error, network);
    }
  };

  const byCode = async (claims: string | undefined): Promise<AuthenticationResult | null> => {
    const request = {
      scopes: [...scopes],
      cancel: false,
      ...(claims ? { claims } : {}),
      deviceCodeCallback: ({ userCode, verificationUri, expiresIn }: DeviceCodeAnswer) => {
        // msal-node takes a refusal for a code without letters.
        if (network.failure) throw network.failure;
        tell({ code: userCode, url: verificationUri, minutes: Math.floor(expiresIn / 60) });
      },
    };
    const cancel = (): void => void (request.cancel = true);
    signal?.addEventListener('abort', cancel);
    try {
      return await app.acquireTokenByDeviceCode(request);
    } catch (error) {
      throw faultOf(error, network);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };

  return {
    async token(claims) {
      const result = (await silently(claims)) ?? (await byCode(claims));
      account = result?.account ?? account;
      return tokenOf(result);
    },
    get account() {
      return account && { name: account.username };
    },
  };
}

/** What Microsoft Entra answers to who asks for a code. */
interface DeviceCodeAnswer {
  readonly userCode: string;
  readonly verificationUri: string;
  /** Seconds. */
  readonly expiresIn: number;
}

function certificateSignIn(settings: SharePointSettings, pem: string, network: Network): SignIn {
  const { auth, system } = configurationOf(settings, network);
  const clientCertificate = readCertificate(pem, new Date());
  const app = new ConfidentialClientApplication({ auth: { ...auth, clientCertificate }, system });
  let isSignedIn = false;
  return {
    async token(claims) {
      try {
        const request = { scopes: OWN_RIGHTS, ...(claims ? { claims } : {}) };
        const token = tokenOf(await app.acquireTokenByClientCredential(request));
        isSignedIn = true;
        return token;
      } catch (error) {
        throw faultOf(error, network);
      }
    },
    get account() {
      return isSignedIn ? { name: settings.clientId } : undefined;
    },
  };
}

function configurationOf({ clientId, tenantId }: SharePointSettings, network: Network) {
  return {
    auth: { clientId, authority: `https://login.microsoftonline.com/${tenantId}` },
    system: { networkClient: network },
  } satisfies Configuration;
}

/** msal-node asks for what was kept before each use, and says after it whether it changed. */
function pluginOf(tokens: TokenStore): NonNullable<NonNullable<Configuration['cache']>['cachePlugin']> {
  return {
    async beforeCacheAccess({ tokenCache }) {
      const text = await tokens.read();
      // A damaged file is as good as none: the person signs in again, and it is written anew.
      if (text !== undefined && isJson(text)) tokenCache.deserialize(text);
    },
    async afterCacheAccess({ cacheHasChanged, tokenCache }) {
      if (cacheHasChanged) await tokens.write(tokenCache.serialize());
    },
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function tokenOf(result: AuthenticationResult | null): string {
  if (!result?.accessToken) throw new SignInFault('failed', 'no access token');
  return result.accessToken;
}

/** What the network saw last tells more than what msal-node makes of it. */
function faultOf(error: unknown, { failure }: Network): LibraryFault {
  if (failure !== undefined) return failure;
  const code = error instanceof AuthError ? error.errorCode : String(error);
  return new SignInFault(TOO_LATE.has(code) ? 'timed-out' : 'failed', code, { cause: error });
}

/** Codes of msal-node, which keeps their names to itself. */
const TOO_LATE = new Set(['device_code_expired', 'user_timeout_reached']);

/** Gives up at once; msal-node looks only between two questions whether it was cancelled. */
async function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return work;
  work.catch(() => undefined);
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
