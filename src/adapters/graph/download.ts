import { LibraryFault, type DownloadedFile, type LibraryFile } from '../../usecases/ports/document-library.ts';
import { ATTEMPTS, type RawAnswer } from './client.ts';
import { asFile, getItem, type GraphDrive } from './drive.ts';
import { LostAnswer, refusal } from './errors.ts';
import { textOf } from './json.ts';
import { isZip } from './same-content.ts';

/** Statuses of an address that is not valid any more. */
const EXPIRED: readonly number[] = [401, 403, 404, 410];

/**
 * The bytes of a file, which the item is asked for and then a short-lived address, each time anew.
 * @param known tag of a content that need not be fetched
 * @throws {LibraryFault} `damaged` if what comes back twice is not a workbook
 */
export async function download(
  drive: GraphDrive,
  file: LibraryFile,
  known?: string,
): Promise<DownloadedFile | undefined> {
  let damage: string | undefined;
  for (let attempt = 1; ; attempt++) {
    const { file: current, url } = await addressOf(drive, file);
    if (current.contentTag === known) return undefined;
    const answer = await bytesOf(drive, current, url, attempt);
    if (answer === undefined) continue;
    const { bytes } = answer;
    const found = damageOf(file.name, bytes);
    if (found !== undefined) {
      if (damage !== undefined) throw new LibraryFault('damaged', file.name, found);
      damage = found;
    } else if (bytes.length === current.size || !(await isOther(drive, current))) return { file: current, bytes };
    else if (attempt === ATTEMPTS) throw new LibraryFault('changed', file.name, 'saved again and again');
  }
}

type KnownFile = DownloadedFile['file'];

async function addressOf(
  drive: GraphDrive,
  file: LibraryFile,
): Promise<{ readonly file: KnownFile; readonly url: string }> {
  const { item, json } = await getItem(drive, file, ',@microsoft.graph.downloadUrl');
  const current = asFile(item);
  const { contentTag } = current;
  if (contentTag === undefined) throw new LibraryFault('unexpected', file.name, 'driveItem without cTag');
  const url = textOf(json, '@microsoft.graph.downloadUrl');
  // A policy of the organisation may forbid downloads.
  if (url === undefined) throw new LibraryFault('denied', file.name, 'no downloadUrl');
  return { file: { ...current, contentTag }, url };
}

/** What an address gives; undefined if it is to be asked for again. */
async function bytesOf(
  drive: GraphDrive,
  file: KnownFile,
  url: string,
  attempt: number,
): Promise<RawAnswer | undefined> {
  const { client } = drive;
  const isLast = attempt === ATTEMPTS;
  try {
    const answer = await client.bare({ url, item: file.name, expected: file.size });
    const { status, headers } = answer;
    // The status comes before the content: a refusal in JSON is no workbook.
    if (status === 200) return answer;
    const fault = refusal({ ...answer, json: undefined }, file.name, status === 401 ? 'denied' : undefined);
    if (isLast) throw fault;
    if (status === 429 || status === 503) client.heed(headers, attempt, file.name);
    else if (status >= 500) await client.backOff(attempt);
    // An address that was given just now and is refused again and again has not expired.
    else if (!EXPIRED.includes(status) || attempt > 2) throw fault;
  } catch (error) {
    if (!(error instanceof LostAnswer) || isLast) throw error;
    await client.backOff(attempt);
  }
  return undefined;
}

/** Whether a file was saved while it was fetched. Of workbooks SharePoint tells another size than it sends, too. */
async function isOther(drive: GraphDrive, file: KnownFile): Promise<boolean> {
  return asFile((await getItem(drive, file)).item).contentTag !== file.contentTag;
}

/** Why bytes cannot be the workbook that a name promises; a protected one is a compound file. */
function damageOf(name: string, bytes: Uint8Array): string | undefined {
  if (!/\.xls[xmb]$/i.test(name) || isCompound(bytes)) return undefined;
  if (!isZip(bytes)) return 'no zip file';
  return hasZipEnd(bytes) ? undefined : 'zip file cut short';
}

function isCompound(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

/** The record at the end of a zip file, before a comment of at most 65,535 bytes (APPNOTE 4.3.16). */
function hasZipEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true;
  return false;
}
