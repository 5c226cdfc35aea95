import type { FileVersionTags } from '../../domain/sharing/record.ts';
import { isUnreadableFile } from './is-fault.ts';
import type { DocumentLibrary, LibraryFile } from '../ports/document-library.ts';

/** The version of a file, as it is recorded. */
export function versionTags({ id, tag, contentTag, modifiedAt }: LibraryFile): FileVersionTags {
  return {
    item: id,
    tag,
    ...(contentTag === undefined ? {} : { contentTag }),
    ...(modifiedAt === undefined ? {} : { savedAt: modifiedAt }),
  };
}

/**
 * Whether a file has the content that was recorded. It is downloaded only if its tags do not decide: in a synchronized folder they differ
 * between computers, and SharePoint assigns new ones without a change of the content.
 */
export async function isSameVersion(
  library: DocumentLibrary,
  file: LibraryFile,
  recorded: FileVersionTags,
): Promise<boolean> {
  if (file.id !== recorded.item) return false;
  if (file.tag === recorded.tag) return true;
  if (recorded.contentTag !== undefined && file.contentTag === recorded.contentTag) return true;
  if (file.modifiedBy === undefined && (await isSavedByProgramsSince(library, file, recorded))) return true;
  if (recorded.contentTag === undefined || file.contentTag !== undefined) return false;
  try {
    return (await library.download(file, recorded.contentTag)) === undefined;
  } catch (error) {
    if (isUnreadableFile(error)) return false;
    throw error;
  }
}

/**
 * Whether no person has saved the file after the recorded version: SharePoint itself re-saves workbooks after an upload. The recorded
 * version must be a person's only one at its time, because another version of the same second could be mistaken for it.
 */
async function isSavedByProgramsSince(
  library: DocumentLibrary,
  file: LibraryFile,
  { savedAt }: FileVersionTags,
): Promise<boolean> {
  if (savedAt === undefined) return false;
  const byPeople = (await library.versions(file)).filter(({ modifiedBy }) => modifiedBy !== undefined);
  const [latest] = byPeople;
  return latest?.modifiedAt === savedAt && byPeople.filter(({ modifiedAt }) => modifiedAt === savedAt).length === 1;
}
