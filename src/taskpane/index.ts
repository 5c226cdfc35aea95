import { createChosenFiles } from '../adapters/chosen-files/chosen-files.ts';
import { createExcelWorkbook } from '../adapters/excel/excel-workbook.ts';
import { createOfficeShell } from '../adapters/excel/office-shell.ts';
import { download } from '../adapters/downloads/download.ts';
import { zipFiles } from '../adapters/downloads/zip-files.ts';
import { createXlsxCodec } from '../adapters/xlsx/codec.ts';
import { registerFunctions } from '../commands/custom-functions.ts';
import { registerCommands } from '../commands/ribbon.ts';
import type { Language } from '../domain/messages/words.ts';
import { browserSettings } from './browser-settings.ts';
import { openReader } from './open-reader.ts';
import { showPage } from './page.ts';
import { Session } from './session.ts';

/** The page that Excel keeps open: it shows the pane, runs the ribbon's commands and computes the functions of formulas. */
void Office.onReady(async () => {
  const language: Language = Office.context.displayLanguage.toLowerCase().startsWith('th') ? 'th' : 'en';
  document.documentElement.lang = language;
  const codec = createXlsxCodec();
  const workbook = createExcelWorkbook({ codec });
  const session = new Session(
    {
      workbook,
      live: workbook,
      codec,
      openReader,
      clock: { now: () => new Date().toISOString() },
      deliver: download,
      pack: zipFiles,
      delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    language,
    browserSettings,
  );
  const shell = createOfficeShell({
    noticePage: new URL('notice.html', location.href).href,
    isPageVisible: document.visibilityState === 'visible',
  });
  registerCommands({ session, shell });
  const root = document.querySelector('main');
  if (root !== null) showPage(root, { session, language, open: createChosenFiles });
  await session.start();
});
registerFunctions();
