import {
  LibraryFault,
  type DocumentLibrary,
  type DownloadedFile,
  type LibraryFile,
} from '../ports/document-library.ts';

/**
 * Downloads the current version of a file.
 * @throws {LibraryFault}
 */
export async function fetchFile(library: DocumentLibrary, file: LibraryFile): Promise<DownloadedFile> {
  const downloaded = await library.download(file);
  if (downloaded === undefined) throw new LibraryFault('unexpected', file.name, 'no content');
  return downloaded;
}
