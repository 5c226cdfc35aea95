import type { TextArguments, ValuesOf } from './declared-facts.ts';
import type { LABEL_FACTS, NOTICE_FACTS } from './pane-facts.ts';
import type { StartLabel } from './start-words.ts';
import type { Template } from './words.ts';

/** The words of the pane and of the ribbon's commands. `{name}` stands for the fact of that name. */
export interface PaneWords {
  readonly notices: Readonly<Record<NoticeCode, Template>>;
  readonly labels: Readonly<Record<PaneLabel, string>>;
}

/** The outcome of a job. */
export type NoticeCode = keyof typeof NOTICE_FACTS;

/** The facts of a notice. */
export type NoticeFacts<Code extends NoticeCode> = ValuesOf<(typeof NOTICE_FACTS)[Code]>;

/** Texts of the page and its buttons. */
export type PaneLabel = PlainLabel | keyof typeof LABEL_FACTS;

/** A label and its facts. */
export type LabelArguments = TextArguments<typeof LABEL_FACTS, PlainLabel>;

/** Labels without facts. */
export type PlainLabel =
  | Exclude<StartLabel, keyof typeof LABEL_FACTS>
  | 'office-workbook'
  | 'unknown-workbook'
  | 'unreadable-workbook'
  | 'stop'
  | 'to-thai'
  | 'to-arabic'
  | 'checking'
  | 'ready-to-send'
  | 'not-ready-to-send'
  | 'usual-folder'
  | 'whole-checked'
  | 'stale'
  | 'go-on'
  | 'check-whole'
  | 'missing-remedy'
  | 'save-copy-first'
  | 'save-workbook-first'
  | 'unsaved-title'
  | 'unsaved-copy-question'
  | 'unsaved-answers-question'
  | 'save-then-open'
  | 'back-to-report'
  | 'open-without-saving'
  | 'unknown-workbook-remedy'
  | 'before'
  | 'after'
  | 'becomes'
  | 'nothing-there'
  | 'whole-sheet'
  | 'look-only'
  | 'opt-out'
  | 'fix'
  | 'fix-title'
  | 'cancel'
  | 'direction'
  | 'scope'
  | 'sheet'
  | 'preview'
  | 'preview-thai'
  | 'preview-arabic'
  | 'what-stays'
  | 'selection'
  | 'workbook'
  | 'undo'
  | 'close'
  | 'open-pane'
  | 'agency'
  | 'make-one'
  | 'choose-files'
  | 'put-here'
  | 'put-new'
  | 'restore-backups'
  | 'delete-backups-ask'
  | 'delete-backups-title'
  | 'keep-backups'
  | 'delete-backups'
  | 'remarks'
  | 'none'
  | 'no-remarks'
  | 'at-work'
  | 'loading'
  | 'language'
  | 'language-name'
  | 'find-agency'
  | 'one-is-opened'
  | 'one-is-saved'
  | 'several-are-packed'
  | 'all-are-packed'
  | 'several-in-browser'
  | 'open-in-browser'
  | 'new-master'
  | 'new-master-hint'
  | 'choose-folder'
  | 'drop-here'
  | 'drop-file-here'
  | 'workbook-file'
  | 'open-file'
  | 'open-file-hint'
  | 'open-other-file'
  | 'save-fixed'
  | 'only-read'
  | 'file-waiting'
  | 'file-read'
  | 'file-unread'
  | 'news'
  | 'of-no-file'
  | 'completeness'
  | 'complete'
  | 'partial'
  | 'missing'
  | 'not-asked'
  | 'all-together'
  | 'map'
  | 'answered'
  | 'not-filled-in'
  | 'every-agency'
  | 'other-agencies'
  | 'with-state'
  | 'every-state'
  | 'save-master'
  | 'put-here-ask'
  | 'put-here-title'
  | 'choose-others'
  | 'year-in-use'
  | 'year-hint'
  | 'folder'
  | 'folder-hint'
  | 'keep'
  | 'keep-hint'
  | 'rules-hint'
  | 'all-rules'
  | 'saved-here';
