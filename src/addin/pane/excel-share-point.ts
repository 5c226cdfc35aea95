import { createPageDialog } from '../../adapters/excel/shell/page-dialog.ts';
import type { SharePointSettings } from '../../domain/deployment/deployment.ts';
import { lazySignIn } from '../../usecases/lazy-sign-in.ts';
import { once } from '../../usecases/once.ts';
import { LibraryFault } from '../../usecases/ports/document-library.ts';
import type { SignIn } from '../../usecases/ports/sign-in.ts';
import type { SharePoint } from '../session/shared-folder.ts';
import { loadDeployment } from './deployment.ts';

/**
 * The organisation's SharePoint; undefined where the deployment has none. Nothing is asked of Microsoft before the first token.
 * @throws {TypeError} if the settings cannot be read
 */
export const excelSharePoint = once(async (): Promise<SharePoint | undefined> => {
  const { sharePoint: settings } = await loadDeployment();
  if (settings === undefined) return undefined;
  const signIn = excelSignIn(settings);
  return {
    signIn,
    open: async (link, signal) => {
      // The policy of the page keeps it from fetching a file from any other site, after everything else has worked.
      const isElsewhere = URL.canParse(link) && new URL(link).host !== settings.host;
      if (isElsewhere) throw new LibraryFault('other-site', link, settings.host);
      return (await import('../../adapters/graph/graph-library.ts')).openGraphLibrary(link, { signIn, signal });
    },
  };
});

function excelSignIn(settings: SharePointSettings): SignIn {
  return lazySignIn(async () => {
    const { createBrowserSignIn } = await import('../../adapters/msal-browser/sign-in.ts');
    return createBrowserSignIn(settings, {
      isNested: Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
      loginHint,
      page: new URL('sign-in.html', location.href).href,
      ask: createPageDialog(),
    });
  });
}

/** An Excel without the requirement set NestedAppAuth has no such function, whatever the types say. */
async function loginHint(): Promise<string | undefined> {
  const { auth } = Office as { readonly auth?: Partial<Office.Auth> };
  const known = await auth?.getAuthContext?.();
  return [known?.loginHint, known?.userPrincipalName].find(Boolean);
}
