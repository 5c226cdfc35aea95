import { createExcelWorkbook } from '../../adapters/excel/excel-workbook.ts';
import { createOfficeShell } from '../../adapters/excel/shell/office-shell.ts';
import type { CommandId } from '../ribbon/command-ids.ts';
import { runCommand } from '../ribbon/run-command.ts';
import type { Language } from '../../domain/messages/words.ts';
import type { Pane } from './pane.ts';
import { startPane } from './start-pane.ts';

/** The pane beside the workbook that is open in Excel. */
export interface ExcelPane extends Pane {
  /** Runs a command of the ribbon until its work is done. */
  readonly run: (id: CommandId) => Promise<void>;
}

/** Starts the pane in Excel, after office.js; `language` is that of Excel. */
export function startExcelPane(language: Language): ExcelPane {
  const pane = startPane(language, (codec) => {
    const workbook = createExcelWorkbook({ codec });
    return { workbook, live: workbook };
  });
  const shell = createOfficeShell({
    noticePage: new URL('notice.html', location.href).href,
    isPageVisible: document.visibilityState === 'visible',
  });
  return { ...pane, run: (id) => runCommand(id, { session: pane.session, shell }) };
}
