import { createChosenFiles } from '../adapters/chosen-files/chosen-files.ts';
import { createDroppedFiles } from '../adapters/chosen-files/dropped-files.ts';
import { download } from '../adapters/downloads/download.ts';
import { createFileWorkbook } from '../adapters/file-workbook/file-workbook.ts';
import type { Language } from '../domain/messages/words.ts';
import { lazyCodec } from '../usecases/lazy-codec.ts';
import { browserSettings } from './browser-settings.ts';
import { Work } from './components/Work.tsx';
import { openReader } from './open-reader.ts';
import type { Pane } from './pane.ts';
import { Session } from './session.ts';

/** Starts the pane for a file, or without one; `onChange` gets the file after each change. */
export function startFilePane(
  language: Language,
  bytes: Uint8Array | undefined,
  onChange: (bytes: Uint8Array) => void,
): Pane {
  const codec = lazyCodec(async () => (await import('../adapters/xlsx/codec.ts')).createXlsxCodec());
  const session = new Session(
    {
      workbook: createFileWorkbook({ codec, bytes, onChange, deliver: download }),
      codec,
      openReader,
      clock: { now: () => new Date().toISOString() },
      deliver: download,
      pack: async (files) => (await import('../adapters/downloads/zip-files.ts')).zipFiles(files),
      delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    language,
    browserSettings,
  );
  void session.start();
  return { session, openers: { openFiles: createChosenFiles, openDrop: createDroppedFiles }, Work };
}
