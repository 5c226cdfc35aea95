import type { DeclaredFacts, TextArguments } from './declared-facts.ts';

/** Texts that the pane needs before the rest of it is loaded. */
export type StartLabel =
  | 'title'
  | 'looking'
  | 'no-workbook'
  | 'other-work'
  | 'without-workbook'
  | 'check'
  | 'answer'
  | 'digits'
  | 'make'
  | 'consolidate'
  | 'share'
  | 'years'
  | 'settings'
  | 'not-shown'
  | 'not-shown-remedy'
  | 'not-loaded'
  | 'not-loaded-remedy'
  | 'try-again';

/** The facts of those that have any. */
export const START_FACTS = {
  'not-shown-remedy': { detail: 'text' },
} as const satisfies DeclaredFacts;

/** One of these texts and its facts. */
export type StartArguments = TextArguments<typeof START_FACTS, Exclude<StartLabel, keyof typeof START_FACTS>>;

/** These texts in one language; `{name}` is a slot for a fact. */
export type StartWords = Readonly<Record<StartLabel, string>>;
