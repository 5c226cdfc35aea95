import type { FluentIcon } from '@fluentui/react-icons';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { DocumentCheckmarkRegular } from '@fluentui/react-icons/svg/document-checkmark';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { NumberSymbolRegular } from '@fluentui/react-icons/svg/number-symbol';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import type { ComponentType } from 'react';
import type { Section, SessionState } from './session-state.ts';
import type { ViewProps } from './view-props.ts';

/** The views, each loaded when it is first shown. */
export const VIEWS: Readonly<Record<Section, () => Promise<ComponentType<ViewProps>>>> = {
  check: async () => (await import('./components/agency/AgencyView.tsx')).AgencyView,
  digits: async () => (await import('./components/digits/DigitsView.tsx')).DigitsView,
  make: async () => (await import('./components/make/MakeView.tsx')).MakeView,
  consolidate: async () => (await import('./components/master/MasterView.tsx')).MasterView,
  settings: async () => (await import('./components/settings/SettingsView.tsx')).SettingsView,
};

/** Pictures of the views; they say nothing that words do not. */
export const ICONS: Readonly<Record<Section, FluentIcon>> = {
  check: DocumentCheckmarkRegular,
  digits: NumberSymbolRegular,
  make: DocumentAddRegular,
  consolidate: DocumentTableRegular,
  settings: SettingsRegular,
};

/** What there is to do, the next step first; undefined while it is not known what is open. */
export function sectionsFor(open: SessionState['open']): readonly Section[] | undefined {
  switch (open?.kind) {
    case undefined:
      return undefined;
    case 'agency':
      return ['check', 'digits', 'make', 'consolidate', 'settings'];
    case 'master':
      return ['consolidate', 'digits', 'make', 'settings'];
    case 'office':
    case 'unknown':
      return ['make', 'consolidate', 'digits', 'settings'];
  }
}
