import { readdir, readFile, writeFile } from 'node:fs/promises';
import { launchChromium } from '../tests/support/chromium.ts';

/** The sizes in which Excel asks for a button's icon, in pixels; the add-in's own is shown larger in the admin centre. */
const SIZES = [16, 32, 64, 80];
const OWN_SIZES = [...SIZES, 128];

/** `npm run icons`: every assets/*.svg as assets/*-16.png and so on, by Chromium. */
const browser = await launchChromium();
const page = await browser.newPage();
for (const file of (await readdir('assets')).filter((name) => name.endsWith('.svg'))) {
  const svg = await readFile(`assets/${file}`, 'utf8');
  const name = file.slice(0, -'.svg'.length);
  for (const size of name === 'ita' ? OWN_SIZES : SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    await writeFile(`assets/${name}-${size}.png`, await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
