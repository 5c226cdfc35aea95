import type { AgencyCode } from '../domain/programme/roster.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import { TABLE_SHEET } from '../domain/master/sheet-names.ts';
import { answersInPlan, answersInSheet, type TableAnswers } from '../domain/master/plan/answers-table.ts';
import { HostFault, type WorkbookHost } from './ports/workbook-host.ts';

/** How newly read answers differ from an open master; agencies in roster order. */
export interface MasterChanges {
  /** Agencies without answers in the master. */
  readonly added: readonly AgencyCode[];
  /** Agencies whose answers differ from the master. */
  readonly changed: readonly AgencyCode[];
  /** Agencies whose answers are the same as in the master. */
  readonly same: readonly AgencyCode[];
  /** Agencies with answers in the master but not among the new answers. */
  readonly gone: readonly AgencyCode[];
}

/** Compares answers with the open master by its table of all answers; undefined if that table cannot be read. */
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
    // The table was deleted, or somebody is editing a cell: the answers are useful without a comparison.
    if (error instanceof HostFault) return undefined;
    throw error;
  }
}
