import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The headers of a file, by its path in the folder; none where the server has no such file. */
type HeadersOf = (file: string) => ReadonlyMap<string, string> | undefined;

const onlyTypes: HeadersOf = (file) =>
  new Map([['Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream']]);

/** A folder as a static server gives it on this machine, until it is closed. */
export async function serveFolder(
  folder: string,
  headersOf: HeadersOf = onlyTypes,
): Promise<{ readonly base: string; readonly close: () => void }> {
  const server = createServer(({ url = '' }, response) => {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1);
    const headers = headersOf(name);
    readFile(path.join(folder, name)).then(
      (body) => (headers ? response.setHeaders(new Map(headers)).end(body) : response.writeHead(404).end()),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => void server.close(),
  };
}
