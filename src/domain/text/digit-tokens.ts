import { isDigit, isThai, isWord } from './characters.ts';
import { isCount } from './counts.ts';
import type { DigitRules } from './digit-profile.ts';
import type { Span } from './edits.ts';
import { findFileNames } from './file-names.ts';
import { findReferences } from './formulas.ts';
import { isIpAddress, isOutlineByPosition, stemOf } from './dotted-numbers.ts';
import { ListNumbers, priceEnd, telephoneLength } from './glued-numbers.ts';
import { isNamedVersion } from './named-versions.ts';
import { isDomain, isEmail } from './hosts.ts';
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
  | 'small-digits'
  | 'keycap';

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

/**
 * A keycap emoji: an ASCII digit, optionally U+FE0F, and U+20E3 (UTS #51). Digits directly before it belong to the same number: `10️⃣`.
 */
const KEYCAP = /\d{1,4}\ufe0f?\u20e3/g;
/** A label and its number after a dot: `Tel.02-221-2141`. */
const LABELLED = /^([a-z]+\.)\d/i;
/** A letter before a telephone number: `T.02-221-2141`. */
const LETTERED_TELEPHONE = /^[a-z]\.0(?:-?\d){8,9}$/i;
/** A number of an outline with two or three parts. */
const SHORT_OUTLINE = /^\d{1,2}(?:\.\d{1,2}){1,2}$/;

/** A version or standard that continues a list: an integer, optionally with a year after it; not a year of the Buddhist era. */
const NEXT_VERSION = /^(?!25\d\d$)[1-9]\d{0,5}(?:[:-]\d{4})?$/;
/** Limit of characters between two versions of a list. */
const MAX_SEPARATOR = 6;

class Tokenizer {
  readonly #text: string;
  readonly #rules: DigitRules;
  readonly #tokens: DigitToken[] = [];
  readonly #listNumbers: ListNumbers;
  /** The end of the last version or number of a standard: `ISO 9001` before `และ 14001`. */
  #versionEnd = -Infinity;
  /** Whether a four-part number in this line was an article number. */
  #articleLine = false;
  /** The first two parts of the outline numbers in this line. */
  readonly #outlines = new Set<string>();

  constructor(text: string, rules: DigitRules) {
    this.#text = text;
    this.#rules = rules;
    this.#listNumbers = new ListNumbers(text);
  }

  run(): readonly DigitToken[] {
    const text = this.#text;
    const phrases = findPhrases(text, this.#rules.keepPhrases).map(asKind('keep-list'));
    const references = findReferences(text).map(asKind('formula'));
    const keycaps = Array.from(text.matchAll(KEYCAP), ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    }));
    const tokens = inOrder([...findLongTokens(text), ...phrases, ...references, ...keycaps.map(asKind('keycap'))]);
    this.#around(tokens, { start: 0, end: text.length }, (gap) => {
      const names = findFileNames(text, gap, this.#rules.fileExtensions).map(asKind('file-name'));
      this.#around(names, gap, (rest) => {
        this.#words(rest);
      });
    });
    return this.#tokens;
  }

  /** Adds tokens, and calls `tokenize` for each gap between them. */
  #around(tokens: readonly DigitToken[], { start, end }: Span, tokenize: (gap: Span) => void): void {
    let at = start;
    for (const token of tokens) {
      if (token.start > at) tokenize({ start: at, end: token.start });
      at = this.#add(token.kind, token.start, token.end);
    }
    if (end > at) tokenize({ start: at, end });
  }

  #words({ start, end }: Span): void {
    for (let at = start; at < end;) {
      const code = this.#text.charCodeAt(at);
      if (isThai(code)) at += 1;
      else if (isWord(code)) at = this.#word(wordRunAt(this.#text, at, end), end);
      else if ((code === HASH || code === AT) && !isWord(this.#text.charCodeAt(at - 1))) at = this.#tag(at, code, end);
      else {
        if (code === LINE_FEED) this.#startLine();
        at += 1;
      }
    }
  }

  #startLine(): void {
    this.#articleLine = false;
    this.#outlines.clear();
  }

  /** `#25` is a number, but a handle may consist of digits. */
  #tag(start: number, sign: number, limit: number): number {
    const price = sign === AT ? priceEnd(this.#text, start) : undefined;
    if (price !== undefined && price <= limit) return this.#add('number', start + 1, price);
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
    if (word.includes('@') && word.includes('/') && word.split('/').some(isEmail)) return this.#parts(run);
    const telephone = telephoneLength(this.#text, run.start, word, this.#rules.telephoneWords);
    if (telephone > 0) return this.#add('number', run.start, run.start + telephone);
    if (isEmail(word)) return this.#address('email', word, run.start, run.end);
    if (isDomain(word, this.#rules.topLevelDomains)) {
      return this.#address('domain', word, run.start, linkEnd(this.#text, run.start, limit));
    }
    const listNumber = LIST_NUMBER.exec(word)?.[0];
    if (listNumber !== undefined) {
      return this.#add('number', run.start, run.start + listNumber.length - 1) + 1;
    }
    const label = LABELLED.exec(word)?.[1];
    const isLabel = this.#rules.telephoneLabels.has(label?.slice(0, -1).toLowerCase() ?? '');
    if (label !== undefined && (isLabel || LETTERED_TELEPHONE.test(word))) {
      return run.start + label.length;
    }
    return this.#add(VERSION.test(word) ? 'version' : 'latin-token', run.start, run.end);
  }

  /** Consumes the parts of a run between slashes, each on its own: `02-221-2141/ita@bangkok.go.th`. */
  #parts({ start, end }: WordRun): number {
    for (let at = start; at < end; at++) {
      const slash = this.#text.indexOf('/', at);
      const last = slash < 0 ? end : Math.min(slash, end);
      while (at < last) {
        at = isWord(this.#text.charCodeAt(at)) ? this.#word(wordRunAt(this.#text, at, last), last) : at + 1;
      }
    }
    return end;
  }

  /** An address, without the list number that is joined to it: `1.ita@bangkok.go.th 2.www...`. */
  #address(kind: 'email' | 'domain', word: string, start: number, end: number): number {
    const item = this.#listNumbers.at(word);
    if (!item?.isListed) return this.#add(kind, start, end);
    this.#add('number', start, start + item.digits.length);
    return this.#add(kind, start + item.digits.length + 1, end);
  }

  #number(run: WordRun, limit: number): number {
    const { keepNames, identifiers, versionWords } = this.#rules;
    const isIdentifier = identifiers.precedesWithColon(this.#text, run.start);
    if (isIdentifier) {
      return this.#add('keep-list', run.start, this.#endOfNumbers(run, limit, this.#identifierLength(run.start)));
    }
    if (!this.#isCount(run)) {
      const isNamed = keepNames.precedes(this.#text, run.start);
      const isVersion =
        versionWords.precedesWithColon(this.#text, run.start) || isNamedVersion(this.#text, run, this.#rules);
      if (isNamed || isVersion || this.#continuesVersions(run)) {
        this.#versionEnd = isVersion && !isNamed ? run.end : this.#endOfNumbers(run, limit, 0);
        return this.#add(isVersion && !isNamed ? 'version' : 'keep-list', run.start, this.#versionEnd);
      }
    }
    return this.#add(this.#isAddress(run) ? 'ip-address' : 'number', run.start, run.end);
  }

  /** Whether a number continues a list of versions or standards: `ISO 9001, 14001 และ 45001`, `Windows 10 หรือ 11`; not a year or a list number. */
  #continuesVersions({ start, end }: Span): boolean {
    return (
      start - this.#versionEnd <= MAX_SEPARATOR &&
      /^[ \u00a0]?(?:,|และ|หรือ|กับ|ถึง|[-–])[ \u00a0]?$/.test(this.#text.slice(this.#versionEnd, start)) &&
      NEXT_VERSION.test(this.#text.slice(start, end)) &&
      !/[.)]/.test(this.#text.charAt(end))
    );
  }

  #isCount({ start, end }: Span): boolean {
    return isCount(this.#text, start, end, this.#rules.countWords);
  }

  /** The number of digits after the name of an identifier: 8 for ISSN, at most 13 for ISBN. */
  #identifierLength(start: number): number {
    return /ISSN[ \u00a0]{0,2}:?[ \u00a0]{0,2}$/i.test(this.#text.slice(Math.max(0, start - 9), start)) ? 8 : 13;
  }

  /**
   * The end of a preserved number that is written with spaces: `9001 : 2015`, or the groups of an identifier.
   * @param digits limit of digits of an identifier; 0 for a number without groups
   */
  #endOfNumbers(run: WordRun, limit: number, digits: number): number {
    const next = digits > 0 ? /[ \u00a0]?[:-]?[ \u00a0]?(?=\d)/y : /[ \u00a0]?:[ \u00a0]?(?=\d)/y;
    let { end } = run;
    let left = digits - digitsIn(this.#text, run);
    for (;;) {
      next.lastIndex = end;
      const start = end + (next.exec(this.#text)?.[0].length ?? 0);
      if (start === end || start >= limit || (digits > 0 && left <= 0)) return end;
      const following = wordRunAt(this.#text, start, limit);
      if (following.latin || following.small || (digits > 0 && this.#isCount(following))) return end;
      left -= digitsIn(this.#text, following);
      ({ end } = following);
    }
  }

  /** A number of four parts is an IP address, unless an article word precedes it or its position is that of an outline number. */
  #isAddress({ start, end }: WordRun): boolean {
    // Two IP addresses of a range have at most 31 characters.
    if (end - start > 31) return false;
    const number = this.#text.slice(start, end);
    if (SHORT_OUTLINE.test(number)) this.#outlines.add(stemOf(number));
    if (!isIpAddress(number)) return false;
    const article = this.#articleLine || this.#rules.articleWords.precedes(this.#text, start);
    if (!article && !isOutlineByPosition(this.#text, start, number, this.#outlines)) return true;
    this.#articleLine = true;
    return false;
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

function digitsIn(text: string, { start, end }: Span): number {
  let digits = 0;
  for (let index = start; index < end; index++) if (isDigit(text.charCodeAt(index))) digits += 1;
  return digits;
}
