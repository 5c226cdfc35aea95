import type { DeclaredFacts } from './declared-facts.ts';

/** The facts of the texts that have any. */
export const SUPPORT_FACTS = {
  version: { version: 'text' },
  'server-faulty': { faults: 'number' },
  'not-served': { file: 'text', found: 'text' },
  'wrong-type': { file: 'text', found: 'text', wanted: 'text' },
  'frame-forbidden': { file: 'text', found: 'text' },
  'frame-ancestors-missing': { file: 'text', wanted: 'text' },
  'cross-origin-missing': { file: 'text' },
  'cached-too-long': { file: 'text' },
  'icon-not-kept': { file: 'text', found: 'text' },
  'not-kept': { file: 'text', wanted: 'text' },
  'type-guessed': { file: 'text' },
  'not-asked': { detail: 'text' },
} as const satisfies DeclaredFacts;

/** Texts of the page that helps, and that tests the server it comes from. */
export type SupportText =
  | keyof typeof SUPPORT_FACTS
  | 'title'
  | 'ask'
  | 'without-excel'
  | 'open-standalone'
  | 'for-it'
  | 'testing'
  | 'server-good'
  | 'from-folder'
  | 'severe'
  | 'minor';

/** These texts in one language; `{name}` is a slot for a fact. */
export type SupportWords = Readonly<Record<SupportText, string>>;
