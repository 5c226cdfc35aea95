import type { Template } from './words.ts';

/** The words of the pane and of the ribbon's commands. `{name}` stands for a fact of the same name. */
export interface PaneWords {
  readonly notices: Readonly<Record<NoticeCode, Template>>;
  readonly labels: Readonly<Record<PaneLabel, string>>;
}

/** What came of something that was asked for. */
export type NoticeCode =
  | 'ready'
  | 'ready-with-notes'
  | 'not-ready'
  | 'not-agency-workbook'
  | 'converted-to-thai'
  | 'converted-to-arabic'
  | 'nothing-to-convert'
  | 'undone'
  | 'undone-partly'
  | 'nothing-to-undo'
  | 'mended'
  | 'workbooks-packed'
  | 'no-agency-chosen'
  | 'workbook-opened'
  | 'workbook-saved'
  | 'collected'
  | 'no-files'
  | 'nothing-collected'
  | 'nothing-read'
  | 'stopped'
  | 'master-put'
  | 'master-opened'
  | 'master-saved'
  | 'not-a-master'
  | 'unexpected';

/** What stands on the page and its buttons. */
export type PaneLabel =
  | 'title'
  | 'looking'
  | 'agency-workbook'
  | 'office-workbook'
  | 'unknown-workbook'
  | 'working'
  | 'stop'
  | 'check'
  | 'to-thai'
  | 'to-arabic'
  | 'selection'
  | 'workbook'
  | 'undo'
  | 'close'
  | 'open-pane'
  | 'make'
  | 'agency'
  | 'make-one'
  | 'consolidate'
  | 'choose-files'
  | 'put-here'
  | 'put-new'
  | 'replaces'
  | 'digits'
  | 'left-cells'
  | 'remarks'
  | 'none'
  | 'no-remarks'
  | 'at-work'
  | 'loading'
  | 'other-work'
  | 'not-shown'
  | 'not-shown-remedy'
  | 'try-again'
  | 'settings'
  | 'language'
  | 'language-name';
