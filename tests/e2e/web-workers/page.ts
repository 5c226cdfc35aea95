import type { Programme } from '../../../src/domain/programme/programme.ts';
import type { Roster } from '../../../src/domain/programme/roster.ts';
import type { ReadResult } from '../../../src/domain/submissions/submission.ts';
import { createOpenReader } from '../../../src/addin/pane/open-reader.ts';
import { readFiles } from '../../../src/usecases/read-files.ts';
import { codecAside } from '../../../src/addin/pane/codec-aside.ts';
import { largePlan } from './large-plan.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';

/** What the test asks the page to read. */
export interface Errand {
  readonly programme: Programme;
  readonly roster: Roster;
  /** Names of files that the page fetches. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** Files after which the work is called off. */
  readonly stopAfter?: number;
}

/** What came of it; `stopped` names the reason where the work was called off. */
export interface Outcome {
  readonly results: Readonly<Record<string, ReadResult>>;
  readonly stopped?: string;
}

async function read({ programme, roster, files, stopAfter }: Errand): Promise<Outcome> {
  const fetchFile = async (path: string): Promise<Uint8Array> =>
    new Uint8Array(await (await fetch(`/files/${encodeURIComponent(path)}`)).arrayBuffer());
  const abort = new AbortController();
  const results: Record<string, ReadResult> = {};
  try {
    const codec = createXlsxCodec();
    const ports = { codec, files: { read: fetchFile }, openReader: createOpenReader(codec) };
    for await (const { file, result } of readFiles(ports, { programme, roster, signal: abort.signal }, files)) {
      results[file.path] = result;
      if (Object.keys(results).length === stopAfter) abort.abort(new Error('called off'));
    }
    return { results };
  } catch (error) {
    return { results, stopped: error instanceof Error ? error.message : String(error) };
  }
}

/** The bytes of a workbook with so many rows, encoded as the pane does it. */
async function encode(rows: number): Promise<readonly number[]> {
  const codec = codecAside(createXlsxCodec());
  return [...(await codec.encode(largePlan(rows)))];
}

Object.assign(globalThis, { read, encode });
