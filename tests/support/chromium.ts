import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium, type Browser } from 'playwright-core';
import packageJson from '../../package.json';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Playwright keeps Chromium from partitioning the storage of sites in frames of others, which all people's browsers do. Of a
 * switch that is given twice the last one counts; these two are what a test machine needs off.
 */
const PARTITIONED = '--disable-features=HttpsUpgrades,OptimizationHints';

/** A Chromium: the one of `CHROME_PATH`, the system's, the one that comes by npm (Linux x64), or an installed Edge or Chrome. */
export async function launchChromium({ isPartitioned = false } = {}): Promise<Browser> {
  const args = [...ARGUMENTS, ...(isPartitioned ? [PARTITIONED] : [])];
  const file = await findChromium();
  if (file !== undefined) return chromium.launch({ executablePath: file, args });
  for (const channel of ['msedge', 'chrome']) {
    const browser = await chromium.launch({ channel, args }).catch(() => undefined);
    if (browser) return browser;
  }
  throw new Error('There is no Chromium here: set CHROME_PATH to the program of a Chromium, Chrome or Edge.');
}

async function findChromium(): Promise<string | undefined> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return CHROME_PATH;
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // Told that it runs in the cloud, the package also unpacks the libraries that a small Linux lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  // It unpacks into TMPDIR and takes what is there already, of whatever version that is.
  const usual = tmpdir();
  const folder = path.join(usual, `ita-chromium-${packageJson.devDependencies['@sparticuz/chromium']}`);
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  const { default: packaged } = await import('@sparticuz/chromium');
  const file = await packaged.executablePath();
  process.env.TMPDIR = usual;
  return file;
}
