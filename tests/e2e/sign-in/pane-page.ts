import { createPageDialog } from '../../../src/adapters/excel/shell/page-dialog.ts';
import { createBrowserSignIn } from '../../../src/adapters/msal-browser/sign-in.ts';
import { loadDeployment } from '../../../src/addin/pane/deployment.ts';
import { excelSharePoint } from '../../../src/addin/pane/excel-share-point.ts';
import { LibraryFault } from '../../../src/usecases/ports/document-library.ts';
import { SignInFault, type SignIn } from '../../../src/usecases/ports/sign-in.ts';

/** What signing in came to. */
export type Outcome =
  | { readonly token: string; readonly name: string | undefined }
  | { readonly reason: string; readonly why: string | undefined; readonly detail: string };

/** What a test can do in the page that stands for the pane. */
export interface SignInGlobals {
  readonly token: (claims?: string) => Promise<Outcome>;
  /** The same, with no patience for an Excel that does not answer. */
  readonly hastyToken: () => Promise<Outcome>;
}

/** What a person's press of a button in the pane does, as soon as the pane has one. */
const signIn = Office.onReady().then(async () => (await excelSharePoint())!);
const hasty = Office.onReady().then(async () =>
  createBrowserSignIn((await loadDeployment()).sharePoint!, {
    isNested: true,
    loginHint: () => new Promise(() => undefined),
    page: new URL('sign-in.html', location.href).href,
    ask: createPageDialog(),
    limits: { silent: 300, asking: 300 },
  }),
);

async function outcomeOf(way: SignIn, claims?: string): Promise<Outcome> {
  try {
    return { token: await way.token(claims), name: way.account?.name };
  } catch (error) {
    if (!(error instanceof LibraryFault)) throw error;
    const { reason, detail } = error;
    return { reason, why: error instanceof SignInFault ? error.why : undefined, detail };
  }
}

const globals: SignInGlobals = {
  token: async (claims) => outcomeOf((await signIn).signIn, claims),
  hastyToken: async () => outcomeOf(await hasty),
};
Object.assign(globalThis, globals);
