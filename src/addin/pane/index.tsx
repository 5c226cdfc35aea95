import { createRoot } from 'react-dom/client';
import { registerFunctions } from '../functions/register-functions.ts';
import { registerCommands } from '../ribbon/ribbon.ts';
import type { Language } from '../../domain/messages/words.ts';
import { once } from '../../usecases/once.ts';
import { App } from './App.tsx';
import { browserSettings } from './browser-settings.ts';
import { refuseSecondClicks } from './second-clicks.ts';
import { refuseStrayDrops } from './stray-drops.ts';
import { allowStyleElements } from './style-elements.ts';
import { watchEnvironment } from './environment.ts';

/** Where office.js knows custom functions (the requirement set CustomFunctionsRuntime). */
declare const CustomFunctions: unknown;

/**
 * The page that Excel keeps open: it shows the pane, runs the ribbon's commands and computes the functions of formulas. What the
 * first moment does not need is loaded after it. Where office.js cannot be reached, or tells of no Excel, the page says what it is.
 */
if (typeof Office === 'undefined') showWithoutExcel();
else startAddIn();

function startAddIn(): void {
  void Office.onReady(({ host }) => (host === Office.HostType.Excel ? showPane() : showWithoutExcel()));
  if (typeof CustomFunctions !== 'undefined') registerFunctions();
}

function showPane(): void {
  const ofExcel: Language = Office.context.displayLanguage.toLowerCase().startsWith('th') ? 'th' : 'en';
  const load = once(async () => (await import('./excel-pane.ts')).startExcelPane(ofExcel));
  registerCommands(async (id) => (await load()).run(id));
  allowStyleElements(document);
  refuseStrayDrops(window);
  refuseSecondClicks(window);
  const root = document.querySelector('body > div');
  if (root === null) return;
  const environment = watchEnvironment(() => Office.context.officeTheme);
  const { language = ofExcel } = browserSettings.load();
  createRoot(root).render(<App language={language} environment={environment} load={load} isLive />);
}

/** Shows the page's text at once; otherwise it waits for Excel (page.css). */
function showWithoutExcel(): void {
  document.querySelector('.without-excel')?.classList.add('shown');
}
