import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openFolderLibrary } from '../../src/adapters/folder/folder-library.ts';
import { createFolderStore } from '../../src/adapters/folder/folder-store.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { agencyFileName } from '../../src/domain/form/plan/agency-workbook.ts';
import { agencyFolderName } from '../../src/domain/sharing/library-layout.ts';
import type { Programme } from '../../src/domain/programme/programme.ts';
import type { Agency, Roster } from '../../src/domain/programme/roster.ts';
import { withSuffix } from '../../src/domain/text/file-path.ts';
import { consolidate } from '../../src/usecases/consolidate.ts';
import { giveOut } from '../../src/usecases/sharing/give-out.ts';
import { withLibrary } from '../../src/usecases/sharing/library-files.ts';
import { librarySource } from '../../src/usecases/sharing/library-source.ts';
import { libraryStatus, type AgencyStatus } from '../../src/usecases/sharing/library-status.ts';
import { readTree } from '../../src/usecases/sharing/library-tree.ts';
import { planGiveOut } from '../../src/usecases/sharing/plan-give-out.ts';
import { publish } from '../../src/usecases/sharing/publish.ts';

/** When workbooks are given out, saved, saved late, and collected; the programme's last day is 29 April 2022. */
const GIVEN_OUT = '2022-02-01T02:00:00Z';
const SAVED = '2022-04-18T02:00:00Z';
const SAVED_LATE = '2022-05-02T02:00:00Z';
const COLLECTED = '2022-05-03T02:00:00Z';

/** The agency that left a copy, the one that has its file open, and the one that is late. */
const COPIED = '5003';
const OPEN = '5004';
const TARDY = '5006';

/** What the demo did with a folder that OneDrive keeps in step. */
export interface SharedFolderOutcome {
  readonly givenOut: number;
  readonly status: readonly AgencyStatus[];
  /** The agencies whose file is open, or that left copies. */
  readonly open: readonly Agency[];
  readonly copied: readonly Agency[];
  /** Path of the master that was published, and the paragraphs that it has. */
  readonly master: string;
  readonly paragraphs: number;
}

/**
 * Gives out to a folder, lets agencies save what they filled in (with a copy of a conflict, a file that stays open and one that is
 * late), shows how far they are, collects and publishes.
 * @param filled folder with the workbooks of agencies as they were filled in
 */
export async function shareInFolder(
  folder: string,
  filled: string,
  { programme, roster }: { readonly programme: Programme; readonly roster: Roster },
): Promise<SharedFolderOutcome> {
  const codec = createXlsxCodec();
  const at = (now: string) => ({ codec, clock: { now: () => now }, progress: () => undefined });
  await mkdir(folder, { recursive: true });
  const library = await openFolderLibrary(folder);
  const request = { programme, roster, agencies: roster.agencies };
  const plan = await planGiveOut({ library, codec }, request);
  const given = await giveOut({ ...at(GIVEN_OUT), library }, request, plan, { run: 'demo' });
  for (const agency of roster.agencies) await save(folder, filled, agency, programme);

  const status = await libraryStatus({ ...at(COLLECTED), library }, { programme, roster });
  const source = librarySource(library, await readTree(library));
  const files = withLibrary(createFolderStore(), source);
  const out = path.join(path.dirname(folder), '5-shared-master.xlsx');
  const collected = await consolidate({ ...at(COLLECTED), files }, { programme, roster, paths: [source.path], out });
  if (collected.kind !== 'written')
    throw new Error(`the shared folder of the demo was not collected: ${collected.kind}`);
  const bytes = await readFile(out);
  const published = await publish(
    { ...at(COLLECTED), library },
    { programme: programme.id, path: out, bytes: new Uint8Array(bytes), run: 'demo' },
  );
  const { measures } = collected.consolidation;
  return {
    givenOut: given.filter(({ file }) => file === 'done').length,
    status: status.agencies,
    open: agenciesWith(status.agencies, ({ version }) => version.isOpen === true),
    copied: status.agencies.filter((each) => each.files.length > 1).map(({ agency }) => agency),
    master: path.join(folder, 'master', published.file.name),
    paragraphs: measures.reduce((sum, measure) => sum + measure.paragraphs.length, 0),
  };
}

function agenciesWith(
  status: readonly AgencyStatus[],
  holds: (file: AgencyStatus['files'][number]) => boolean,
): readonly Agency[] {
  return status.filter(({ files }) => files.some(holds)).map(({ agency }) => agency);
}

/** What the agency's officer does in Excel, and OneDrive with it. */
async function save(folder: string, filled: string, agency: Agency, programme: Programme): Promise<void> {
  const name = agencyFileName(programme, agency);
  const own = path.join(folder, agencyFolderName(agency));
  const bytes = await readFile(path.join(filled, name)).catch(() => undefined);
  // Some agencies of the demo send their file only later, by e-mail.
  if (bytes === undefined) return;
  const when = new Date(agency.code === TARDY ? SAVED_LATE : SAVED);
  const put = async (file: string, content: Uint8Array): Promise<void> => {
    await writeFile(path.join(own, file), content);
    await utimes(path.join(own, file), when, when);
  };
  await put(name, bytes);
  if (agency.code === COPIED) await put(withSuffix(name, '-PC-ITA01'), bytes);
  if (agency.code === OPEN) await put(`~$${name}`, new Uint8Array(165));
}
