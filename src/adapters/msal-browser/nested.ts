import {
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  PublicClientApplication,
  type AuthenticationResult,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import type { SharePointSettings } from '../../domain/deployment/deployment.ts';
import { SignInFault } from '../../usecases/ports/sign-in.ts';
import { BridgeGone, type Nested, type NestedLimits } from './bridge.ts';
import { codeOf } from './error-codes.ts';
import { signInFault } from './faults.ts';
import { withinTime } from './within-time.ts';

/**
 * Nested app authentication: Excel, which has signed the person in, gives the token. Nothing of it is kept in the browser.
 * @throws {BridgeGone} if Excel does not answer, or only says that it could
 */
export async function createNested(
  settings: SharePointSettings,
  loginHint: string | undefined,
  limits: NestedLimits,
): Promise<Nested> {
  const app = await open(settings, limits);
  const { scopes, tenantId } = settings;
  // Excel is told the organisation only if each request says it, and so are guests of another one.
  const authority = `https://login.microsoftonline.com/${tenantId}`;
  let account: AuthenticationResult['account'] | undefined;

  const ask = async (claims: string | undefined): Promise<AuthenticationResult> => {
    const request = { scopes: [...scopes], authority, ...(claims === undefined ? {} : { claims }) };
    const hint = loginHint === undefined ? {} : { loginHint };
    try {
      const silently = account
        ? app.acquireTokenSilent({ ...request, account })
        : app.ssoSilent({ ...request, ...hint });
      return await withinTime(silently, limits.silent);
    } catch (error) {
      if (error instanceof SignInFault) throw new BridgeGone(error.message, { cause: error });
      if (!mustAsk(error)) throw error;
    }
    return withinTime(app.acquireTokenPopup({ ...request, ...hint }), limits.asking);
  };

  return {
    async token(claims) {
      try {
        const result = await ask(claims);
        account = result.account;
        return { token: result.accessToken, name: account.username };
      } catch (error) {
        if (error instanceof SignInFault || error instanceof BridgeGone) throw error;
        const [code, description] = codeOf(error);
        if (GONE.has(code)) throw new BridgeGone(code, { cause: error });
        throw signInFault(code, description, { cause: error });
      }
    },
  };
}

async function open(
  { clientId, tenantId }: SharePointSettings,
  { silent }: NestedLimits,
): Promise<IPublicClientApplication> {
  const nested = new Set<IPublicClientApplication>();
  const opening = createNestablePublicClientApplication(
    {
      auth: { clientId, authority: `https://login.microsoftonline.com/${tenantId}` },
      cache: { cacheLocation: 'memoryStorage' },
    },
    undefined,
    (configuration, controller) => {
      const app = new PublicClientApplication(configuration, controller);
      nested.add(app);
      return app;
    },
  );
  const app = await withinTime(opening, silent).catch((error: unknown) => {
    throw new BridgeGone(String(error), { cause: error });
  });
  // Without a bridge MSAL gives a client that would open windows of its own.
  if (!nested.has(app)) throw new BridgeGone('no bridge');
  return app;
}

/** Excel says so where somebody switched it off, or where this document or build has none. */
const GONE = new Set(['nested_app_auth_bridge_disabled']);

/** Whether only the person can go on; without an account in the bridge Excel asks which one. */
function mustAsk(error: unknown): boolean {
  return (
    error instanceof InteractionRequiredAuthError || ['no_account_error', 'no_account_found'].includes(codeOf(error)[0])
  );
}
