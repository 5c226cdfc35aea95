import type { Language } from '../../domain/messages/words.ts';

/** What a person sets for this computer. */
export interface Settings {
  readonly language: Language;
  /** Fiscal year of the Buddhist era, for what is not of a year by itself; undefined for the newest. */
  readonly year?: number;
  /** Names and phrases that keep their digits, beside those of the programme. */
  readonly keep: readonly string[];
  /** Codes of rules that are not applied. */
  readonly rulesOff: readonly string[];
  /** Where workbooks are to be saved, as people call the place; shown when a workbook is ready. */
  readonly folder: string;
}

/** Where settings stay from one time to the next. */
export interface SettingsStore {
  load(): Partial<Settings>;
  save(settings: Settings): void;
}
