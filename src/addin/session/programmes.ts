import type { Catalogue } from '../../domain/programme/catalogue.ts';
import type { YearData } from '../../domain/programme/year-data.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { SessionState } from './session-state.ts';

/** The programme of a year, or the newest one if that year's is not known. @throws if the catalogue is empty */
export function programmeOfYear(catalogue: Catalogue, year: number | undefined): YearData {
  const data = catalogue.ofYear(year) ?? catalogue.ofYear();
  if (data === undefined) throw new Error('the program carries no programme');
  return data;
}

/** The programme of the open agency's workbook or master, or of the chosen year if nothing of a known year is open. */
export function programmeInUse({ open, chosen }: Pick<SessionState, 'open' | 'chosen'>): YearData {
  return (open?.kind === 'agency' || open?.kind === 'master' ? open.data : undefined) ?? chosen;
}

/** The programme for checking the open workbook, without the rules that the person switched off. */
export function rulesInUse(state: Pick<SessionState, 'open' | 'chosen' | 'settings'>): YearData {
  const data = programmeInUse(state);
  const rules: NonNullable<Programme['rules']> = {
    ...data.programme.rules,
    ...Object.fromEntries(state.settings.rulesOff.map((code) => [code, false])),
  };
  return { ...data, programme: { ...data.programme, rules } };
}

/** The programme of the report that answers are collected for: that of the open master, else of the chosen year. */
export function programmeOfReport({ open, chosen }: Pick<SessionState, 'open' | 'chosen'>): YearData {
  return (open?.kind === 'master' ? open.data : undefined) ?? chosen;
}

/** Whether the master of a programme is open. */
export function isMasterOpen({ open }: Pick<SessionState, 'open'>, { id }: Programme): boolean {
  return open?.kind === 'master' && open.programme === id;
}
