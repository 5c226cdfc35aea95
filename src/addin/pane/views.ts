import type { ComponentType } from 'react';
import type { Section } from '../session/session-state.ts';
import type { ViewProps } from './view-props.ts';

/** The views, each loaded when it is first shown. */
export const VIEWS: Readonly<Record<Section, () => Promise<ComponentType<ViewProps>>>> = {
  check: async () => (await import('./components/agency/AgencyView.tsx')).AgencyView,
  answer: async () => (await import('./components/answer/AnswerView.tsx')).AnswerView,
  digits: async () => (await import('./components/digits/DigitsView.tsx')).DigitsView,
  make: async () => (await import('./components/make/MakeView.tsx')).MakeView,
  consolidate: async () => (await import('./components/master/MasterView.tsx')).MasterView,
  share: async () => (await import('./components/share/ShareView.tsx')).ShareView,
  years: async () => (await import('./components/years/YearsView.tsx')).YearsView,
  settings: async () => (await import('./components/settings/SettingsView.tsx')).SettingsView,
};
