import { createRoot } from 'react-dom/client';
import { createChosenFiles } from '../adapters/chosen-files/chosen-files.ts';
import { createDroppedFiles } from '../adapters/chosen-files/dropped-files.ts';
import { download } from '../adapters/downloads/download.ts';
import { zipFiles } from '../adapters/downloads/zip-files.ts';
import { createExcelWorkbook } from '../adapters/excel/excel-workbook.ts';
import { createOfficeShell } from '../adapters/excel/office-shell.ts';
import { createXlsxCodec } from '../adapters/xlsx/codec.ts';
import { registerFunctions } from '../commands/custom-functions.ts';
import { registerCommands } from '../commands/ribbon.ts';
import type { Language } from '../domain/messages/words.ts';
import { App } from './App.tsx';
import { browserSettings } from './browser-settings.ts';
import { openReader } from './open-reader.ts';
import { Session } from './session.ts';
import { allowStyleElements } from './style-elements.ts';
import { followSurroundings } from './surroundings.ts';

/** The page that Excel keeps open: it shows the pane, runs the ribbon's commands and computes the functions of formulas. */
void Office.onReady(async () => {
  const language: Language = Office.context.displayLanguage.toLowerCase().startsWith('th') ? 'th' : 'en';
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
  allowStyleElements(document);
  const root = document.querySelector('body > div');
  if (root !== null) {
    const surroundings = followSurroundings(() => Office.context.officeTheme);
    createRoot(root).render(
      <App session={session} surroundings={surroundings} openFiles={createChosenFiles} openDrop={createDroppedFiles} />,
    );
  }
  await session.start();
});
registerFunctions();
