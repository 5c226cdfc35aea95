import type { DeclaredFacts, TextArguments } from './declared-facts.ts';

/** The facts of the pane's texts about the shared folder that have any. */
export const SHARED_FACTS = {
  'signed-in-as': { name: 'text' },
  'pick-last': { folder: 'text' },
  'folder-open': { folder: 'text' },
  'plan-count': { count: 'number', total: 'number' },
  'access-count': { count: 'number' },
  'given-count': { count: 'number', total: 'number' },
  'give-out-count': { count: 'number' },
  'every-line': { count: 'number' },
  'progress-count': { done: 'number', total: 'number' },
  'overdue-count': { count: 'number' },
  unfinished: { count: 'number' },
  overdue: { count: 'number' },
  'saved-at': { time: 'text' },
  'saved-by': { time: 'text', name: 'text' },
  copies: { count: 'number' },
  'open-in-excel': { file: 'text' },
  'open-on-web': { file: 'text' },
  'send-back-hint': { path: 'text', count: 'number' },
  'message-for': { agency: 'text' },
  'last-saved-by': { name: 'text' },
} as const satisfies DeclaredFacts;

type PlainText =
  | 'link-hint'
  | 'link'
  | 'open-link'
  | 'not-configured'
  | 'instead-page'
  | 'open-page'
  | 'pick-hint'
  | 'pick'
  | 'pick-other'
  | 'cannot-pick'
  | 'collect-chosen'
  | 'close-folder'
  | 'give-out'
  | 'plan-give-out'
  | 'nothing-to-give'
  | 'what-happens'
  | 'column-agency'
  | 'column-file'
  | 'column-access'
  | 'progress'
  | 'read-progress'
  | 'read-progress-again'
  | 'due'
  | 'with-state'
  | 'column-state'
  | 'column-answered'
  | 'file-open'
  | 'no-file'
  | 'note'
  | 'send-back'
  | 'accept-hint'
  | 'accept'
  | 'close'
  | 'copy-message'
  | 'copied'
  | 'copy-by-hand'
  | 'collect'
  | 'collect-hint'
  | 'collect-now'
  | 'publish'
  | 'publish-hint'
  | 'choose-master'
  | 'drop-master'
  | 'publish-now';

/** The pane's texts about the shared folder, which are loaded with that section. */
export type SharedText = PlainText | keyof typeof SHARED_FACTS;

/** One of these texts and its facts. */
export type SharedArguments = TextArguments<typeof SHARED_FACTS, PlainText>;

/** These texts in one language; `{name}` is a slot for a fact. */
export type SharedPaneWords = Readonly<Record<SharedText, string>>;
