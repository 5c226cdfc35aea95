import { once } from './once.ts';
import type { SignIn } from './ports/sign-in.ts';

/** A way to sign in that is loaded at the first token, because most people need none. */
export function lazySignIn(make: () => Promise<SignIn>): SignIn {
  let made: SignIn | undefined;
  const signIn = once(async () => (made = await make()));
  return {
    token: async (claims) => (await signIn()).token(claims),
    get account() {
      return made?.account;
    },
  };
}
