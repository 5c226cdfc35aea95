import { decisionsOf, type Decision } from '../domain/master/decisions.ts';
import type { FollowUp } from '../domain/master/follow-up.ts';
import { followUpOf } from '../domain/master/read/follow-up-in-sheet.ts';
import type { Roster } from '../domain/programme/roster.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';

/** What the office wrote on the lists of a master, which the next master keeps. */
export interface WrittenByOffice {
  /** About problems. */
  readonly decisions: readonly Decision[];
  /** On the sheet ติดตาม. */
  readonly followUp: FollowUp;
}

/** What the office wrote on the lists among these sheets of a master; nothing where they are missing. */
export function writtenByOffice(sheets: WorkbookContent['sheets'], roster: Roster): WrittenByOffice {
  return { decisions: decisionsOf(sheets), followUp: followUpOf(sheets, roster) };
}
