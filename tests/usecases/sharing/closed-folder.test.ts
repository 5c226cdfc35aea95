import { writeFile } from 'node:fs/promises';
import { createFolderStore } from '../../../src/adapters/folder/folder-store.ts';
import { openFolderLibrary } from '../../../src/adapters/folder/folder-library.ts';
import type { DocumentLibrary, LibraryFolder } from '../../../src/usecases/ports/document-library.ts';
import { withLibrary } from '../../../src/usecases/sharing/library-files.ts';
import { librarySource } from '../../../src/usecases/sharing/library-source.ts';
import { readTree } from '../../../src/usecases/sharing/library-tree.ts';
import { planGiveOut } from '../../../src/usecases/sharing/plan-give-out.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { ownFolder } from '../../support/own-folder.ts';
import { SMALL_PROGRAMME as programme, SMALL_ROSTER as roster } from '../../support/small-programme.ts';

const [agency] = roster.agencies as [(typeof roster.agencies)[number]];
const at = ownFolder();

/** A library in which the agency's folder is closed to this account, as a listing of everything tells it. */
async function closedLibrary(): Promise<DocumentLibrary> {
  await writeFile(at('a.xlsx'), 'open');
  const library = await openFolderLibrary(at());
  const closed: LibraryFolder = { kind: 'folder', id: agency.code, name: agency.code, parent: '', isClosed: true };
  const changes: DocumentLibrary['changes'] = async () => {
    const found = await library.changes();
    return { ...found, items: [...found.items, closed] };
  };
  return {
    root: library.root,
    changes,
    children: (folder) => library.children(folder),
    makeFolder: (parent, name) => library.makeFolder(parent, name),
    create: (parent, name, bytes) => library.create(parent, name, bytes),
    replace: (file, bytes) => library.replace(file, bytes),
    download: (file, known) => library.download(file, known),
    versions: (file) => library.versions(file),
  };
}

describe('a folder of an agency that is closed to this account', () => {
  it('is among the files to read, and cannot be read, so that its answers are not taken for missing', async () => {
    const library = await closedLibrary();
    const source = librarySource(library, await readTree(library));
    const files = withLibrary(createFolderStore(), source);
    const path = `${library.root.name}/${agency.code}`;
    expect((await files.list(source.path)).map((found) => found.path)).toContain(path);
    await expect(files.read(path)).rejects.toMatchObject({ name: 'FileFault', code: 'EACCES' });
  });

  it('gets no workbook', async () => {
    const library = await closedLibrary();
    const plan = await planGiveOut({ library, codec: createXlsxCodec() }, { programme, roster, agencies: [agency] });
    expect(plan.lines).toMatchObject([{ file: 'denied' }]);
  });
});
