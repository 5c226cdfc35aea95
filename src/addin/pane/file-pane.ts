import { browserDrafts } from '../../adapters/browser-drafts/browser-drafts.ts';
import { download } from '../../adapters/downloads/download.ts';
import { createFileWorkbook } from '../../adapters/file-workbook/file-workbook.ts';
import { canPickFolders, pickedFolders } from '../../adapters/picked-folder/picked-folders.ts';
import type { Language } from '../../domain/messages/words.ts';
import { OpenDraft, type OpenedFile } from '../session/open-draft.ts';
import type { Pane } from './pane.ts';
import { startPane } from './start-pane.ts';

/** Starts the pane for a file, or without one; `onChange` gets the file after each change. */
export function startFilePane(
  language: Language,
  file: OpenedFile | undefined,
  onChange: (bytes: Uint8Array) => void,
): Pane {
  return startPane(language, (codec, clock) => {
    const draft = file && new OpenDraft(browserDrafts, clock, file);
    const changed = (bytes: Uint8Array): void => {
      draft?.keepFile(bytes);
      onChange(bytes);
    };
    return {
      workbook: createFileWorkbook({ codec, clock, bytes: file?.bytes, onChange: changed, deliver: download }),
      shared: canPickFolders() ? { picked: pickedFolders } : {},
      ...(draft && { draft }),
    };
  });
}
