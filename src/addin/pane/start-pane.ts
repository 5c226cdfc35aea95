import { createChosenFiles } from '../../adapters/chosen-files/chosen-files.ts';
import { createDroppedFiles } from '../../adapters/chosen-files/dropped-files.ts';
import { download } from '../../adapters/downloads/download.ts';
import { shrinkPicture } from '../../adapters/web-pictures/shrink-picture.ts';
import { turnUpright } from '../../adapters/web-pictures/turn-upright.ts';
import { builtInCatalogue } from '../../domain/programme/catalogue.ts';
import type { Language } from '../../domain/messages/words.ts';
import { lazyCodec } from '../../usecases/lazy-codec.ts';
import { lazyDocuments } from '../../usecases/lazy-documents.ts';
import type { Clock } from '../../usecases/ports/clock.ts';
import type { WorkbookCodec } from '../../usecases/ports/workbook-codec.ts';
import { browserYears } from './browser-years.ts';
import { browserSettings } from './browser-settings.ts';
import { OpenWorkbook } from './components/OpenWorkbook.tsx';
import { Work } from './components/Work.tsx';
import { codecAside } from './codec-aside.ts';
import { createOpenReader } from './open-reader.ts';
import type { Pane } from './pane.ts';
import type { SessionPorts } from '../session/session-state.ts';
import { Session } from '../session/session.ts';

/** Starts the pane in a browser, in Excel or without it, beside the workbook that `open` gives for the codec. */
export function startPane(
  language: Language,
  open: (
    codec: WorkbookCodec,
    clock: Clock,
  ) => Pick<SessionPorts, 'workbook' | 'live' | 'withoutDownloads' | 'shared' | 'openedFrom'>,
): Pane {
  const codec = codecAside(lazyCodec(async () => (await import('../../adapters/xlsx/codec.ts')).createXlsxCodec()));
  const clock = { now: () => new Date().toISOString() };
  const session = new Session(
    {
      ...open(codec, clock),
      codec,
      documents: lazyDocuments(async () => (await import('../../adapters/docx/codec.ts')).createDocxCodec()),
      catalogue: builtInCatalogue,
      keptYears: browserYears,
      openReader: createOpenReader(codec),
      clock,
      shrinkPicture,
      turnUpright,
      deliver: download,
      pack: async (files) => (await import('../../adapters/downloads/zip-files.ts')).zipFiles(files),
      delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    language,
    browserSettings,
  );
  void session.start();
  return { session, openers: { openFiles: createChosenFiles, openDrop: createDroppedFiles }, OpenWorkbook, Work };
}
