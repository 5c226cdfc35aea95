import type { SignInReason } from '../diagnostics/sign-in-reason.ts';
import type { DeclaredFacts } from './declared-facts.ts';
import type { Template } from './words.ts';

/** The facts of the texts about signing in that have any. */
export const SIGN_IN_FACTS = {
  'device-code': { url: 'text', code: 'text', minutes: 'number' },
  'signed-in': { name: 'text' },
} as const satisfies DeclaredFacts;

/** Texts about signing in. */
export type SignInText = keyof typeof SIGN_IN_FACTS | 'signing-in' | 'close-window' | 'not-a-page' | 'signed-out';

/** The words about signing in, in one language; `{name}` is a slot for a fact. */
export interface SignInWords {
  readonly texts: Readonly<Record<SignInText, string>>;
  /** Why nobody is signed in; {detail} holds technical terms. */
  readonly faults: Readonly<Record<SignInReason, Template>>;
}
