import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

/** The add-in as it is built for an organisation with SharePoint. */
export interface ConfiguredAddIn {
  /** Folder for the server. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Builds the add-in for these settings, as docs/sharepoint.md says; what `npm run build` has built before is not built again. */
export async function buildConfigured(settings: unknown): Promise<ConfiguredAddIn> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'ita-configured-'));
  const config = path.join(temporary, 'settings.json');
  const folder = path.join(temporary, 'addin');
  await writeFile(config, JSON.stringify(settings));
  await runBuild('--config-name', 'addin', '--env', `config=${config}`, '--output-path', folder);
  return { folder, remove: () => rm(temporary, { recursive: true, force: true }) };
}

/** Runs the build with these arguments, and rejects with what it wrote if it fails. */
export async function runBuild(...argv: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, ['node_modules/webpack/bin/webpack.js', ...argv]);
}

/** What a page's policy lets it connect to. */
export async function connectSourcesOf(folder: string, page: string): Promise<readonly string[]> {
  const html = await readFile(path.join(folder, page), 'utf8');
  return /connect-src ([^;"]*)/.exec(html)?.[1]?.split(' ') ?? [];
}
