import { isSameSheetName } from '../../../domain/spreadsheet/sheet-name.ts';
import { asBackup, backupsOf, isBackup, numberedName, originalName } from '../../../domain/master/backup-sheets.ts';
import type { WorkbookPlan } from '../../../domain/spreadsheet/plan.ts';
import { HostFault, type SheetsPut } from '../../../usecases/ports/workbook-host.ts';
import { type WorkbookCodec } from '../../../usecases/ports/workbook-codec.ts';
import { toBase64 } from '../base64.ts';
import type { RunExcel } from '../run-excel.ts';
import { changeSheets } from '../write/change-sheets.ts';
import type { KnownSheet } from './known-sheets.ts';
import { addFilledSheets } from '../write/put-values.ts';
import {
  allOrNothing,
  deleteSheets,
  freeNames,
  goBack,
  hideSheets,
  type SheetStateChange,
  type SheetTools,
} from './sheet-visibility.ts';

/** What putting sheets needs. */
export interface PutSheetsTools extends SheetTools {
  readonly encode: WorkbookCodec['encode'];
}

/**
 * Puts a plan's sheets at the end of the open workbook: two round trips, the first of which asks which sheets there are now.
 * Sheets of the same names, and of some others, become backups; earlier backups are deleted once the new sheets are there, unless a person has shown
 * them: those stay, under another name. Where Excel does not insert
 * files (iPad) or fails to (the web: office-js#6142), they are inserted without charts, without pictures, which make a file larger than
 * some take, or made anew from their values, without the finer formats.
 *
 * Formulas, print areas, tables and pivot tables of Excel follow sheets and not names: those of the report refer to their own sheet only
 * and stay with it; what a person made elsewhere refers to the backup from then on. Links follow names: those of a cover lead to the
 * new sheets.
 */
export async function putSheets(
  tools: PutSheetsTools,
  plan: WorkbookPlan,
  others: readonly string[] = [],
): Promise<SheetsPut> {
  const { run, runThrough, encode } = tools;
  // A pane that comes with inserted sheets is a second one on a Mac (OfficeDev/office-js#6870).
  const base64Of = async (sheets: WorkbookPlan): Promise<string> =>
    toBase64(await encode(sheets, { opensPane: false }));
  const attempts = attemptsFor(plan);
  const whole = await base64Of(plan);
  const names = [...new Set([...plan.sheets.map(({ name }) => name), ...others])];
  return allOrNothing(tools, async (before) => {
    const { sheets, structure } = before;
    const change = (by: RunExcel, queue: (workbook: Excel.Workbook) => void): Promise<void> =>
      changeSheets(by, [], ({ workbook }) => queue(workbook), { structure });
    const replacement = replacementOf(names, sheets);
    const insert = async (base64: string): Promise<boolean> => {
      try {
        await change(run, (workbook) => {
          stepAside(workbook, sheets, replacement);
          workbook.insertWorksheetsFromBase64(base64, { positionType: 'End' });
          finish(workbook, replacement, plan);
        });
        return true;
      } catch (error) {
        if (!isInsertFault(error)) throw error;
        await goBack(tools, before);
        return false;
      }
    };
    let put: Attempt | undefined;
    for (const attempt of attempts) {
      const base64 = attempt.plan === plan ? whole : await base64Of(attempt.plan);
      if (!(await insert(base64))) continue;
      put = attempt;
      break;
    }
    if (put === undefined) {
      await change(runThrough, (workbook) => stepAside(workbook, sheets, replacement));
      await addFilledSheets(runThrough, plan, structure);
      await change(runThrough, (workbook) => finish(workbook, replacement, plan));
    }
    const backups = backupsOf(
      replacement.old.map(({ to }) => to),
      names,
    );
    const { withoutCharts, withoutPictures } = put ?? lostByValues(plan);
    return { backups, withoutCharts, withoutPictures };
  });
}

/** A plan to be inserted, and what of the whole it lacks. */
interface Attempt extends Pick<SheetsPut, 'withoutCharts' | 'withoutPictures'> {
  readonly plan: WorkbookPlan;
}

/** What is lost where sheets are made anew from their values. */
function lostByValues({ sheets }: WorkbookPlan): Omit<Attempt, 'plan'> {
  return {
    withoutCharts: sheets.some(({ charts = [] }) => charts.length > 0),
    withoutPictures: sheets.some(({ pictures = [] }) => pictures.length > 0),
  };
}

/** The plan whole, then without what some Excels refuse: Excel on the web inserts no charts (remarks of the method), and no large files. */
function attemptsFor(plan: WorkbookPlan): readonly Attempt[] {
  const has = lostByValues(plan);
  return [false, true].flatMap((withoutPictures) =>
    [false, true].flatMap((withoutCharts): readonly Attempt[] => {
      if ((withoutCharts && !has.withoutCharts) || (withoutPictures && !has.withoutPictures)) return [];
      const lacks = { ...(withoutCharts ? { charts: [] } : {}), ...(withoutPictures ? { pictures: [] } : {}) };
      const isWhole = !withoutCharts && !withoutPictures;
      const sheets = plan.sheets.map((sheet) => ({ ...sheet, ...lacks }));
      return [{ plan: isWhole ? plan : { ...plan, sheets }, withoutCharts, withoutPictures }];
    }),
  );
}

function isInsertFault(error: unknown): boolean {
  return error instanceof HostFault && ['not-supported', 'failed', 'too-large'].includes(error.reason);
}

/** What becomes of the sheets that are there. */
interface Replacement {
  /** Those that become backups. */
  readonly old: readonly SheetStateChange[];
  /** The backups that they replace. */
  readonly earlier: readonly KnownSheet[];
  /** Backups that a person has shown, and that make room for the next ones. */
  readonly shown: readonly SheetStateChange[];
}

function replacementOf(names: readonly string[], before: readonly KnownSheet[]): Replacement {
  const backups = before.filter(({ name }) => originalName(name, names) !== undefined);
  return {
    old: before
      .filter((sheet) => names.some((name) => isSameSheetName(name, sheet.name)))
      .map((sheet) => ({ sheet, to: asBackup(sheet) })),
    earlier: backups.filter(isBackup),
    shown: backups
      .filter((sheet) => !isBackup(sheet))
      .map((sheet) => ({ sheet, to: { name: numberedName(sheet.name, before), state: sheet.state } })),
  };
}

function stepAside(
  { worksheets }: Excel.Workbook,
  before: readonly KnownSheet[],
  { old, earlier, shown }: Replacement,
): void {
  const free = freeNames(before, earlier.length);
  earlier.forEach(({ id, name }, index) => (worksheets.getItem(id).name = free[index] ?? name));
  for (const { sheet, to } of [...shown, ...old]) worksheets.getItem(sheet.id).name = to.name;
}

/** Earlier backups are deleted last, because nothing can restore them. */
function finish({ worksheets, properties }: Excel.Workbook, { old, earlier }: Replacement, plan: WorkbookPlan): void {
  hideSheets(worksheets, old);
  for (const [name, value] of Object.entries(plan.properties)) properties.custom.add(name, value);
  deleteSheets(worksheets, earlier);
}
