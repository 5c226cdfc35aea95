import type { Problem } from '../domain/diagnostics/problem.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { isLargeOfOffice } from './read-workbook.ts';
import { inWordsOfName, skippedByStart } from './skipped.ts';
import { unreadable } from './unreadable.ts';

/** Decodes a file and passes its content to `use`; if that fails, returns the problem, in words for what its name says that it is. */
export async function openNamed<Result extends object>(
  codec: Pick<WorkbookCodec, 'decode'>,
  bytes: Uint8Array,
  use: (content: WorkbookContent) => Result,
  file: string,
): Promise<Result | Problem> {
  const skipped = skippedByStart(bytes, file);
  if (skipped) return skipped;
  try {
    return use(await codec.decode(bytes));
  } catch (error) {
    // Only a master of the office's workbooks is so large.
    if (isLargeOfOffice(error)) return { code: 'master-not-checked', file };
    return inWordsOfName(unreadable(error, file), file);
  }
}
