import type { SignInReason } from '../diagnostics/sign-in-reason.ts';
import type { TextArguments } from './declared-facts.ts';
import { signInEn } from './en/sign-in.ts';
import { formatValues } from './format-values.ts';
import { signInTh } from './th/sign-in.ts';
import type { SIGN_IN_FACTS, SignInText, SignInWords } from './sign-in-words.ts';
import { fill, type Language, type Template } from './words.ts';

const SIGN_IN_WORDS: Readonly<Record<Language, SignInWords>> = { th: signInTh, en: signInEn };

/** One of the texts about signing in, with its facts. */
export function signInText(
  language: Language,
  ...[text, facts = {}]: TextArguments<typeof SIGN_IN_FACTS, Exclude<SignInText, keyof typeof SIGN_IN_FACTS>>
): string {
  return fill(SIGN_IN_WORDS[language].texts[text], formatValues(facts, language));
}

/** Describes why nobody is signed in, and what to do about it. */
export function describeSignInFault(
  { why, detail }: { readonly why: SignInReason; readonly detail: string },
  language: Language,
): Template {
  const { message, remedy } = SIGN_IN_WORDS[language].faults[why];
  return { message: fill(message, { detail }), remedy: fill(remedy, { detail }) };
}
