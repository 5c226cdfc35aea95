import { remarksOf, type Remark } from '../../domain/checks/remark.ts';
import { planRemarksWorkbook } from '../../domain/master/plan/remarks-workbook.ts';
import { describeRemark, foundIn, severityInWords } from '../../domain/messages/describe-remark.ts';
import { messageContext } from '../../domain/messages/message.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Agency, Roster } from '../../domain/programme/roster.ts';
import { agencyFolderName, remarksFileName } from '../../domain/sharing/library-layout.ts';
import { cellName } from '../../domain/spreadsheet/address.ts';
import type { Clock } from '../ports/clock.ts';
import { LibraryFault, type DocumentLibrary, type LibraryFile } from '../ports/document-library.ts';
import type { WorkbookCodec } from '../ports/workbook-codec.ts';
import { fetchFile } from './fetch-file.ts';
import { isFault } from './is-fault.ts';
import type { AgencyStatus, LibraryStatus } from './library-status.ts';
import { isSameVersion, versionTags } from './same-version.ts';
import { createRecorder } from './sharing-record.ts';

/** The ports of sending back and accepting. */
export interface SendBackPorts {
  readonly library: DocumentLibrary;
  readonly codec: Pick<WorkbookCodec, 'encode'>;
  readonly clock: Clock;
}

/** A request to send remarks back. */
export interface SendBackRequest {
  readonly programme: Programme;
  readonly roster: Roster;
  /** A further message of the office. */
  readonly note?: string;
  readonly run: string;
  readonly by?: string;
}

/** The remarks about an agency, and the file that they go into. */
export interface SendBackPlan {
  readonly agency: Agency;
  readonly remarks: readonly Remark[];
  readonly name: string;
}

/** Plans sending remarks back to an agency, from a status that was read. */
export function planSendBack({ problems, findings, tree }: LibraryStatus, agency: Agency): SendBackPlan {
  const remarks = remarksOf(problems, findings).filter((remark) => remark.agency === agency.code);
  let round = 1;
  while (tree.at([agencyFolderName(agency), remarksFileName(agency, round)])) round += 1;
  return { agency, remarks, name: remarksFileName(agency, round) };
}

/**
 * Puts a workbook of remarks into the agency's folder, beside its own workbook, which stays as it is.
 * @throws {LibraryFault}
 */
export async function sendBack(
  { library, codec, clock }: SendBackPorts,
  request: SendBackRequest,
  { agency, remarks, name }: SendBackPlan,
): Promise<LibraryFile> {
  const { programme, note, by, run } = request;
  const created = clock.now();
  const context = messageContext(request, 'agency');
  const words = remarks.map((remark) => ({
    severity: severityInWords(remark, 'th'),
    sheet: remark.sheet ?? '',
    cell: remark.cell ? cellName(remark.cell) : '',
    ...describeRemark(remark, 'th', context),
    text: foundIn(remark),
  }));
  const plan = planRemarksWorkbook(programme, agency, words, { created, ...(note === undefined ? {} : { note }) });
  const folder = await library.makeFolder(library.root, agencyFolderName(agency));
  const file = await createNext(library, folder, agency, name, await codec.encode(plan));
  const recorder = createRecorder(library, { programme: programme.id, startedAt: created, run });
  recorder.add({
    event: 'sent-back',
    at: created,
    agency: agency.code,
    remarks: remarks.length,
    ...versionTags(file),
    ...(by === undefined ? {} : { by }),
  });
  await recorder.flush();
  return file;
}

/** Creates the file, with the next number if somebody sent remarks back in the meantime. */
async function createNext(
  library: DocumentLibrary,
  folder: Parameters<DocumentLibrary['create']>[0],
  agency: Agency,
  name: string,
  bytes: Uint8Array,
): Promise<LibraryFile> {
  for (let round = 1, free = name; ; free = remarksFileName(agency, round)) {
    try {
      return await library.create(folder, free, bytes);
    } catch (error) {
      if (!isFault(error, 'exists')) throw error;
      round += 1;
    }
  }
}

/**
 * Records that the office accepts the files of an agency as they were shown. A file that is saved later is not accepted.
 * @throws {LibraryFault} `changed` if somebody has saved a file since; then nothing is recorded
 */
export async function accept(
  { library, clock }: Omit<SendBackPorts, 'codec'>,
  { programme, by, run }: Pick<SendBackRequest, 'programme' | 'by' | 'run'>,
  { agency, files }: Pick<AgencyStatus, 'agency' | 'files'>,
): Promise<void> {
  const at = clock.now();
  const recorder = createRecorder(library, { programme: programme.id, startedAt: at, run });
  const versions = [];
  // Content tags identify on every computer what was accepted.
  for (const { version } of files) {
    const { file } = await fetchFile(library, version);
    if (!(await isSameVersion(library, file, versionTags(version))))
      throw new LibraryFault('changed', file.name, 'saved since it was shown');
    versions.push(versionTags(file));
  }
  recorder.add({ event: 'accepted', at, agency: agency.code, versions, ...(by === undefined ? {} : { by }) });
  await recorder.flush();
}
