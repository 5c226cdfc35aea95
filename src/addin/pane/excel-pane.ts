import { createExcelWorkbook } from '../../adapters/excel/excel-workbook.ts';
import { createOfficeShell } from '../../adapters/excel/shell/office-shell.ts';
import type { CommandId } from '../ribbon/command-ids.ts';
import { runCommand } from '../ribbon/run-command.ts';
import type { Language } from '../../domain/messages/words.ts';
import { excelSharePoint } from './excel-share-point.ts';
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
    return {
      workbook,
      live: workbook,
      openedFrom,
      shared: { sharePoint: excelSharePoint },
      ...(isMac() ? { withoutDownloads: { openInBrowser } } : {}),
    };
  });
  const shell = createOfficeShell({
    noticePage: new URL('notice.html', location.href).href,
    isPageVisible: document.visibilityState === 'visible',
  });
  return { ...pane, run: (id) => runCommand(id, { session: pane.session, shell }) };
}

/** Empty for a workbook that was never saved, and where Excel does not tell (OfficeDev/office-js#2476). */
function openedFrom(): string | undefined {
  const { document: opened } = Office.context as Partial<Office.Context>;
  return opened?.url;
}

/** Whether this is Excel for Mac, whose web view ignores downloads (OfficeDev/office-js#2700, #4681, #6468) and opens new workbooks behind (#6943). */
function isMac(): boolean {
  return Office.context.platform === Office.PlatformType.Mac;
}

/** Without the requirement set the web view decides how a link to a new window opens. */
function openInBrowser(): void {
  const page = new URL('standalone.html', location.href).href;
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) {
    Office.context.ui.openBrowserWindow(page);
    return;
  }
  window.open(page, '_blank', 'noopener');
}
