import { createDocxCodec } from '../../src/adapters/docx/codec.ts';
import { createFileWorkbook } from '../../src/adapters/file-workbook/file-workbook.ts';
import { zipFiles } from '../../src/adapters/downloads/zip-files.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import type { OpenDraft } from '../../src/addin/session/open-draft.ts';
import { Session } from '../../src/addin/session/session.ts';
import type { NamedBytes } from '../../src/addin/session/session-state.ts';
import type { YearStore } from '../../src/addin/session/kept-years.ts';
import type { SharedPorts } from '../../src/addin/session/shared-folder.ts';
import type { SettingsStore } from '../../src/addin/session/settings.ts';
import { builtInCatalogue, type Catalogue } from '../../src/domain/programme/catalogue.ts';
import type { WorkbookCodec } from '../../src/usecases/ports/workbook-codec.ts';
import { plainReader } from '../../src/usecases/plain-reader.ts';

/** A session on a page without Excel, where no file is open unless `bytes` are given. Files that it makes are put into `delivered`. */
export function fileSession({
  catalogue = builtInCatalogue,
  store,
  keptYears,
  bytes,
  codec = createXlsxCodec(),
  delivered = [],
  shared,
  draft,
  onChange = () => undefined,
}: {
  readonly catalogue?: Catalogue;
  readonly store?: SettingsStore;
  readonly keptYears?: YearStore;
  readonly bytes?: Uint8Array;
  readonly codec?: WorkbookCodec;
  readonly delivered?: NamedBytes[];
  readonly shared?: SharedPorts;
  readonly draft?: OpenDraft;
  readonly onChange?: (bytes: Uint8Array) => void;
} = {}): Session {
  const clock = { now: () => '2022-04-01T00:00:00.000Z' };
  const deliver = (name: string, made: Uint8Array) => Promise.resolve(void delivered.push({ name, bytes: made }));
  return new Session(
    {
      workbook: createFileWorkbook({ codec, clock, bytes, onChange, deliver }),
      codec,
      documents: createDocxCodec(),
      catalogue,
      openReader: plainReader(codec),
      clock,
      deliver,
      pack: zipFiles,
      delay: () => Promise.resolve(),
      ...(shared && { shared }),
      ...(draft && { draft }),
      ...(keptYears && { keptYears }),
    },
    'th',
    store,
  );
}
