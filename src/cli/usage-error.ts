import type { CliErrorArguments } from '../domain/messages/cli-words.ts';

/** Thrown for wrong usage; its words are in `CliWords.errors`. */
export class UsageError extends Error {
  /** The error and its facts. */
  readonly error: CliErrorArguments;

  constructor(...error: CliErrorArguments) {
    super(error[0]);
    this.name = 'UsageError';
    this.error = error;
  }
}
