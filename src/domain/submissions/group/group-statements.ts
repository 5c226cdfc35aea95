import type { AgencyCode, Roster } from '../../programme/roster.ts';
import { listMarkerOf } from '../../text/list-items.ts';
import type { Part } from './arrangement.ts';
import { agreementOf, type Agreement } from './compare-statements.ts';
import { factsIn, type Fact } from './facts.ts';
import { maskedText } from './likeness.ts';
import { neighboursOf, type Neighbour } from './neighbours.ts';
import type { Statement } from './statement.ts';
import { WordFinder, type Words } from './tokens.ts';

/** A statement that says the same as the centre of its group. */
export interface GroupMember {
  readonly statement: Statement;
  readonly agreement: Agreement;
  readonly words: Words;
}

/** Statements that say the same, but for facts. */
export interface StatementGroup {
  readonly centre: Statement;
  readonly words: Words;
  /** Without the centre, in the order of the statements. */
  readonly members: readonly GroupMember[];
}

/** How many of the most central statements are tried as a centre. */
const CENTRES = 4;

/**
 * Finds statements of one measure that say the same in other words. Every member is compared with the centre itself, so that a
 * chain of likeness joins nothing; two statements of one agency are never put together. A statement is in at most one group.
 * The order of the statements matters only between equals.
 * @param parts what the office arranged: a group has statements of one part, and others that are in none
 */
export function groupStatements(
  roster: Roster,
  statements: readonly Statement[],
  isWord: (word: string) => boolean,
  parts: ReadonlyMap<Statement, Part>,
): readonly StatementGroup[] {
  if (statements.length < 2) return [];
  return new Grouping(roster, statements, isWord, parts).run();
}

class Grouping {
  readonly #statements: readonly Statement[];
  readonly #isWord: (word: string) => boolean;
  readonly #parts: ReadonlyMap<Statement, Part>;
  readonly #facts: readonly (readonly Fact[])[];
  readonly #neighbours: readonly (readonly Neighbour[])[];
  readonly #finder = new WordFinder();
  readonly #words = new Map<number, Words>();
  readonly #agreements = new Map<number, Map<number, Agreement | undefined>>();
  readonly #free: Set<number>;
  readonly #writers = new Map<string, number>();

  constructor(
    roster: Roster,
    statements: readonly Statement[],
    isWord: (word: string) => boolean,
    parts: ReadonlyMap<Statement, Part>,
  ) {
    this.#statements = statements;
    this.#isWord = isWord;
    this.#parts = parts;
    this.#facts = statements.map(({ text, speakers }) => factsIn(text, roster, speakers));
    const masked = statements.map(({ text }, index) =>
      maskedText(text, this.#facts[index] ?? [], listMarkerOf(text).length),
    );
    this.#neighbours = neighboursOf(masked);
    this.#free = new Set([...statements.keys()].filter((index) => (this.#neighbours[index]?.length ?? 0) > 0));
  }

  run(): readonly StatementGroup[] {
    if (!this.#isAnyToJoin()) return [];
    this.#countWords();
    for (const index of this.#free) {
      if (this.#partOf(index)?.isAlone === true) this.#free.delete(index);
    }
    const groups: StatementGroup[] = [];
    const spent = new Set<number>();
    for (;;) {
      const [first, ...others] = this.#mostCentral(spent);
      if (first === undefined) return groups;
      // A neighbour of the most central statement may lack a word that the centre should not add.
      const near = new Set(this.#neighbours[first]?.map(({ index }) => index));
      const candidates = [first, ...others.filter((index) => near.has(index)).slice(0, CENTRES - 1)];
      let best = { index: first, found: this.#around(first) };
      for (const index of candidates.slice(1)) {
        const most = sizeOf(best.found);
        const found = this.#canExceed(index, most) ? this.#around(index) : [];
        if (sizeOf(found) > most) best = { index, found };
      }
      if (best.found.length === 0) {
        spent.add(first);
        continue;
      }
      const members = best.found.toSorted((one, other) => one.index - other.index);
      this.#free.delete(best.index);
      for (const { index } of members) this.#free.delete(index);
      groups.push({ centre: this.#statement(best.index), words: this.#wordsOf(best.index), members });
    }
  }

  /** Whether any two that are alike are of different agencies: else no words need to be told apart, which takes the dictionary. */
  #isAnyToJoin(): boolean {
    return this.#neighbours.some((near, one) =>
      near.some(({ index }) => areApart(this.#statement(one).speakers, this.#statement(index).speakers)),
    );
  }

  /** Statements that are in no group yet, by the sum of their likenesses, weighted by speakers. */
  #mostCentral(spent: ReadonlySet<number>): readonly number[] {
    const weights = new Map<number, number>();
    for (const index of this.#free) {
      if (spent.has(index)) continue;
      let weight = 0;
      for (const { index: other, likeness: found } of this.#neighbours[index] ?? []) {
        if (this.#free.has(other)) weight += found * this.#statement(other).speakers.size;
      }
      if (weight > 0) weights.set(index, weight + this.#statement(index).speakers.size);
    }
    return [...weights].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([index]) => index);
  }

  /** What says the same as a centre, most alike first; of each agency one statement. */
  #around(centre: number): readonly (GroupMember & { readonly index: number })[] {
    const speakers = new Set<AgencyCode>(this.#statement(centre).speakers);
    const members: (GroupMember & { readonly index: number })[] = [];
    let part = this.#partOf(centre);
    for (const { index } of this.#neighbours[centre] ?? []) {
      const statement = this.#statement(index);
      if (!this.#free.has(index) || !areApart(statement.speakers, speakers)) continue;
      const own = this.#partOf(index) ?? part;
      if (part !== undefined && own !== part) continue;
      const agreement = this.#agreement(centre, index);
      if (agreement === undefined) continue;
      part = own;
      members.push({ index, statement, words: this.#wordsOf(index), agreement });
      for (const speaker of statement.speakers) speakers.add(speaker);
    }
    return members;
  }

  /**
   * Whether a centre may find more than so many speakers. Those that are least alike are asked first, for they are most likely to
   * disagree; most centres are no better than the first, which shows after a few.
   */
  #canExceed(centre: number, most: number): boolean {
    const near = (this.#neighbours[centre] ?? []).filter(({ index }) => this.#free.has(index));
    const speakersOf = (index: number): number => this.#statement(index).speakers.size;
    let left = near.reduce((total, { index }) => total + speakersOf(index), 0);
    for (const { index } of near.toReversed()) {
      if (left <= most) return false;
      if (this.#agreement(centre, index) === undefined) left -= speakersOf(index);
    }
    return left > most;
  }

  #agreement(centre: number, member: number): Agreement | undefined {
    const known = this.#agreements.get(centre) ?? new Map<number, Agreement | undefined>();
    this.#agreements.set(centre, known);
    if (known.has(member)) return known.get(member);
    const found = agreementOf(this.#wordsOf(centre), this.#wordsOf(member), (word) => this.#writersOf(word));
    known.set(member, found);
    return found;
  }

  #writersOf(word: string): number {
    return this.#isWord(word) ? Infinity : (this.#writers.get(word) ?? 0);
  }

  #countWords(): void {
    for (const index of this.#free) {
      for (const key of new Set(this.#wordsOf(index).tokens.map((token) => token.key))) {
        this.#writers.set(key, (this.#writers.get(key) ?? 0) + this.#statement(index).speakers.size);
      }
    }
  }

  #partOf(index: number): Part | undefined {
    return this.#parts.get(this.#statement(index));
  }

  #statement(index: number): Statement {
    const statement = this.#statements[index];
    if (statement === undefined) throw new RangeError(`no statement ${index}`);
    return statement;
  }

  #wordsOf(index: number): Words {
    const known = this.#words.get(index);
    if (known !== undefined) return known;
    const { text } = this.#statement(index);
    const words = this.#finder.wordsOf(text, this.#facts[index] ?? [], listMarkerOf(text).length);
    this.#words.set(index, words);
    return words;
  }
}

/** How many agencies the statements speak for. */
function sizeOf(members: readonly GroupMember[]): number {
  return members.reduce((total, { statement }) => total + statement.speakers.size, 0);
}

/** Whether no agency is among both. */
function areApart(one: ReadonlySet<AgencyCode>, other: ReadonlySet<AgencyCode>): boolean {
  for (const speaker of one) if (other.has(speaker)) return false;
  return true;
}
