/** The words of the command line; both languages have all of them. `{name}` stands for a fact of the same name. */
export interface CliWords {
  readonly help: string;
  readonly errors: Readonly<Record<CliError, string>>;
  readonly labels: Readonly<Record<CliLabel, string>>;
  readonly lines: Readonly<Record<CliLine, string>>;
}

/** What a person can type wrongly, and faults that have no file. */
export type CliError =
  | 'unknown-command'
  | 'unknown-option'
  | 'needs-value'
  | 'takes-no-value'
  | 'bad-value'
  | 'unexpected-operand'
  | 'missing-operand'
  | 'missing-option'
  | 'unknown-agency'
  | 'unknown-year'
  | 'agency-or-all'
  | 'agency-and-all'
  | 'out-is-answers'
  | 'out-is-input'
  | 'fix-needs-out'
  | 'bad-clock'
  | 'data-unusable'
  | 'data-doubtful'
  | 'nothing-read'
  | 'interrupted'
  | 'missing-file'
  | 'not-utf8'
  | 'out-or-in-place'
  | 'no-undo-record'
  | 'unexpected';

/** Words before a value, or between values. */
export type CliLabel =
  | 'year'
  | 'agency'
  | 'file'
  | 'saved'
  | 'entries'
  | 'problems'
  | 'responsible'
  | 'received'
  | 'missing'
  | 'master'
  | 'next'
  | 'none'
  | 'result'
  | 'copy'
  | 'severity'
  | 'code'
  | 'sheet'
  | 'cell'
  | 'found'
  | 'suggestion'
  | 'message'
  | 'remedy'
  | 'unknown';

/** Whole lines. */
export type CliLine =
  | 'generated'
  | 'kept'
  | 'generate-next'
  | 'consolidated'
  | 'received-of'
  | 'entry-counts'
  | 'entry-summary'
  | 'paragraphs'
  | 'no-status'
  | 'no-files'
  | 'next-problems'
  | 'next-missing'
  | 'next-open'
  | 'more-problems'
  | 'count-agencies'
  | 'converted'
  | 'would-convert'
  | 'not-replaced'
  | 'no-such-sheet'
  | 'font-trap'
  | 'undo-hint'
  | 'undone'
  | 'changed-since'
  | 'checked'
  | 'ready'
  | 'not-ready'
  | 'ready-with-notes'
  | 'fixed'
  | 'can-be-fixed'
  | 'copy-kept';
