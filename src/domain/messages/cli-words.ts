import type { ERROR_FACTS, LINE_FACTS } from './cli-facts.ts';
import type { TextArguments } from './declared-facts.ts';

/** The words of the command line; both languages have all of them. `{name}` stands for the fact of that name. */
export interface CliWords {
  readonly help: string;
  readonly errors: Readonly<Record<CliError, string>>;
  readonly labels: Readonly<Record<CliLabel, string>>;
  readonly lines: Readonly<Record<CliLine, string>>;
}

/** Wrong usage, and faults that have no file. */
export type CliError = keyof typeof ERROR_FACTS;

/** An error and its facts. */
export type CliErrorArguments = TextArguments<typeof ERROR_FACTS, never>;

/** Labels of values. */
export type CliLabel =
  | 'year'
  | 'agency'
  | 'file'
  | 'saved'
  | 'savedBy'
  | 'state'
  | 'late'
  | 'timing'
  | 'due'
  | 'owed'
  | 'contact'
  | 'pictures'
  | 'phone'
  | 'email'
  | 'asked'
  | 'entries'
  | 'grouped'
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
export type CliLine = keyof typeof LINE_FACTS;

/** A line and its facts. */
export type CliLineArguments = TextArguments<typeof LINE_FACTS, never>;
