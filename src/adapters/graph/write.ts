import {
  checkedName,
  LibraryFault,
  type LibraryFile,
  type LibraryFolder,
} from '../../usecases/ports/document-library.ts';
import { ATTEMPTS } from './client.ts';
import { download } from './download.ts';
import { asFile, findNamed, getFile, named, pathOf, type GraphDrive } from './drive.ts';
import { itemOf } from './drive-item.ts';
import { LostAnswer, Refused } from './errors.ts';
import { isSameContent } from './same-content.ts';
import { uploadInParts } from './upload-session.ts';

/** Bytes up to which a new file is sent at once: what older pages of driveitem-put-content.md allow. */
const AT_ONCE = 4 * 1024 * 1024;

const FAIL = '@microsoft.graph.conflictBehavior';

/** Makes a folder, or finds the one that has the name; see `DocumentLibrary.makeFolder`. */
export async function makeFolder(drive: GraphDrive, parent: LibraryFolder, name: string): Promise<LibraryFolder> {
  checkedName(name);
  const json = { name, folder: {}, [FAIL]: 'fail' };
  const isFresh = drive.fresh.has(parent.id);
  try {
    const url = pathOf(drive, parent.id, '/children');
    // A second attempt meets the folder that the first has made, which is the one to find.
    const answer = await drive.client.request({ method: 'POST', url, item: name, json, isRepeatable: true, isFresh });
    const folder = itemOf(answer.json);
    if (folder?.kind !== 'folder') throw new LibraryFault('unexpected', name, 'no folder was made');
    drive.fresh.add(folder.id);
    return folder;
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 409) throw error;
    const found = await findNamed(drive, parent, name);
    if (found?.kind !== 'folder') throw error;
    drive.fresh.add(found.id);
    return found;
  }
}

/** Creates a file; see `DocumentLibrary.create`. After an answer that was lost it looks whether the file is there, and its own. */
export async function createFile(
  drive: GraphDrive,
  parent: LibraryFolder,
  name: string,
  bytes: Uint8Array,
): Promise<LibraryFile> {
  checkedName(name);
  const send = bytes.length > AT_ONCE ? uploadInParts : putNew;
  let lost: LostAnswer | undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      const file = asFile(itemOf(await send(drive, parent, name, bytes)), name);
      drive.fresh.add(file.id);
      return file;
    } catch (error) {
      if (error instanceof LostAnswer) lost = error;
      else if (lost === undefined || !(error instanceof Refused) || error.status !== 409) throw error;
      const found = await findNamed(drive, parent, name);
      if (found) drive.fresh.add(found.id);
      const own = found?.kind === 'file' ? await ownFile(drive, found, bytes) : undefined;
      if (own) return own;
      if (found) throw new LibraryFault('exists', name, lost.detail, { cause: error });
      if (attempt === ATTEMPTS) throw error;
      await drive.client.backOff(attempt);
    }
  }
}

/** Replaces a version of a file; see `DocumentLibrary.replace`. Compared just before, and by the service as it arrives. */
export async function replaceFile(drive: GraphDrive, file: LibraryFile, bytes: Uint8Array): Promise<LibraryFile> {
  const current = await getFile(drive, file);
  const isSame = current.tag === file.tag || (file.contentTag !== undefined && current.contentTag === file.contentTag);
  if (!isSame) throw new LibraryFault('changed', file.name, `${file.tag} is ${current.tag}`);
  let isLost = false;
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await drive.client.request({
        method: 'PUT',
        url: pathOf(drive, file.id, '/content'),
        item: file.name,
        headers: { 'If-Match': current.tag },
        bytes,
        isRepeatable: false,
        isFresh: drive.fresh.has(file.id),
      });
      return asFile(itemOf(answer.json), file.name);
    } catch (error) {
      const isRefused = error instanceof Refused && (error.status === 412 || error.status === 409);
      if (error instanceof LostAnswer) isLost = true;
      else if (!isRefused) throw error;
      else if (!isLost) throw new LibraryFault('changed', file.name, error.detail, { cause: error });
      const now = await getFile(drive, file);
      if (now.tag !== current.tag) {
        const own = await ownFile(drive, now, bytes);
        if (own) return own;
        throw new LibraryFault('changed', file.name, `${current.tag} is ${now.tag}`, { cause: error });
      }
      if (isRefused || attempt === ATTEMPTS) throw error;
      await drive.client.backOff(attempt);
    }
  }
}

async function putNew(drive: GraphDrive, parent: LibraryFolder, name: string, bytes: Uint8Array): Promise<unknown> {
  const url = pathOf(drive, parent.id, `${named(name)}:/content?${FAIL}=fail`);
  const isFresh = drive.fresh.has(parent.id);
  const answer = await drive.client.request({ method: 'PUT', url, item: name, bytes, isRepeatable: false, isFresh });
  return answer.json;
}

/** The file, if what it holds is what was sent. */
async function ownFile(drive: GraphDrive, file: LibraryFile, bytes: Uint8Array): Promise<LibraryFile | undefined> {
  const found = await download(drive, file);
  return found && isSameContent(bytes, found.bytes) ? found.file : undefined;
}
