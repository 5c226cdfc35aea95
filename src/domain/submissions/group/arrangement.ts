import type { MeasureKey } from '../../programme/programme.ts';
import type { AgencyCode } from '../../programme/roster.ts';
import { sameTextKey } from '../../text/compare.ts';
import { groupBy } from '../../text/group-by.ts';
import { nextByKey } from '../../text/next-by-key.ts';
import { gramProfilesOf, jaccardSimilarity, significantCharacters } from '../../text/similarity.ts';
import type { Statement } from './statement.ts';

/** A text that an agency wrote of a measure when the office arranged it. */
export interface SaidText {
  readonly agency: AgencyCode;
  readonly text: string;
}

/** Statements of one measure that the office has in one paragraph: none of another part is put together with them. */
export interface Part {
  readonly said: readonly SaidText[];
  /** Whether it is a single statement that was taken out of a group, which is put together with no other. */
  readonly isAlone: boolean;
  /** Whether it stays one paragraph although its statements do not say the same. */
  readonly isJoined: boolean;
}

/** What the office put together and took apart; measures that are as they were generated are not in it. */
export type Arrangement = ReadonlyMap<MeasureKey, readonly Part[]>;

/** The least likeness of what an agency says today and what it said, if that is the same statement after a change. */
const LEAST_LIKENESS = 0.5;

/**
 * The parts of today's statements: each agency's are those that it had, or what became of them. What is new has none; a
 * statement of agencies of several parts has that of the first.
 */
export function partsOf(statements: readonly Statement[], parts: readonly Part[]): ReadonlyMap<Statement, Part> {
  const places = new Map<Statement, Part>();
  const earlier = groupBy(
    parts.flatMap((part) => part.said.map((said) => ({ ...said, part }))),
    ({ agency }) => agency,
  );
  const today = groupBy(
    statements.flatMap((statement) => Array.from(statement.speakers, (agency) => ({ agency, statement }))),
    ({ agency }) => agency,
  );
  for (const [agency, said] of earlier) {
    const own = today.get(agency)?.map(({ statement }) => statement) ?? [];
    for (const [statement, { part }] of pairs(own, said)) {
      if (!places.has(statement)) places.set(statement, part);
    }
  }
  return places;
}

/** Pairs what an agency says with what it said: the same texts first, then those that are most alike. */
function pairs<Said extends SaidText>(
  statements: readonly Statement[],
  said: readonly Said[],
): ReadonlyMap<Statement, Said> {
  const found = new Map<Statement, Said>();
  const free = new Set(said);
  const pair = (statement: Statement, one: Said): void => {
    found.set(statement, one);
    free.delete(one);
  };
  const sameText = nextByKey(said, ({ text }) => sameTextKey(text));
  for (const statement of statements) {
    const same = sameText(sameTextKey(statement.text));
    if (same) pair(statement, same);
  }
  const alike = statements
    .filter((statement) => !found.has(statement))
    .flatMap((statement) => [...free].map((one) => ({ statement, one, found: alikeness(statement.text, one.text) })))
    .filter(({ found: share }) => share > 0);
  for (const { statement, one } of alike.sort((a, b) => b.found - a.found)) {
    if (!found.has(statement) && free.has(one)) pair(statement, one);
  }
  return found;
}

function alikeness(text: string, other: string): number {
  const [one, two] = gramProfilesOf([text, other].map(significantCharacters));
  return one && two ? jaccardSimilarity(one, two, LEAST_LIKENESS) : 0;
}
