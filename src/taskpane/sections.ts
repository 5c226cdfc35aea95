import type { FluentIcon } from '@fluentui/react-icons';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { DocumentCheckmarkRegular } from '@fluentui/react-icons/svg/document-checkmark';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { NumberSymbolRegular } from '@fluentui/react-icons/svg/number-symbol';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import type { Section, SessionState } from './session-state.ts';

/** The sections in their order, with pictures that say nothing that words do not. */
export const SECTIONS: readonly { readonly section: Section; readonly Icon: FluentIcon }[] = [
  { section: 'check', Icon: DocumentCheckmarkRegular },
  { section: 'digits', Icon: NumberSymbolRegular },
  { section: 'make', Icon: DocumentAddRegular },
  { section: 'consolidate', Icon: DocumentTableRegular },
  { section: 'settings', Icon: SettingsRegular },
];

/** The section that is shown: the one that was asked for, else that of the next step for what is open, as soon as that is known. */
export function shownSection({ section, open }: Pick<SessionState, 'section' | 'open'>): Section | undefined {
  if (section !== undefined) return section;
  switch (open?.kind) {
    case undefined:
      return undefined;
    case 'agency':
      return 'check';
    case 'master':
      return 'consolidate';
    case 'none':
    case 'office':
    case 'unknown':
      return 'make';
  }
}
