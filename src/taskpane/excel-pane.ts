import { createChosenFiles } from '../adapters/chosen-files/chosen-files.ts';
import { createDroppedFiles } from '../adapters/chosen-files/dropped-files.ts';
import { download } from '../adapters/downloads/download.ts';
import { createExcelWorkbook } from '../adapters/excel/excel-workbook.ts';
import { createOfficeShell } from '../adapters/excel/office-shell.ts';
import type { CommandId } from '../commands/command-ids.ts';
import { runCommand } from '../commands/run-command.ts';
import type { Language } from '../domain/messages/words.ts';
import { lazyCodec } from '../usecases/lazy-codec.ts';
import { browserSettings } from './browser-settings.ts';
import { Work } from './components/Work.tsx';
import { openReader } from './open-reader.ts';
import type { Pane } from './pane.ts';
import { Session } from './session.ts';

/** The pane beside the workbook that is open in Excel. */
export interface ExcelPane extends Pane {
  /** Runs a command of the ribbon until its work is done. */
  readonly run: (id: CommandId) => Promise<void>;
}

/** Starts the pane in Excel, after office.js; `language` is that of Excel. */
export function startExcelPane(language: Language): ExcelPane {
  const codec = lazyCodec(async () => (await import('../adapters/xlsx/codec.ts')).createXlsxCodec());
  const workbook = createExcelWorkbook({ codec });
  const session = new Session(
    {
      workbook,
      live: workbook,
      codec,
      openReader,
      clock: { now: () => new Date().toISOString() },
      deliver: download,
      pack: async (files) => (await import('../adapters/downloads/zip-files.ts')).zipFiles(files),
      delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    language,
    browserSettings,
  );
  const shell = createOfficeShell({
    noticePage: new URL('notice.html', location.href).href,
    isPageVisible: document.visibilityState === 'visible',
  });
  void session.start();
  return {
    session,
    openers: { openFiles: createChosenFiles, openDrop: createDroppedFiles },
    Work,
    run: (id) => runCommand(id, { session, shell }),
  };
}
