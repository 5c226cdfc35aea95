import type { DeclaredFacts } from './declared-facts.ts';

/** Texts of the form for answers and of its drafts. */
export type AnswerLabel = PlainAnswerLabel | keyof typeof ANSWER_FACTS;

/** Those without facts. */
export type PlainAnswerLabel =
  | 'answer-in-form'
  | 'answer-hint'
  | 'answer-nothing'
  | 'answer-contact'
  | 'contact-name'
  | 'contact-phone'
  | 'contact-email'
  | 'answer-issue'
  | 'answer-measure'
  | 'answer-past'
  | 'answer-previous'
  | 'answer-next'
  | 'answer-next-missing'
  | 'answer-status-none'
  | 'answer-result-hint'
  | 'answer-own'
  | 'answer-theirs'
  | 'answer-forget'
  | 'answer-picture-add'
  | 'answer-pictures-adding'
  | 'answer-picture-removed'
  | 'answer-pictures-found'
  | 'answer-pictures-fixed'
  | 'fixed-formula'
  | 'fixed-value'
  | 'fixed-runs'
  | 'fixed-link'
  | 'fixed-locked'
  | 'fixed-merged'
  | 'draft-none'
  | 'draft-kept'
  | 'draft-failed'
  | 'drafts'
  | 'drafts-hint'
  | 'draft-discard'
  | 'draft-discard-title'
  | 'draft-found-title'
  | 'draft-continue'
  | 'draft-instead';

/** The facts of those that have any. */
export const ANSWER_FACTS = {
  'answer-place': { number: 'number', total: 'number' },
  'answer-done': { measure: 'text' },
  'answer-open': { measure: 'text' },
  'answer-party': { party: 'text' },
  'answer-asks': { text: 'text' },
  'answer-advice': { text: 'text' },
  'answer-nth': { field: 'text', number: 'number' },
  'answer-add': { field: 'text' },
  'answer-as-written': { text: 'text' },
  'answer-too-long': { most: 'number' },
  'answer-too-many-lines': { most: 'number' },
  'answer-changed': { text: 'text' },
  'answer-homeless': { text: 'text' },
  'answer-pictures': { count: 'number' },
  'answer-pictures-hint': { side: 'number', most: 'number' },
  'answer-picture': { number: 'number' },
  'answer-picture-text': { number: 'number' },
  'answer-picture-remove': { number: 'number' },
  'answer-pictures-added': { count: 'number' },
  'answer-picture-refused': { file: 'text', why: 'text' },
  'answer-picture-broken': { file: 'text' },
  'answer-pictures-over': { count: 'number', most: 'number', room: 'number' },
  'answer-pictures-large': { size: 'number', most: 'number' },
  'answer-pictures-left': { count: 'number', file: 'text', why: 'text' },
  'answer-picture-turned': { file: 'text' },
  'answer-picture-unopened': { file: 'text' },
  'answer-picture-no-place': { file: 'text' },
  'answer-elsewhere': { count: 'number' },
  'redo-last': { count: 'number' },
  'undo-pictures': { count: 'number' },
  'redo-pictures': { count: 'number' },
  'draft-of': { file: 'text', time: 'text' },
  'draft-continue-with': { file: 'text' },
  'draft-discard-of': { file: 'text' },
  'draft-discard-question': { file: 'text' },
  'draft-found-question': { file: 'text', time: 'text' },
} as const satisfies DeclaredFacts;

/** These texts in one language; `{name}` is a slot for a fact. */
export type AnswerWords = Readonly<Record<AnswerLabel, string>>;
