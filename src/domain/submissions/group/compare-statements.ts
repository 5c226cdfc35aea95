import type { Difference, DifferenceKind } from '../consolidation.ts';
import { differingRanges } from './align.ts';
import { inOrderOf } from './clause-order.ts';
import { respellingOf, wordsOf, type Stretches, type Writers } from './spelling.ts';
import type { Token, Words } from './tokens.ts';
import { CIRCUMSTANCE, COMPLETIONS } from './words.ts';

/** How a text says the same as a centre. */
export interface Agreement {
  /** The member's fact for each fact of the centre, by the centre's token. */
  readonly facts: ReadonlyMap<Token, Token>;
  /** What differs, in the order of the centre's text. */
  readonly differences: readonly Difference[];
}

/** Most words that may have to be deleted and inserted. */
const MOST_EDITS = 240;

/** The greatest share of a text that circumstances of its own may take. */
const CIRCUMSTANCES = 0.3;

/**
 * Explains every difference between a centre and another text, given how many write each word; undefined if
 * one of them may be a difference in what is said. The centre then says nothing that the other does not say, but for facts.
 */
export function agreementOf(centre: Words, member: Words, writersOf: Writers): Agreement | undefined {
  if (!mayAgree(centre, member, writersOf)) return undefined;
  const plain = agreementInOrder(centre.tokens, member.tokens, writersOf);
  if (plain !== undefined || centre.clauses.length < 2 || member.clauses.length < 2) return plain;
  const ordered = inOrderOf(centre.clauses, member.clauses);
  return ordered && agreementInOrder(centre.tokens, ordered, writersOf);
}

/** Whether what the texts do not share leaves room for an explanation: looked at before their order, which takes longer. */
function mayAgree(centre: Words, member: Words, writersOf: Writers): boolean {
  const [one, other] = [centre.sorted, member.sorted];
  let isPlain = true;
  for (let a = 0, b = 0; a < one.length || b < other.length;) {
    const [left, right] = [one[a], other[b]];
    const isOurs = right === undefined || (left !== undefined && left.id <= right.id);
    const isTheirs = left === undefined || (right !== undefined && right.id <= left.id);
    if (isOurs) a += 1;
    if (isTheirs) b += 1;
    if (isOurs && isTheirs) continue;
    const token = isOurs ? left : right;
    if (token !== undefined && (token.fact !== undefined || writersOf(token.key) < Infinity)) return true;
    isPlain &&= !isOurs || left?.isFiller === true;
  }
  return isPlain;
}

function agreementInOrder(
  centre: readonly Token[],
  member: readonly Token[],
  writersOf: Writers,
): Agreement | undefined {
  const hunks = differingRanges(keysOf(centre), keysOf(member), Math.min(MOST_EDITS, centre.length + 12));
  if (hunks === undefined) return undefined;
  const facts = new Map<Token, Token>();
  const differences: Difference[] = [];
  let [a, b] = [0, 0];
  const pair = (one: Token, other: Token): void => {
    facts.set(one, other);
    if (one.fact?.value !== other.fact?.value) differences.push(spanOf([other], 'fact'));
  };
  const walkTo = (aEnd: number): void => {
    for (; a < aEnd; a += 1, b += 1) {
      const [one, other] = [centre[a], member[b]];
      if (one?.fact && other?.fact && one.fact.kind !== 'own') pair(one, other);
    }
  };
  for (const hunk of hunks) {
    walkTo(hunk.a);
    const stretches = {
      ours: centre.slice(hunk.a, hunk.aEnd),
      theirs: member.slice(hunk.b, hunk.bEnd),
      before: wordBeside(member[hunk.b - 1]),
      after: wordBeside(member[hunk.bEnd]),
    };
    const explained = explain(stretches, writersOf);
    if (explained === undefined) return undefined;
    if (explained.pair) pair(...explained.pair);
    const [first, last] = [member[hunk.b - 1], member[hunk.bEnd]];
    differences.push(
      ...explained.differences.map((difference) =>
        difference.kind === 'word' ? withWordsBeside(difference, first, last) : difference,
      ),
    );
    [a, b] = [hunk.aEnd, hunk.bEnd];
  }
  walkTo(centre.length);
  return isMostlyCommon(differences, member) ? { facts, differences } : undefined;
}

/** A difference with the words beside it, without which a part of a word could not be read. */
function withWordsBeside(difference: Difference, before: Token | undefined, after: Token | undefined): Difference {
  const start = before?.end === difference.start && !before.fact ? before.start : difference.start;
  const end = after?.start === difference.end && !after.fact ? after.end : difference.end;
  return { ...difference, start, end };
}

/** A word beside a difference; none where a fact stands there. */
function wordBeside(token: Token | undefined): string {
  return token === undefined || token.fact ? '' : token.word;
}

function isMostlyCommon(differences: readonly Difference[], tokens: readonly Token[]): boolean {
  const lengthOf = (spans: readonly { readonly start: number; readonly end: number }[]): number =>
    spans.reduce((total, { start, end }) => total + end - start, 0);
  const own = differences.filter(({ kind }) => kind === 'circumstance');
  return lengthOf(own) <= CIRCUMSTANCES * lengthOf(tokens);
}

interface Explained {
  readonly pair?: readonly [Token, Token];
  readonly differences: readonly Difference[];
}

/** Why two stretches of words say the same; undefined if that is not certain. */
function explain(stretches: Stretches, writersOf: Writers): Explained | undefined {
  const { ours: centre, theirs: member } = stretches;
  const telling = { ...stretches, ours: centre.filter(isTelling), theirs: member.filter(isTelling) };
  const { ours, theirs } = telling;
  const [one, other] = [ours[0], theirs[0]];
  if (ours.length === 1 && theirs.length === 1 && one?.fact && other?.fact) {
    return { pair: [one, other], differences: [] };
  }
  const respelt = respellingOf(stretches, writersOf) ?? respellingOf(telling, writersOf);
  if (respelt && theirs.length + member.length > 0) return { differences: [spanOf(member, respelt)] };
  if (ours.length === 0) return addedBy(member, theirs);
  if (ours.some(({ fact }) => fact)) return undefined;
  for (let at = 1; at < theirs.length; at += 1) {
    const [before, after] = [theirs.slice(0, at), theirs.slice(at)];
    for (const [words, added] of [[before, after] as const, [after, before] as const]) {
      const kind = respellingOf({ ...telling, theirs: words }, writersOf);
      const more = kind && addedBy(added, added);
      if (more) return { differences: [spanOf(words, kind), ...more.differences] };
    }
  }
  return undefined;
}

function isTelling({ isFiller }: Token): boolean {
  return !isFiller;
}

/**
 * Words that the centre lacks: fillers, words of completion, or a circumstance, from its first to its last word and before any
 * word of completion.
 */
function addedBy(all: readonly Token[], telling: readonly Token[]): Explained | undefined {
  if (all.length === 0) return { differences: [] };
  const isCompletion = ({ key }: Token): boolean => COMPLETIONS.has(key);
  if (telling.every(isCompletion)) return { differences: [spanOf(all, 'wording')] };
  const last = all.findLastIndex((token) => telling.includes(token) && !isCompletion(token));
  const circumstance = all.slice(0, last + 1);
  if (!CIRCUMSTANCE.test(wordsOf(circumstance)) || !isInOnePiece(circumstance)) return undefined;
  const rest = all.slice(last + 1);
  return {
    differences: [spanOf(circumstance, 'circumstance'), ...(rest.length > 0 ? [spanOf(rest, 'wording')] : [])],
  };
}

/** Whether the tokens follow each other in their text too, so that a span from the first to the last holds no other. */
function isInOnePiece(tokens: readonly Token[]): boolean {
  return tokens.every(({ index }, at) => index === (tokens[0]?.index ?? 0) + at);
}

function keysOf(tokens: readonly Token[]): readonly number[] {
  return tokens.map(({ id }) => id);
}

function spanOf(tokens: readonly Token[], kind: DifferenceKind): Difference {
  return {
    start: Math.min(...tokens.map(({ start }) => start)),
    end: Math.max(...tokens.map(({ end }) => end)),
    kind,
  };
}
