import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { headerFaults } from '../../src/addin/pane/server-headers.ts';
import { ownFolder } from '../support/own-folder.ts';

const at = ownFolder();
const BUILT = path.resolve('dist/addin');

/** A port that nothing listens at. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The sample of docs/servers on this machine: without a certificate, and with the built add-in. */
async function start(): Promise<{ base: string; stop: () => void }> {
  const port = await freePort();
  const sample = (await readFile('docs/servers/nginx.conf', 'utf8'))
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/ *ssl_certificate\w* .*\n/g, '')
    .replace('/srv/ita/', `${BUILT}/`);
  await mkdir(at('logs'), { recursive: true });
  const conf = `pid ${at('pid')};\nerror_log ${at('logs/error.log')};\nevents {}\nhttp {\n  access_log off;\n${sample}\n}\n`;
  await writeFile(at('nginx.conf'), conf);
  const nginx = (...more: string[]) =>
    execFileSync('/usr/sbin/nginx', ['-c', at('nginx.conf'), '-e', 'stderr', ...more]);
  nginx();
  return { base: `http://127.0.0.1:${port}/ita/`, stop: () => nginx('-s', 'quit') };
}

describe('the sample for nginx', () => {
  it('sends every kind of file as Excel needs it, and keeps what has a hash in its name', async () => {
    const { base, stop } = await start();
    try {
      const ask = async (file: string) => {
        const { status, headers } = await fetch(`${base}${file}`);
        return { status, header: (name: string) => headers.get(name) };
      };
      expect(await headerFaults(ask)).toEqual([]);
      const hashed = (await readdir(BUILT)).find((name) => /\.[0-9a-f]{20}\.js$/.test(name))!;
      expect((await ask(hashed)).header('Cache-Control')).toContain('immutable');
      expect((await ask('assets/ita-32.png')).header('Cache-Control')).toBeNull();
    } finally {
      stop();
    }
  });
});
