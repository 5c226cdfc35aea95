import type { AgencyCode } from '../domain/programme/roster.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import { PROBLEMS_SHEET, TABLE_SHEET } from '../domain/master/sheet-names.ts';
import { answersInPlan, answersInSheet } from '../domain/master/plan/answers-table.ts';
import type { SheetContent, WorkbookContent } from '../domain/spreadsheet/content.ts';
import { HostFault, type WorkbookHost } from './ports/workbook-host.ts';

/** How newly read answers differ from an open master; agencies in roster order. */
export interface MasterChanges {
  /** Agencies without answers in the master. */
  readonly added: readonly AgencyCode[];
  /** Agencies whose answers differ from the master. */
  readonly changed: readonly AgencyCode[];
  /** Agencies whose answers are the same as in the master. */
  readonly same: readonly AgencyCode[];
  /** Agencies of the master without answers now. */
  readonly gone: readonly AgencyCode[];
}

/** Compares answers with the table of all answers of a master. */
export function masterChanges(table: SheetContent, consolidation: Consolidation): MasterChanges {
  const before = answersInSheet(table);
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

/** What the next master is made with of an open one; each undefined if it cannot be read. */
export interface MasterSheets {
  /** The table of all answers. */
  readonly table?: SheetContent | undefined;
  readonly problems?: SheetContent | undefined;
  /** All sheets: the edited report that answers can be merged into. */
  readonly whole?: WorkbookContent | undefined;
}

/** Reads the open master, in one request; where that is not possible, its table of all answers and its problems sheet. */
export async function sheetsOfMaster(host: Pick<WorkbookHost, 'read'>): Promise<MasterSheets> {
  return (
    (await sheetsIfThere(host, undefined)) ??
    (await sheetsIfThere(host, [TABLE_SHEET, PROBLEMS_SHEET])) ??
    (await sheetsIfThere(host, [TABLE_SHEET])) ??
    (await sheetsIfThere(host, [PROBLEMS_SHEET])) ??
    {}
  );
}

async function sheetsIfThere(
  host: Pick<WorkbookHost, 'read'>,
  names: readonly string[] | undefined,
): Promise<MasterSheets | undefined> {
  try {
    const content = await host.read(names, 'texts');
    const { sheets, unread = [] } = content;
    const [table, problems] = [TABLE_SHEET, PROBLEMS_SHEET].map((name) =>
      unread.some((part) => part.sheet === name) ? undefined : sheets.find((sheet) => sheet.name === name),
    );
    return { table, problems, ...(names === undefined ? { whole: content } : {}) };
  } catch (error) {
    // A sheet was deleted, or somebody is editing a cell: the answers are useful without a comparison.
    if (error instanceof HostFault) return undefined;
    throw error;
  }
}
