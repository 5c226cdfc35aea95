import { createDocxCodec } from '../../src/adapters/docx/codec.ts';
import { openGraphLibrary } from '../../src/adapters/graph/graph-library.ts';
import { openFolderLibrary } from '../../src/adapters/folder/folder-library.ts';
import { createFolderStore } from '../../src/adapters/folder/folder-store.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { createClock } from '../../src/cli/clock.ts';
import type { CliPorts, ExitCode, Io } from '../../src/cli/io.ts';
import type { Accounts } from '../../src/usecases/ports/accounts.ts';
import { run } from '../../src/cli/run.ts';

/** What a command line gave. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Nobody signs in where a test does not say how. */
const NOBODY: Accounts = {
  signIn: () => Promise.reject(new Error('Nobody signs in here.')),
  signOut: () => Promise.resolve(),
};

/** The real parts behind the command line, with a clock that stands still. */
export const REAL_PORTS: CliPorts = {
  codec: createXlsxCodec(),
  documents: createDocxCodec(),
  files: createFolderStore(),
  clock: createClock('1651190400'),
  openFolder: openFolderLibrary,
  openLink: (link, signIn, signal) => openGraphLibrary(link, { signIn, signal }),
  accounts: NOBODY,
};

/** Runs a command line in this process. */
export async function ita(argv: readonly string[], ports: Partial<CliPorts> = {}, io: Partial<Io> = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(
    argv,
    { out: (text) => (out += text), err: (text) => (err += text), terminal: false, debug: false, ...io },
    { ...REAL_PORTS, ...ports },
  );
  return { code, out, err };
}

/** The one JSON document that standard output holds. */
export function documentOf({ out }: Ran): Record<string, unknown> {
  return JSON.parse(out) as Record<string, unknown>;
}
