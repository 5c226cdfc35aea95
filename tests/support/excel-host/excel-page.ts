import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import webpack from 'webpack';
import { CDN, officeFolder } from './load-office.ts';

/** A script for a browser, made of a TypeScript file and what it imports. */
export async function buildScript(entry: string, folder: string, filename: string): Promise<string> {
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    target: 'web',
    entry: path.resolve(entry),
    output: { path: folder, filename },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'swc-loader',
          options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
        },
      ],
    },
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
      else resolve();
    });
  });
  return path.join(folder, filename);
}

/**
 * A page as Excel shows it in its task pane, with a file open beside it: whatever page is opened finds the emulated Excel, and
 * gets the unmodified office.js of the npm package where it asks Microsoft's CDN for it. Nothing else is reached outside.
 * @param hostScript what {@link buildScript} made of `in-page.ts`
 */
export async function openExcelPage(browser: Browser, hostScript: string, file: Uint8Array): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ locale: 'th-TH' });
  await context.addInitScript(`globalThis.excelFile = ${JSON.stringify(Buffer.from(file).toString('base64'))}`);
  await context.addInitScript({ path: hostScript });
  await context.route(/^https:/, (route) => route.abort());
  await context.route(`${CDN}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(new URL(CDN).pathname.length);
    const body = await readFile(path.join(officeFolder(), name)).catch(() => undefined);
    await (body === undefined ? route.abort() : route.fulfill({ contentType: 'text/javascript', body }));
  });
  return context.newPage();
}
