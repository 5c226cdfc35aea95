import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { openFolderLibrary } from '../../../src/adapters/folder/folder-library.ts';
import { accept } from '../../../src/usecases/sharing/send-back.ts';
import type { LibraryFile } from '../../../src/usecases/ports/document-library.ts';
import { reasonOf } from '../../contracts/document-library.contract.ts';
import { ownFolder } from '../../support/own-folder.ts';
import { SMALL_PROGRAMME as programme, SMALL_ROSTER as roster } from '../../support/small-programme.ts';

const [agency] = roster.agencies as [(typeof roster.agencies)[number]];
const clock = { now: () => '2027-05-01T00:00:00.000Z' };
const at = ownFolder();

/** A workbook of the agency as somebody has seen it. */
async function seen(): Promise<LibraryFile> {
  await mkdir(at(agency.code));
  await writeFile(at(agency.code, 'a.xlsx'), 'first');
  const library = await openFolderLibrary(at());
  const file = (await library.changes()).items.find(({ name }) => name === 'a.xlsx');
  if (file?.kind !== 'file') throw new Error('no file');
  return file;
}

async function acceptSeen(version: LibraryFile): Promise<void> {
  const library = await openFolderLibrary(at());
  await accept({ library, clock }, { programme, run: '1' }, { agency, files: [{ path: version.id, version }] });
}

describe('accepting the answers of an agency', () => {
  it('records the version that was seen, by its content', async () => {
    await acceptSeen(await seen());
    const record = await readFile(at('_ita', 'manifest.json'), 'utf8');
    expect(JSON.parse(record)).toMatchObject({
      events: [{ event: 'accepted', agency: agency.code, versions: [{ item: `${agency.code}/a.xlsx` }] }],
    });
    expect(record).toContain('"contentTag"');
  });

  it('refuses what somebody has saved since, and records nothing', async () => {
    const version = await seen();
    await writeFile(at(agency.code, 'a.xlsx'), 'of the agency');
    expect(await reasonOf(acceptSeen(version))).toBe('changed');
    await expect(readFile(at('_ita', 'manifest.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
