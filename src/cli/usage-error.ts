import type { CliError } from '../domain/messages/cli-words.ts';

/** Thrown for what a person typed wrongly; its words are `CliWords.errors`. */
export class UsageError extends Error {
  readonly key: CliError;
  readonly facts: Readonly<Record<string, string>>;

  constructor(key: CliError, facts: Readonly<Record<string, string>> = {}) {
    super(key);
    this.name = 'UsageError';
    this.key = key;
    this.facts = facts;
  }
}
