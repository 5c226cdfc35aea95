import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../domain/messages/words.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** Every option, and whether it takes a value. */
export const OPTIONS = {
  year: { type: 'string' },
  programme: { type: 'string' },
  roster: { type: 'string' },
  agency: { type: 'string' },
  all: { type: 'boolean' },
  out: { type: 'string' },
  replace: { type: 'boolean' },
  preview: { type: 'boolean' },
  grouping: { type: 'boolean' },
  'no-grouping': { type: 'boolean' },
  accept: { type: 'string' },
  refuse: { type: 'string' },
  fix: { type: 'boolean' },
  'last-year': { type: 'string' },
  'as-of': { type: 'string' },
  letter: { type: 'boolean' },
  template: { type: 'string' },
  annex: { type: 'string' },
  'no-unfinished': { type: 'boolean' },
  to: { type: 'string' },
  due: { type: 'string' },
  date: { type: 'string' },
  letters: { type: 'string' },
  record: { type: 'string' },
  note: { type: 'string' },
  sheet: { type: 'string' },
  'in-place': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  kept: { type: 'boolean' },
  profile: { type: 'string' },
  cache: { type: 'string' },
  'no-cache': { type: 'boolean' },
  config: { type: 'string' },
  certificate: { type: 'string' },
  format: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

export type OptionName = keyof typeof OPTIONS;

/** Options that every command takes. */
const COMMON: readonly OptionName[] = ['lang', 'help', 'version'];

/** A parsed command line that is not yet checked for its command. */
export interface Arguments {
  readonly command?: string;
  readonly operands: readonly string[];
  readonly options: Options;
}

/** The values of each option in the order typed; '' for an option without a value. */
export type Options = ReadonlyMap<OptionName, readonly string[]>;

/**
 * Parses a command line; `argv` does not include the program's own name. An operand is neither a command nor an option.
 * @throws {UsageError} for an unknown option, a missing value or a value too many.
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  const options = new Map<OptionName, readonly string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isOption(name)) {
      throw new UsageError('unknown-option', { found: rawName, nearest: nearestOption(name, allOptions()) });
    }
    const takesValue = OPTIONS[name].type === 'string';
    if (takesValue && (value === undefined || value === '' || (!inlineValue && value.startsWith('-')))) {
      throw new UsageError('needs-value', { option: rawName });
    }
    if (!takesValue && value !== undefined) throw new UsageError('takes-no-value', { option: rawName });
    options.set(name, [...(options.get(name) ?? []), value ?? '']);
  }
  const [command, ...operands] = words;
  return { ...(command === undefined ? {} : { command }), operands, options };
}

/**
 * Checks that the command takes all given options.
 * @throws {UsageError} for any other option, with those that it takes
 */
export function allowOptions(options: Options, allowed: readonly OptionName[], command: string): void {
  const known = [...allowed, ...COMMON];
  for (const name of options.keys()) {
    if (!known.includes(name)) {
      const names = known.map((each) => `--${each}`).join(' ');
      throw new UsageError('option-of-others', { command, option: `--${name}`, allowed: names });
    }
  }
}

/** The last value of an option. */
export function valueOf(options: Options, name: OptionName): string | undefined {
  return options.get(name)?.at(-1);
}

/** @throws {UsageError} if the option is missing. */
export function requiredValue(options: Options, name: OptionName, command: string): string {
  const value = valueOf(options, name);
  if (value === undefined) throw new UsageError('missing-option', { command, option: `--${name}` });
  return value;
}

/**
 * The value of an option among the allowed ones; the first if the option is not given.
 * @throws {UsageError} for another value
 */
export function choiceOf<T extends string>(options: Options, name: OptionName, allowed: readonly [T, ...T[]]): T {
  const found = valueOf(options, name);
  const choice = found === undefined ? allowed[0] : allowed.find((value) => value === found);
  if (choice === undefined) {
    throw new UsageError('bad-value', { option: `--${name}`, found: found ?? '', allowed: allowed.join(', ') });
  }
  return choice;
}

/**
 * The output languages: both, Thai first, unless one is requested.
 * @throws {UsageError} for an unknown language
 */
export function languagesOf(options: Options): readonly Language[] {
  const language = options.has('lang') ? choiceOf(options, 'lang', LANGUAGES) : undefined;
  return language === undefined ? LANGUAGES : [language];
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function allOptions(): readonly string[] {
  return Object.keys(OPTIONS);
}

function nearestOption(name: string, known: readonly string[]): string {
  return `--${nearest(name, known) ?? 'help'}`;
}
