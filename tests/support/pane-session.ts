import { createChosenFiles } from '../../src/adapters/chosen-files/chosen-files.ts';
import { createDocxCodec } from '../../src/adapters/docx/codec.ts';
import { zipFiles } from '../../src/adapters/downloads/zip-files.ts';
import { createExcelWorkbook } from '../../src/adapters/excel/excel-workbook.ts';
import { builtInCatalogue, type Catalogue } from '../../src/domain/programme/catalogue.ts';
import type { Language } from '../../src/domain/messages/words.ts';
import type { SettingsStore } from '../../src/addin/session/settings.ts';
import { Session } from '../../src/addin/session/session.ts';
import type { NamedBytes, WithoutDownloads } from '../../src/addin/session/session-state.ts';
import { plainReader } from '../../src/usecases/plain-reader.ts';
import { codec } from './excel-host/host-workbooks.ts';
import { officeIdle } from './excel-host/load-office.ts';
import { nextTurn } from './next-turn.ts';

/** How time passes for a session. */
export type Delay = (milliseconds: number) => Promise<void>;

/** Short waits end at once, and time for an answer never runs out while a test is slow. */
const patient: Delay = (time) => (time < 10_000 ? nextTurn() : new Promise(() => undefined));

/** What ends the sessions of the current test. */
const endings: (() => Promise<void>)[] = [];

// A check that goes on after the last test of a file loads modules, which Jest refuses then.
afterEach(async () => {
  await Promise.all(endings.splice(0).map((end) => end()));
});

/**
 * A session of the pane beside the workbook in the emulated Excel, to which office.js is connected. Downloads are put into
 * `delivered`. After the test it does what is left to do, but waits for nothing any more, such as for a person who is typing.
 */
export function paneSession({
  created,
  language = 'th',
  delay = patient,
  delivered = [],
  catalogue = builtInCatalogue,
  store,
  withoutDownloads,
}: {
  /** ISO 8601 instant of everything that is made. */
  readonly created: string;
  readonly language?: Language;
  readonly delay?: Delay;
  readonly delivered?: NamedBytes[];
  readonly catalogue?: Catalogue;
  readonly store?: SettingsStore;
  readonly withoutDownloads?: WithoutDownloads;
}): Session {
  const workbook = createExcelWorkbook({ codec, delay });
  let hasEnded = false;
  const session = new Session(
    {
      workbook,
      live: workbook,
      codec,
      documents: createDocxCodec(),
      catalogue,
      openReader: plainReader(codec),
      clock: { now: () => created },
      deliver: (name, bytes) => Promise.resolve(void delivered.push({ name, bytes })),
      ...(withoutDownloads && { withoutDownloads }),
      pack: zipFiles,
      delay: (time) => (hasEnded ? new Promise(() => undefined) : delay(time)),
    },
    language,
    store,
  );
  endings.push(async () => {
    hasEnded = true;
    await officeIdle();
    // The turn of this job comes after all others.
    await session.openChosen(createChosenFiles([new File([], 'last.xlsx')]), () => undefined);
  });
  return session;
}
