import { download } from '../../adapters/downloads/download.ts';
import { createFileWorkbook } from '../../adapters/file-workbook/file-workbook.ts';
import { canPickFolders, pickedFolders } from '../../adapters/picked-folder/picked-folders.ts';
import type { Language } from '../../domain/messages/words.ts';
import type { Pane } from './pane.ts';
import { startPane } from './start-pane.ts';

/** Starts the pane for a file, or without one; `onChange` gets the file after each change. */
export function startFilePane(
  language: Language,
  bytes: Uint8Array | undefined,
  onChange: (bytes: Uint8Array) => void,
): Pane {
  return startPane(language, (codec, clock) => ({
    workbook: createFileWorkbook({ codec, clock, bytes, onChange, deliver: download }),
    shared: canPickFolders() ? { picked: pickedFolders } : {},
  }));
}
