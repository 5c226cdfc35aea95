import type { AgencyCode } from '../domain/programme/roster.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import { FOLLOW_UP_SHEET, PROBLEMS_SHEET, TABLE_SHEET } from '../domain/master/sheet-names.ts';
import { answersInPlan, answersInSheet, type TableAnswers } from '../domain/master/plan/answers-table.ts';
import type { MasterPicture } from '../domain/master/pictures.ts';
import { picturesSheetOf, tableOf } from '../domain/master/read/list-sheets.ts';
import {
  pictureIdentitiesIn,
  pictureIdentitiesOf,
  type PictureIdentity,
} from '../domain/master/read/pictures-in-sheet.ts';
import { groupBy } from '../domain/text/group-by.ts';
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

/** Pictures to compare besides answers: those that a master's sheet tells of, where it has one, and those of today. */
export interface ComparedPictures {
  readonly evidence: SheetContent | undefined;
  readonly pictures: readonly MasterPicture[];
}

/** Compares answers, and pictures where they are given, with the table of all answers of a master. */
export function masterChanges(
  table: SheetContent,
  consolidation: Consolidation,
  { evidence, pictures }: ComparedPictures = { evidence: undefined, pictures: [] },
): MasterChanges {
  const before = withPictures(answersInSheet(table), evidence ? pictureIdentitiesIn(evidence) : []);
  const after = withPictures(answersInPlan(consolidation), pictureIdentitiesOf(pictures));
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

function withPictures(answers: TableAnswers, pictures: readonly PictureIdentity[]): TableAnswers {
  const byAgency = groupBy(pictures, ({ agency }) => agency);
  const agencies = new Set<string>([...answers.keys(), ...byAgency.keys()]);
  return new Map(
    Array.from(agencies, (agency) => {
      const its = byAgency.get(agency as AgencyCode)?.map(({ picture }) => picture) ?? [];
      return [agency, [...(answers.get(agency) ?? []), ...its.sort()]];
    }),
  );
}

/** What the next master is made with of an open one; each undefined if it cannot be read. */
export interface MasterSheets {
  /** The table of all answers. */
  readonly table?: SheetContent | undefined;
  readonly problems?: SheetContent | undefined;
  /** The sheet ติดตาม, which masters of earlier layouts do not have. */
  readonly followUp?: SheetContent | undefined;
  /** The sheet of pictures. */
  readonly evidence?: SheetContent | undefined;
  /** All sheets: the edited report that answers can be merged into. */
  readonly whole?: WorkbookContent | undefined;
}

/** Reads the open master, in one request; where that is not possible, its table of all answers and its problems sheet. */
export async function sheetsOfMaster(host: Pick<WorkbookHost, 'read'>): Promise<MasterSheets> {
  return (
    (await sheetsIfThere(host, undefined)) ??
    (await sheetsIfThere(host, [TABLE_SHEET, PROBLEMS_SHEET, FOLLOW_UP_SHEET])) ??
    (await sheetsIfThere(host, [TABLE_SHEET, PROBLEMS_SHEET])) ??
    (await sheetsIfThere(host, [TABLE_SHEET])) ??
    (await sheetsIfThere(host, [PROBLEMS_SHEET])) ??
    {}
  );
}

/** The sheets of the open master among which are the lists that the office writes on, by whatever names. */
export async function listsOfMaster(host: Pick<WorkbookHost, 'read'>): Promise<readonly SheetContent[]> {
  return listsIn(
    (await sheetsIfThere(host, undefined)) ??
      (await sheetsIfThere(host, [PROBLEMS_SHEET, FOLLOW_UP_SHEET])) ??
      (await sheetsIfThere(host, [PROBLEMS_SHEET])) ??
      {},
  );
}

/** Of what was read of a master, the sheets among which those lists are. */
export function listsIn({ problems, followUp, whole }: MasterSheets): readonly SheetContent[] {
  return whole?.sheets ?? [problems, followUp].filter((sheet) => sheet !== undefined);
}

async function sheetsIfThere(
  host: Pick<WorkbookHost, 'read'>,
  names: readonly string[] | undefined,
): Promise<MasterSheets | undefined> {
  try {
    const content = await host.read(names, 'texts');
    const { sheets, unread = [] } = content;
    const [table, problems, followUp] = [
      tableOf(sheets),
      sheets.find(({ name }) => name === PROBLEMS_SHEET),
      sheets.find(({ name }) => name === FOLLOW_UP_SHEET),
    ].map((sheet) => (unread.some((part) => part.sheet === sheet?.name) ? undefined : sheet));
    const evidence = picturesSheetOf(sheets);
    return { table, problems, followUp, evidence, ...(names === undefined ? { whole: content } : {}) };
  } catch (error) {
    // A sheet was deleted, or somebody is editing a cell: the answers are useful without a comparison.
    if (error instanceof HostFault) return undefined;
    throw error;
  }
}
