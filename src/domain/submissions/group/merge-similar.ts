import { nameAgencies } from '../../programme/name-agencies.ts';
import type { AgencyCode, Roster } from '../../programme/roster.ts';
import type { Source, Variant } from '../consolidation.ts';
import type { Part } from './arrangement.ts';
import { groupStatements, type StatementGroup } from './group-statements.ts';
import type { Statement } from './statement.ts';
import { writeGroup, type WrittenGroup } from './write-group.ts';

/** A statement that may stand for several, and what it stands for. */
export interface MergedStatement {
  readonly statement: Statement;
  readonly group?: WrittenGroup & { readonly variants: readonly Variant[] };
  /** What the office put it in. */
  readonly part?: Part | undefined;
}

/** A list of facts must make the report at least this much shorter; else each text is easier to read by itself. */
const WORTHWHILE = 0.8;

/**
 * Puts statements of one measure that say the same in other words together. A merged statement stands where the first of
 * its texts stood.
 * @param parts what the office arranged
 */
export function mergeSimilar(
  roster: Roster,
  statements: readonly Statement[],
  isWord: (word: string) => boolean,
  parts: ReadonlyMap<Statement, Part>,
): readonly MergedStatement[] {
  const groups = groupStatements(roster, statements, isWord, parts);
  if (groups.length === 0) return statements.map((statement) => ({ statement, part: parts.get(statement) }));
  const order = new Map(statements.flatMap(({ sources }) => sources).map((source, index) => [source, index]));
  const places = new Map(statements.map((statement, index) => [statement, index]));
  const merged = new Map<Statement, MergedStatement | undefined>();
  for (const group of groups) {
    const all = [group.centre, ...group.members.map(({ statement }) => statement)].sort(
      (one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0),
    );
    const written = writeGroup(roster, group);
    if (written.text !== written.common && !isWorthwhile(roster, written, all)) continue;
    for (const statement of all) merged.set(statement, undefined);
    const [first = group.centre] = all;
    merged.set(first, {
      statement: { ...joined(roster, all, order), text: written.text },
      group: { ...written, variants: variantsOf(group, all) },
      part: all.map((statement) => parts.get(statement)).find((part) => part !== undefined),
    });
  }
  return statements.flatMap((statement) =>
    merged.has(statement) ? (merged.get(statement) ?? []) : { statement, part: parts.get(statement) },
  );
}

function joined(
  roster: Roster,
  statements: readonly Statement[],
  order: ReadonlyMap<Source, number>,
): Pick<Statement, 'sources' | 'speakers'> {
  const ranks = new Map(roster.agencies.map(({ code }, rank) => [code, rank]));
  const rankOf = ({ agency }: Source): number => ranks.get(agency) ?? 0;
  return {
    sources: statements
      .flatMap(({ sources }) => sources)
      .sort((one, other) => rankOf(one) - rankOf(other) || (order.get(one) ?? 0) - (order.get(other) ?? 0)),
    speakers: new Set<AgencyCode>(statements.flatMap(({ speakers }) => [...speakers])),
  };
}

function isWorthwhile(roster: Roster, { text }: WrittenGroup, statements: readonly Statement[]): boolean {
  const apart = statements.reduce(
    (total, statement) => total + statement.text.length + nameAgencies(roster, statement.speakers).words.length + 3,
    0,
  );
  return text.length <= WORTHWHILE * apart;
}

function variantsOf({ centre, members }: StatementGroup, all: readonly Statement[]): readonly Variant[] {
  const agreements = new Map(members.map(({ statement, agreement }) => [statement, agreement]));
  return all.map((statement) => ({
    text: statement.text,
    sources: statement.sources,
    differences: statement === centre ? [] : (agreements.get(statement)?.differences ?? []),
  }));
}
