import { createRoot } from 'react-dom/client';
import { browserDrafts } from '../../adapters/browser-drafts/browser-drafts.ts';
import { createChosenFiles } from '../../adapters/chosen-files/chosen-files.ts';
import { createDroppedFiles } from '../../adapters/chosen-files/dropped-files.ts';
import { once } from '../../usecases/once.ts';
import { browserSettings } from './browser-settings.ts';
import { Standalone } from './components/standalone/Standalone.tsx';
import { refuseSecondClicks } from './second-clicks.ts';
import { refuseStrayDrops } from './stray-drops.ts';
import { allowStyleElements } from './style-elements.ts';
import { watchEnvironment } from './environment.ts';

/** The page without Excel. What the first moment does not need is loaded after it. */
allowStyleElements(document);
refuseStrayDrops(window);
refuseSecondClicks(window);
const root = document.querySelector('body > div');
if (root !== null) {
  const { language = 'th' } = browserSettings.load();
  createRoot(root).render(
    <Standalone
      language={language}
      environment={watchEnvironment(() => undefined)}
      openFiles={createChosenFiles}
      openDrop={createDroppedFiles}
      drafts={browserDrafts}
      loadPane={(file, onChange) =>
        once(async () => (await import('./file-pane.ts')).startFilePane(language, file, onChange))
      }
    />,
  );
}
