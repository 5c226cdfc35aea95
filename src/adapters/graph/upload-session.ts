import { LibraryFault, type LibraryFolder } from '../../usecases/ports/document-library.ts';
import { ATTEMPTS, parsed, type BareRequest, type RawAnswer } from './client.ts';
import { named, pathOf, type GraphDrive } from './drive.ts';
import { LostAnswer, refusal } from './errors.ts';
import { listOf, textOf } from './json.ts';

/** Bytes of a part: a multiple of 327,680, as the service demands, and less than 60 MiB. */
const PART = 16 * 327_680;

/** Statuses after which the service is asked where to go on, or the same is sent again. */
const PASSING: readonly number[] = [202, 404, 416, 429, 500, 502, 503, 504];

/**
 * Sends a new file in parts and gives back its driveItem. The address of a session gets no token.
 * @throws {LostAnswer} if the session is gone: the file may be there, or everything has to be sent again
 */
export async function uploadInParts(
  drive: GraphDrive,
  parent: LibraryFolder,
  name: string,
  bytes: Uint8Array,
): Promise<unknown> {
  const { json } = await drive.client.request({
    method: 'POST',
    url: pathOf(drive, parent.id, `${named(name)}:/createUploadSession`),
    item: name,
    json: { item: { '@microsoft.graph.conflictBehavior': 'fail', name } },
    // A session that nobody uses expires.
    isRepeatable: true,
    isFresh: drive.fresh.has(parent.id),
  });
  const url = textOf(json, 'uploadUrl');
  if (url === undefined) throw new LibraryFault('unexpected', name, 'no uploadUrl');
  try {
    return await sendParts(drive, url, name, bytes);
  } catch (error) {
    // Best effort: what is left behind expires.
    if (!(error instanceof LostAnswer)) drive.client.cancel(url);
    throw error;
  }
}

async function sendParts(drive: GraphDrive, url: string, item: string, bytes: Uint8Array): Promise<unknown> {
  let offset = 0;
  // Whether a part may have arrived that nobody confirmed: if it was the last, the session is over and the file is there.
  let isDoubtful = false;
  for (let failures = 0; failures < ATTEMPTS; failures++) {
    const part = bytes.subarray(offset, offset + PART);
    const range = `bytes ${offset}-${offset + part.length - 1}/${bytes.length}`;
    const answer = await once(drive, { method: 'PUT', url, item, bytes: part, headers: { 'Content-Range': range } });
    const status = answer?.status ?? 0;
    if (answer && (status === 200 || status === 201)) return parsed(answer);
    const next = status === 202 ? nextOf(answer) : undefined;
    if (next !== undefined && next > offset) {
      offset = next;
      failures = -1;
      continue;
    }
    const isOver = status === 404 && (offset > 0 || isDoubtful);
    if (isOver || (status === 409 && isDoubtful)) throw over(item);
    if (answer && !PASSING.includes(status)) throw refusal({ ...answer, json: parsed(answer) }, item);
    isDoubtful ||= status === 0 || status >= 500;
    if (answer && (status === 429 || status === 503)) drive.client.heed(answer.headers, failures + 1, item);
    else if (status !== 416) await drive.client.backOff(failures + 1);
    // A session that was opened just now may not be known yet: the same is sent again (rclone#8545).
    if (status !== 404) offset = await resumedAt(drive, url, item, offset);
  }
  throw new LostAnswer('unreachable', item, `no progress after ${offset} of ${bytes.length} bytes`);
}

/** Where the service wants to go on; unchanged if it does not say. */
async function resumedAt(drive: GraphDrive, url: string, item: string, offset: number): Promise<number> {
  const answer = await once(drive, { url, item });
  if (answer?.status === 404) throw over(item);
  return nextOf(answer) ?? offset;
}

/** The answer to one attempt; undefined if none came. */
async function once(drive: GraphDrive, asked: BareRequest): Promise<RawAnswer | undefined> {
  try {
    return await drive.client.bare(asked);
  } catch (error) {
    if (error instanceof LostAnswer) return undefined;
    throw error;
  }
}

function over(item: string): LostAnswer {
  return new LostAnswer('unreachable', item, 'the upload session is over');
}

/** The first byte that the service has not got: `nextExpectedRanges` is `["123-"]`. */
function nextOf(answer: RawAnswer | undefined): number | undefined {
  const [range] = answer && answer.status < 300 ? listOf(parsed(answer), 'nextExpectedRanges') : [];
  const from = typeof range === 'string' ? Number.parseInt(range, 10) : Number.NaN;
  return Number.isNaN(from) ? undefined : from;
}
