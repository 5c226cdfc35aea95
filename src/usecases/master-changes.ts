import type { AgencyCode } from '../domain/programme/roster.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import { TABLE_SHEET } from '../domain/master/sheet-names.ts';
import { answersInPlan, answersInSheet, type TableAnswers } from '../domain/master/plan/answers-table.ts';
import { HostFault, type WorkbookHost } from './ports/workbook-host.ts';

/** What answers that were read would change in a master; agencies in the roster's order. */
export interface MasterChanges {
  /** Agencies that the master says nothing of yet. */
  readonly added: readonly AgencyCode[];
  /** Those of which it says something else. */
  readonly changed: readonly AgencyCode[];
  /** Those of which it says the same. */
  readonly same: readonly AgencyCode[];
  /** Those that it speaks of, and that none of these answers is from. */
  readonly gone: readonly AgencyCode[];
}

/** Holds answers against the master that is open, by its table of all answers; undefined where that cannot be read. */
export async function masterChanges(
  host: Pick<WorkbookHost, 'read'>,
  consolidation: Consolidation,
): Promise<MasterChanges | undefined> {
  const before = await tableOf(host);
  if (before === undefined) return undefined;
  const after = answersInPlan(consolidation);
  const { agencies } = consolidation.roster;
  const those = (is: (was: readonly string[], now: readonly string[]) => boolean): readonly AgencyCode[] =>
    agencies.map(({ code }) => code).filter((code) => is(before.get(code) ?? [], after.get(code) ?? []));
  const isSame = (was: readonly string[], now: readonly string[]): boolean =>
    was.length === now.length && was.every((text, index) => text === now[index]);
  return {
    added: those((was, now) => was.length === 0 && now.length > 0),
    changed: those((was, now) => was.length > 0 && now.length > 0 && !isSame(was, now)),
    same: those((was, now) => was.length > 0 && isSame(was, now)),
    gone: those((was, now) => was.length > 0 && now.length === 0),
  };
}

async function tableOf(host: Pick<WorkbookHost, 'read'>): Promise<TableAnswers | undefined> {
  try {
    const [sheet] = (await host.read([TABLE_SHEET], 'texts')).sheets;
    return sheet && answersInSheet(sheet);
  } catch (error) {
    // The person deleted it, or is typing: what was read of the agencies is worth as much without a comparison.
    if (error instanceof HostFault) return undefined;
    throw error;
  }
}
