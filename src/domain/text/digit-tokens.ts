import { isDigit, isWord } from './characters.ts';
import type { DigitRules } from './digit-profile.ts';
import type { Span } from './edits.ts';
import { findFileNames } from './file-names.ts';
import { isIpAddress, isOutlineNumber } from './four-part.ts';
import { findLongTokens, linkEnd } from './long-tokens.ts';
import { findPhrases } from './phrases.ts';
import { tagEnd, wordRunAt, type WordRun } from './word-runs.ts';

/** Why the digits of a token are preserved. */
export type PreserveReason =
  | 'link'
  | 'domain'
  | 'email'
  | 'ip-address'
  | 'file-name'
  | 'path'
  | 'formula'
  | 'hashtag'
  | 'handle'
  | 'version'
  | 'latin-token'
  | 'keep-list'
  | 'small-digits';

/** A part of a text with digits, and its kind. */
export interface DigitToken extends Span {
  readonly kind: PreserveReason | 'number';
}

/**
 * Finds the tokens with digits, from left to right. All digits of the text must be ASCII (see `foldDigits`), so that a token
 * is the same before and after its digits change. Takes linear time.
 */
export function findDigitTokens(text: string, rules: DigitRules): readonly DigitToken[] {
  return new Tokenizer(text, rules).run();
}

const [HASH, AT, LINE_FEED] = [0x23, 0x40, 0x0a];

/** `v1.2`, `ver.2`, `version3`. */
const VERSION = /^v(?:er(?:sion)?)?\.?\d/i;
/** A list number directly before a word: `1.Facebook`, `2.E-Service`; `1.x` is a version. */
const LIST_NUMBER = /^\d{1,2}\.(?=[A-Za-z]{2}|[A-Za-z]-[A-Za-z]|[A-Z](?![A-Za-z0-9]))/;

class Tokenizer {
  readonly #text: string;
  readonly #rules: DigitRules;
  readonly #tokens: DigitToken[] = [];
  /** Whether a four-part number in this line was an article number. */
  #articleLine = false;

  constructor(text: string, rules: DigitRules) {
    this.#text = text;
    this.#rules = rules;
  }

  run(): readonly DigitToken[] {
    const text = this.#text;
    const phrases = findPhrases(text, this.#rules.keepPhrases).map(asKind('keep-list'));
    const told = inOrder([...findLongTokens(text), ...phrases]);
    this.#around(told, { start: 0, end: text.length }, (gap) => {
      const names = findFileNames(text, gap, this.#rules.fileExtensions).map(asKind('file-name'));
      this.#around(names, gap, (rest) => {
        this.#words(rest);
      });
    });
    return this.#tokens;
  }

  /** Adds tokens, and passes on the text between them. */
  #around(tokens: readonly DigitToken[], { start, end }: Span, handOver: (gap: Span) => void): void {
    let at = start;
    for (const token of tokens) {
      if (token.start > at) handOver({ start: at, end: token.start });
      at = this.#add(token.kind, token.start, token.end);
    }
    if (end > at) handOver({ start: at, end });
  }

  #words({ start, end }: Span): void {
    for (let at = start; at < end;) {
      const code = this.#text.charCodeAt(at);
      if (isWord(code)) at = this.#word(wordRunAt(this.#text, at, end), end);
      else if ((code === HASH || code === AT) && !isWord(this.#text.charCodeAt(at - 1))) at = this.#tag(at, code, end);
      else {
        if (code === LINE_FEED) this.#articleLine = false;
        at += 1;
      }
    }
  }

  /** `#25` is a number, but a handle may consist of digits. */
  #tag(start: number, sign: number, limit: number): number {
    const end = tagEnd(this.#text, start, limit);
    if (sign === HASH && /^#\d*$/.test(this.#text.slice(start, end))) return start + 1;
    this.#add(sign === HASH ? 'hashtag' : 'handle', start, end);
    return end;
  }

  /** Consumes a run or its beginning; returns the position after it. */
  #word(run: WordRun, limit: number): number {
    if (!run.digits) return run.end;
    if (run.latin) return this.#latin(run, limit);
    if (run.small) return this.#add('small-digits', run.start, run.end);
    return this.#number(run, limit);
  }

  #latin(run: WordRun, limit: number): number {
    const word = this.#text.slice(run.start, run.end);
    if (isEmail(word)) return this.#add('email', run.start, run.end);
    if (isDomain(word, this.#rules.topLevelDomains)) {
      return this.#add('domain', run.start, linkEnd(this.#text, run.start, limit));
    }
    const listNumber = LIST_NUMBER.exec(word)?.[0];
    if (listNumber !== undefined) {
      return this.#add('number', run.start, run.start + listNumber.length - 1) + 1;
    }
    return this.#add(VERSION.test(word) ? 'version' : 'latin-token', run.start, run.end);
  }

  #number(run: WordRun, limit: number): number {
    const { keepNames, identifiers, versionWords } = this.#rules;
    const isIdentifier = identifiers.standsBefore(this.#text, run.start, true);
    if (isIdentifier || keepNames.standsBefore(this.#text, run.start)) {
      return this.#add('keep-list', run.start, this.#endOfNumbers(run, limit, isIdentifier));
    }
    if (versionWords.standsBefore(this.#text, run.start, true)) return this.#add('version', run.start, run.end);
    return this.#add(this.#isAddress(run) ? 'ip-address' : 'number', run.start, run.end);
  }

  /** The end of a preserved number that is written with spaces: `9001 : 2015`, or in the groups of an identifier. */
  #endOfNumbers(run: WordRun, limit: number, grouped: boolean): number {
    const next = grouped ? /[ \u00a0]?[:-]?[ \u00a0]?(?=\d)/y : /[ \u00a0]?:[ \u00a0]?(?=\d)/y;
    let { end } = run;
    for (;;) {
      next.lastIndex = end;
      if (!next.test(this.#text) || next.lastIndex >= limit) return end;
      const group = wordRunAt(this.#text, next.lastIndex, limit);
      if (group.latin || group.small) return end;
      ({ end } = group);
    }
  }

  /** Four parts are an IP address, unless a word for an article precedes them or they begin a line. */
  #isAddress({ start, end }: WordRun): boolean {
    // Two IP addresses of a range have at most 31 characters.
    if (end - start > 31) return false;
    const number = this.#text.slice(start, end);
    if (!isIpAddress(number)) return false;
    const article = this.#articleLine || this.#rules.articleWords.standsBefore(this.#text, start);
    if (!article && !(isOutlineNumber(number) && this.#opensLine(start))) return true;
    this.#articleLine = true;
    return false;
  }

  #opensLine(location: number): boolean {
    return location === 0 || this.#text.charCodeAt(location - 1) === LINE_FEED;
  }

  /** Adds a token if it has a digit; returns its end. */
  #add(kind: DigitToken['kind'], start: number, end: number): number {
    for (let index = start; index < end; index++) {
      if (!isDigit(this.#text.charCodeAt(index))) continue;
      this.#tokens.push({ start, end, kind });
      break;
    }
    return end;
  }
}

/** Sorts tokens from left to right; of overlapping ones the first wins. */
function inOrder(tokens: readonly DigitToken[]): readonly DigitToken[] {
  let end = 0;
  return tokens
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((token) => {
      if (token.start < end) return false;
      ({ end } = token);
      return true;
    });
}

function asKind(kind: PreserveReason): (span: Span) => DigitToken {
  return ({ start, end }) => ({ kind, start, end });
}

function isEmail(word: string): boolean {
  const at = word.lastIndexOf('@');
  return at > 0 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(word.slice(at + 1));
}

/** Whether the word starts with a host of a known top-level domain; a path may follow. */
function isDomain(word: string, topLevelDomains: ReadonlySet<string>): boolean {
  const host = word.split(/[/:?#]/, 1)[0] ?? '';
  if (!/^[a-z0-9.-]+$/i.test(host)) return false;
  const labels = host.split('.');
  return labels.length > 1 && topLevelDomains.has(labels.at(-1)?.toLowerCase() ?? '') && !labels.includes('');
}
