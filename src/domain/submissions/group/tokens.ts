import type { Span } from '../../text/edits.ts';
import type { Fact } from './facts.ts';
import { CARRY_OUT, DENIAL, EXPRESSIONS, FILLERS, SELF } from './words.ts';
import { wordSegments } from '../../text/segments.ts';

/** A word or a fact of a text. Punctuation and white space are in none. */
export interface Token extends Span {
  /** What is equal in tokens that stand for each other: the word, or the kind of the fact. */
  readonly key: string;
  /** The word in its usual form, or the key of the fact. */
  readonly word: string;
  /** The number of the key. */
  readonly id: number;
  /** Its place among the tokens of its text, counted from 0. */
  readonly index: number;
  readonly fact: Fact | undefined;
  /** Whether a text says the same without it. */
  readonly isFiller: boolean;
}

/** The tokens between two blanks; a fact, and who it counts, belong to what stands before. */
export type Clause = readonly Token[];

/** A text as words and facts. */
export interface Words {
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  /** The tokens in ascending order of their numbers. */
  readonly sorted: readonly Token[];
}

/** The key of the writer's own name, and of what stands for it. */
const OWN = '#own';

/** Segments that are neither letters nor digits, and say nothing. */
const SILENT = /^[\s.,;:!?()[\]{}"'“”‘’•●▪·*–—_\u00ad\u200b-\u200f\u2060\ufeff-]*$/;

/** Words that count people; after a number they say the same. */
const PERSON = 'คน';
const PEOPLE: ReadonlySet<string> = new Set([PERSON, 'ราย', 'ท่าน']);

const FILLER_NEXT = new RegExp(`^(?:${[...FILLERS].join('|')})`);

/** Takes texts apart; texts that are compared with each other are taken apart by the same one, which numbers their keys. */
export class WordFinder {
  readonly #ids = new Map<string, number>();
  readonly #ends = new Map<string, readonly number[]>();
  readonly #denials = new Map<string, number | undefined>();

  /** The words and facts of a text from `from` on. */
  wordsOf(text: string, facts: readonly Fact[], from: number): Words {
    const tokens: Token[] = [];
    const clauses: Token[][] = [];
    const add = (key: string, start: number, end: number, isFiller: boolean, fact?: Fact): void => {
      const [index, last] = [tokens.length, clauses.at(-1)];
      const token: Token = {
        key,
        word: key === OWN && !fact ? SELF : key,
        id: this.#idOf(key),
        index,
        start,
        end,
        isFiller,
        fact,
      };
      tokens.push(token);
      if (last !== undefined && (fact || key === PERSON || !/\s/.test(text.charAt(start - 1)))) last.push(token);
      else clauses.push([token]);
    };
    const addWord = (start: number, end: number): void => {
      const word = text.slice(start, end);
      const denial = this.#denialOf(word);
      if (denial === undefined) return;
      if (denial > 0 && FILLERS.has(word.slice(denial))) {
        addWord(start, start + denial);
        addWord(start + denial, end);
        return;
      }
      const last = tokens.at(-1);
      const expression = last?.end === start ? EXPRESSIONS.get(last.key + word) : undefined;
      if (last !== undefined && expression !== undefined) {
        tokens.pop();
        clauses.at(-1)?.pop();
        if (clauses.at(-1)?.length === 0) clauses.pop();
      }
      const from = expression === undefined ? start : (last?.start ?? start);
      const key = expression ?? word;
      if (key === SELF) add(OWN, from, end, true);
      else if (PEOPLE.has(key) && last?.fact?.kind === 'number') add(PERSON, from, end, false);
      else add(key, from, end, FILLERS.has(key) || (key === CARRY_OUT && goesOn(text, end)));
    };
    let [at, next] = [from, 0];
    for (const length of this.#endsOf(withoutFacts(text, facts, from))) {
      const end = from + length;
      for (let fact = facts[next]; fact !== undefined && fact.start < end; fact = facts[(next += 1)]) {
        if (fact.start > at) addWord(at, fact.start);
        add(fact.kind === 'own' ? OWN : `#${fact.kind}`, fact.start, fact.end, fact.kind === 'own', fact);
        at = fact.end;
      }
      if (end > at) addWord(at, end);
      at = Math.max(at, end);
    }
    return { tokens, clauses, sorted: tokens.toSorted((one, other) => one.id - other.id) };
  }

  /**
   * Where the words of a text end. Texts that are compared have most of what stands between two blanks in common, where a word always
   * ends: that is taken apart once.
   */
  #endsOf(text: string): readonly number[] {
    const ends: number[] = [];
    for (let start = 0; start < text.length;) {
      const blank = text.indexOf(' ', start);
      const piece = text.slice(start, blank < 0 ? text.length : blank + 1);
      let own = this.#ends.get(piece);
      if (own === undefined) {
        own = Array.from(wordSegments(piece), ({ segment, index }) => index + segment.length);
        this.#ends.set(piece, own);
      }
      for (const end of own) ends.push(start + end);
      start += piece.length;
    }
    return ends;
  }

  /** The length of the denial that a word begins with; undefined for what is no word. */
  #denialOf(word: string): number | undefined {
    const known = this.#denials.get(word);
    if (known !== undefined || this.#denials.has(word)) return known;
    const found = SILENT.test(word) ? undefined : (DENIAL.exec(word)?.[0].length ?? 0);
    this.#denials.set(word, found);
    return found;
  }

  #idOf(key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(key, id);
    return id;
  }
}

/** The text from `from` on with a number of the same length for each fact, which ends the words beside it. */
function withoutFacts(text: string, facts: readonly Fact[], from: number): string {
  let plain = '';
  let at = from;
  for (const { start, end } of facts) {
    plain += text.slice(at, start) + '0'.repeat(end - start);
    at = end;
  }
  return plain + text.slice(at);
}

/** Whether another word, which is no filler, is joined to what ends here: ดำเนินการจัดทำ, but not ดำเนินการและ. */
function goesOn(text: string, end: number): boolean {
  return /^[ก-ฮเ-ไ]/.test(text.slice(end, end + 1)) && !FILLER_NEXT.test(text.slice(end, end + 12));
}
