import type { FluentIcon } from '@fluentui/react-icons';
import { CalendarEditRegular } from '@fluentui/react-icons/svg/calendar-edit';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { DocumentCheckmarkRegular } from '@fluentui/react-icons/svg/document-checkmark';
import { DocumentEditRegular } from '@fluentui/react-icons/svg/document-edit';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { FolderPeopleRegular } from '@fluentui/react-icons/svg/folder-people';
import { NumberSymbolRegular } from '@fluentui/react-icons/svg/number-symbol';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import type { OpenState, Section, SessionState } from '../session/session-state.ts';

/** A part of the page. */
export interface SectionEntry {
  readonly section: Section;
  /** Decorative: the text beside it says the same. */
  readonly Icon: FluentIcon;
  /** What has to be open; undefined where that is nothing. */
  readonly needs?: 'workbook' | 'agency';
}

/** The sections in their order. */
const SECTIONS: readonly SectionEntry[] = [
  { section: 'check', Icon: DocumentCheckmarkRegular, needs: 'workbook' },
  { section: 'answer', Icon: DocumentEditRegular, needs: 'agency' },
  { section: 'digits', Icon: NumberSymbolRegular, needs: 'workbook' },
  { section: 'make', Icon: DocumentAddRegular },
  { section: 'consolidate', Icon: DocumentTableRegular },
  { section: 'share', Icon: FolderPeopleRegular },
  { section: 'years', Icon: CalendarEditRegular },
  { section: 'settings', Icon: SettingsRegular },
];

/** What decides which section is shown. */
export interface Known {
  /** The section that the person asked for. */
  readonly section: Section | undefined;
  /** What is open; undefined until it is known. */
  readonly open: OpenState['kind'] | undefined;
  /** Whether the workbook is open in Excel, and no file that a person has chosen on a page. */
  readonly isLive: boolean;
}

/** The part of a session's state that decides which section is shown. */
export function knownOf({ section, open }: Pick<SessionState, 'section' | 'open'>, isLive: boolean): Known {
  return { section, open: open?.kind, isLive };
}

/**
 * The section that is shown: the requested one, otherwise the one that suits the open workbook, once that is known. Without a
 * workbook, or with a file that is none of the report's, the next step is to open the right one. An empty workbook in Excel is where
 * the office begins.
 */
export function shownSection({ section, open, isLive }: Known): Section | undefined {
  if (section !== undefined) return section;
  switch (open) {
    case undefined:
    case 'none':
    case 'unreadable':
      return undefined;
    case 'agency':
      return 'check';
    case 'master':
      return 'consolidate';
    case 'programme':
      return 'years';
    case 'office':
      return 'make';
    case 'unknown':
      return isLive ? 'make' : undefined;
  }
}

/** The sections that can be opened from the one that is shown. */
export function otherSections(known: Known): readonly SectionEntry[] {
  const shown = shownSection(known);
  return SECTIONS.filter(
    ({ section, needs }) =>
      section !== shown &&
      !(needs === 'workbook' && lacksWorkbook(known)) &&
      !(needs === 'agency' && known.open !== 'agency'),
  );
}

/** Whether the next step is to open a workbook, or another one. */
export function isStart(known: Known): boolean {
  return known.open !== undefined && shownSection(known) === undefined;
}

/** Whether there is nothing that could be checked or converted. */
export function lacksWorkbook({ open }: Known): boolean {
  return open === 'none' || open === 'unreadable';
}
