import type { BuiltIn, Catalogue } from '../../domain/programme/catalogue.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { OpenWorkbook } from '../../usecases/identify-workbook.ts';
import type { SessionState } from './session-state.ts';

/** The programme of a year; of the newest where that year's is not known. @throws where there is none at all */
export function programmeOfYear(catalogue: Catalogue, year: number | undefined): BuiltIn {
  const data = catalogue.ofYear(year) ?? catalogue.ofYear();
  if (data === undefined) throw new Error('the program carries no programme');
  return data;
}

/** The programme that a workbook names; undefined where it names none that is known. */
export function programmeOfWorkbook(catalogue: Catalogue, open: OpenWorkbook): BuiltIn | undefined {
  switch (open.kind) {
    case 'agency':
      return catalogue.ofId(open.workbook.programme);
    case 'master':
      return catalogue.ofId(open.programme);
    case 'office':
    case 'none':
    case 'unknown':
    case 'unreadable':
      return undefined;
  }
}

/** The programme of the report that answers are collected for: of the master that is open, else of the year that was chosen. */
export function programmeOfReport({ open, opened, chosen }: SessionState): BuiltIn {
  return (open?.kind === 'master' ? opened : undefined) ?? chosen;
}

/** Whether the master of a programme is open. */
export function isMasterOpen({ open }: Pick<SessionState, 'open'>, { id }: Programme): boolean {
  return open?.kind === 'master' && open.programme === id;
}
