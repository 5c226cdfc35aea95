import { PublicClientApplication } from '@azure/msal-browser';
import type { SharePointSettings } from '../../domain/deployment/deployment.ts';
import { codeOf } from './error-codes.ts';
import { questionOf, type SignInAnswer } from './window-messages.ts';

/**
 * Signs the person in, in a window of its own: goes to Microsoft's page with the question in the address, and knows the
 * answer when it comes back. What MSAL keeps is gone with the window.
 * @param page address of this page without fragment and query, as it is registered
 * @returns undefined while it leaves for Microsoft's page
 */
export async function signInHere(
  { clientId, tenantId, scopes }: SharePointSettings,
  page: string,
  fragment: string,
): Promise<SignInAnswer | undefined> {
  const authority = `https://login.microsoftonline.com/${tenantId}`;
  try {
    const app = new PublicClientApplication({
      auth: { clientId, authority, redirectUri: page },
      cache: { cacheLocation: 'sessionStorage' },
    });
    await app.initialize();
    // The question is answered once: going back to it would begin anew.
    const result = await app.handleRedirectPromise({ navigateToLoginRequestUrl: false });
    if (result) {
      return {
        token: result.accessToken,
        expiresAt: result.expiresOn?.getTime() ?? 0,
        name: result.account.username,
      };
    }
    const question = questionOf(fragment);
    if (question === undefined) return { error: 'no_question', description: '' };
    const { loginHint, claims } = question;
    await app.acquireTokenRedirect({
      scopes: [...scopes],
      authority,
      ...(loginHint === undefined ? {} : { loginHint }),
      ...(claims === undefined ? {} : { claims }),
    });
    return undefined;
  } catch (error) {
    const [code, description] = codeOf(error);
    return { error: code, description };
  }
}
