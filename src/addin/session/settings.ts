import type { Language } from '../../domain/messages/words.ts';

/** What a person sets for this computer. */
export interface Settings {
  readonly language: Language;
  /** Fiscal year of the Buddhist era, for what is not of a year by itself; undefined for the newest. */
  readonly year?: number;
  /** Names and phrases whose digits are not converted, in addition to the built-in ones. */
  readonly keep: readonly string[];
  /** Codes of rules that are switched off. */
  readonly rulesOff: readonly string[];
  /** Whether similar answers are grouped in new reports. */
  readonly grouping: boolean;
  /** Where workbooks are to be saved, in the office's own words; shown when a workbook is ready. */
  readonly folder: string;
  /** Address of the shared folder; undefined if none was opened by one. */
  readonly sharedLink?: string;
  /** Last day for answers in Bangkok, such as `2022-04-29`, of agencies without one of their own; undefined for that of the programme. */
  readonly due?: string;
}

/** Keeps settings between sessions. */
export interface SettingsStore {
  load(): Partial<Settings>;
  save(settings: Settings): void;
}
