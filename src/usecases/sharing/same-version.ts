import type { FileVersionTags } from '../../domain/sharing/record.ts';
import type { DocumentLibrary, LibraryFile } from '../ports/document-library.ts';

/** The version of a file, as it is recorded. */
export function versionTags({ id, tag, contentTag }: LibraryFile): FileVersionTags {
  return { item: id, tag, ...(contentTag === undefined ? {} : { contentTag }) };
}

/**
 * Whether a file has the content that was recorded. It is fetched only if its tags do not tell: they differ from computer to computer
 * where a folder is kept in step, and SharePoint gives new ones for what is no change of the content.
 */
export async function isSameVersion(
  library: DocumentLibrary,
  file: LibraryFile,
  recorded: FileVersionTags,
): Promise<boolean> {
  if (file.id !== recorded.item) return false;
  if (file.tag === recorded.tag) return true;
  if (recorded.contentTag === undefined) return false;
  if (file.contentTag !== undefined) return file.contentTag === recorded.contentTag;
  return (await library.download(file, recorded.contentTag)) === undefined;
}
