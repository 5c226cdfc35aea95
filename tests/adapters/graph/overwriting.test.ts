import fc from 'fast-check';
import { openGraphLibrary } from '../../../src/adapters/graph/graph-library.ts';
import type { DocumentLibrary, LibraryFile } from '../../../src/usecases/ports/document-library.ts';
import { LibraryFault } from '../../../src/usecases/ports/document-library.ts';
import { textIn, workbook } from '../../contracts/document-library.contract.ts';
import { fakeTime, SIGNED_IN } from '../../support/graph-server/client.ts';
import { startGraphServer } from '../../support/graph-server/graph-server.ts';
import { graphInProcess } from '../../support/graph-server/in-process.ts';
import { runThrough, schedules, type Schedule } from '../../support/graph-server/schedules.ts';
import type { GraphService } from '../../support/graph-server/service.ts';

const CODES = ['5001', '5002'];

const pathOf = (code: string): string => `${code}/${code}.xlsx`;

/** Gives every agency a folder with a workbook and access to it, and adds to every text that is there. */
async function giveOutAndAdd(library: DocumentLibrary): Promise<void> {
  await Promise.all(
    CODES.map(async (code) => {
      const folder = await library.makeFolder(library.root, code);
      await settled(library.create(folder, `${code}.xlsx`, workbook('given out')));
      await library.sharing?.grant(folder, [`${code}@bma.example`]);
      for (let attempt = 0; attempt < 3; attempt++) {
        const file = (await library.children(folder)).find((item): item is LibraryFile => item.kind === 'file');
        const got = file && (await library.download(file));
        if (got === undefined || (await settled(library.replace(got.file, workbook(`${textIn(got.bytes)}+`))))) return;
      }
    }),
  );
}

/** Whether something was done; it need not be where somebody else was there first. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  try {
    await promise;
    return true;
  } catch (error) {
    if (error instanceof LibraryFault && ['exists', 'changed', 'locked'].includes(error.reason)) return false;
    throw error;
  }
}

/** Whether every text that a person saved is in a later one: nothing was put in its place without having been read. */
function isAllKept(server: GraphService, code: string): boolean {
  const texts = (server.drive.at(pathOf(code))?.versions ?? []).map(({ bytes }) => textIn(bytes));
  const last = texts.at(-1) ?? '';
  return [...texts.join(' ').matchAll(/<\d+>/g)].every(([mark]) => last.includes(mark));
}

/** Lets a schedule happen, and checks that nothing was lost and everything was done. */
async function expectAllKept(server: GraphService, schedule: Schedule, network?: typeof fetch): Promise<void> {
  let saved = 0;
  const somchai = server.person('Somchai');
  const acts = CODES.flatMap((code) => {
    const path = pathOf(code);
    const isThere = (): boolean => server.drive.at(path) !== undefined;
    return [
      () => somchai.save(path, workbook(`${isThere() ? textIn(somchai.read(path)) : ''}<${++saved}>`)),
      () => isThere() && somchai.open(path),
      () => isThere() && somchai.close(path),
    ];
  });
  const program: Parameters<typeof runThrough>[3] = async (run) => {
    const options = { base: server.base, signIn: SIGNED_IN, waiting: fakeTime(), ...run };
    await giveOutAndAdd(await openGraphLibrary(server.link, options));
  };
  await runThrough(server, schedule, acts, program, network);
  expect(server.overwritten).toEqual([]);
  for (const code of CODES) {
    const folder = server.drive.at(code);
    expect(isAllKept(server, code)).toBe(true);
    expect(folder && server.drive.children(folder)).toHaveLength(1);
    expect(folder?.grants).toHaveLength(1);
  }
  server.checkComplaints();
}

describe('whoever saves whenever, whatever breaks, wherever the program ends', () => {
  const runs = Number(process.env.ITA_PROPERTY_RUNS ?? 300);

  it('nothing that a person saved is overwritten unread, and everything is done in the end', async () => {
    const property = fc.asyncProperty(schedules(), fc.boolean(), async (schedule, promotes) => {
      const service = graphInProcess();
      service.switches.promotesAfterwards = promotes;
      await expectAllKept(service, schedule, service.fetch);
    });
    await fc.assert(property, { numRuns: runs });
  });

  it('nor over HTTP', async () => {
    const property = fc.asyncProperty(schedules(), async (schedule) => {
      const server = await startGraphServer();
      await expectAllKept(server, schedule).finally(() => server.close());
    });
    await fc.assert(property, { numRuns: 10 });
  });
});
