import type { SharePointSettings } from '../../domain/deployment/deployment.ts';
import { oneAtATime, SignInFault, type SignIn } from '../../usecases/ports/sign-in.ts';
import { HostFault } from '../../usecases/ports/workbook-host.ts';
import { BridgeGone, type Nested, type NestedLimits, type PersonalToken } from './bridge.ts';
import { signInFault } from './faults.ts';
import { answerIn, questionLink } from './window-messages.ts';
import { withinTime } from './within-time.ts';

/** The Excel around the add-in, as far as signing in needs it. */
export interface SignInHost {
  /** Whether it says that it signs its people in (requirement set NestedAppAuth 1.1). */
  readonly isNested: boolean;
  /** The account that the person has opened the workbook with, where Excel tells it. */
  readonly loginHint: () => Promise<string | undefined>;
  /** Address of the page in which a person signs in where Excel does not do it. */
  readonly page: string;
  /**
   * Opens an address of the add-in's site in a window, and gives what its page says; undefined if the person closes it.
   * @throws {HostFault}
   */
  readonly ask: (url: string) => Promise<string | undefined>;
  /** Defaults to what a slow network and a slow person need. */
  readonly limits?: NestedLimits;
}

const LIMITS: NestedLimits = { silent: 20_000, asking: 300_000 };

/** Milliseconds before its end at which a token is no longer used: a request under way must not outlive it. */
const MARGIN = 300_000;

/** The code by which office.js says that another dialog is open. */
const DIALOG_OPEN = '12007';

/** Signs in from the pane: Excel gives the token where it can, and otherwise the person gets it in a window. */
export function createBrowserSignIn(settings: SharePointSettings, host: SignInHost): SignIn {
  let { isNested } = host;
  let bridge: Nested | undefined;
  let current: PersonalToken | undefined;
  let expiresAt = 0;

  const byExcel = async (claims: string | undefined): Promise<PersonalToken | undefined> => {
    if (!isNested) return undefined;
    try {
      bridge ??= await openBridge(settings, host);
      return await bridge.token(claims);
    } catch (error) {
      if (!(error instanceof BridgeGone)) throw error;
      // It does not come back while the pane is open.
      isNested = false;
      return undefined;
    }
  };

  const inWindow = async (claims: string | undefined): Promise<PersonalToken> => {
    if (current !== undefined && claims === undefined && Date.now() < expiresAt - MARGIN) return current;
    const link = questionLink(host.page, { loginHint: await hintOf(host), claims });
    const message = await host.ask(link).catch((error: unknown) => {
      throw error instanceof HostFault ? faultOfWindow(error) : error;
    });
    if (message === undefined) throw new SignInFault('cancelled', 'closed');
    const answer = answerIn(message);
    if (answer === undefined) throw new SignInFault('failed', 'no answer of the page');
    if ('error' in answer) throw signInFault(answer.error, answer.description);
    ({ expiresAt } = answer);
    return answer;
  };

  return {
    token: oneAtATime(async (claims) => {
      current = (await byExcel(claims)) ?? (await inWindow(claims));
      return current.token;
    }),
    get account() {
      return current && { name: current.name };
    },
  };
}

/** MSAL is loaded where Excel answers it: the window has its own. */
async function openBridge(settings: SharePointSettings, host: SignInHost): Promise<Nested> {
  const { createNested } = await import('./nested.ts');
  return createNested(settings, await hintOf(host), host.limits ?? LIMITS);
}

/** Excel on the web cannot tell an account without it; elsewhere it is of no harm where it is missing. */
async function hintOf({ loginHint, limits = LIMITS }: SignInHost): Promise<string | undefined> {
  return withinTime(loginHint(), limits.silent).catch(() => undefined);
}

function faultOfWindow({ reason, detail }: HostFault): SignInFault {
  if (reason === 'window-refused') return new SignInFault('window-refused', detail);
  if (reason === 'timed-out') return new SignInFault('timed-out', detail);
  return new SignInFault(detail === DIALOG_OPEN ? 'window-taken' : 'failed', detail);
}
