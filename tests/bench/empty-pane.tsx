import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { allowStyleElements } from '../../src/addin/pane/style-elements.ts';

/** A pane of React and Fluent that does nothing yet: a heading, a line and a button, in the page and the font of the add-in. */
void Office.onReady(() => {
  allowStyleElements(document);
  const root = document.querySelector('body > div');
  if (root === null) return;
  createRoot(root).render(
    <FluentProvider theme={{ ...webLightTheme, fontFamilyBase: 'Sarabun, sans-serif' }}>
      <h1 style={{ fontWeight: 600 }}>รายงาน ITA</h1>
      <p>รายงาน ITA</p>
      <Button>ปุ่ม</Button>
    </FluentProvider>,
  );
});
