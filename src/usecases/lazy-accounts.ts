import { once } from './once.ts';
import type { Accounts } from './ports/accounts.ts';

/** Accounts that are looked for on first use, because most commands need none. */
export function lazyAccounts(make: () => Promise<Accounts>): Accounts {
  const accounts = once(make);
  return {
    signIn: async (settings, request) => (await accounts()).signIn(settings, request),
    signOut: async (settings) => (await accounts()).signOut(settings),
  };
}
