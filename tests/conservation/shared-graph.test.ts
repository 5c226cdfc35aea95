import fc from 'fast-check';
import { openGraphLibrary } from '../../src/adapters/graph/graph-library.ts';
import { isSameContent } from '../../src/adapters/graph/same-content.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { agencyFileName, planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import type { Agency } from '../../src/domain/programme/roster.ts';
import { collectAnswers } from '../../src/usecases/collect-answers.ts';
import { LibraryFault, type DocumentLibrary } from '../../src/usecases/ports/document-library.ts';
import { giveOut } from '../../src/usecases/sharing/give-out.ts';
import { librarySource } from '../../src/usecases/sharing/library-source.ts';
import { readTree } from '../../src/usecases/sharing/library-tree.ts';
import { planGiveOut } from '../../src/usecases/sharing/plan-give-out.ts';
import { publish } from '../../src/usecases/sharing/publish.ts';
import { remembering } from '../support/remembering-codec.ts';
import { answer } from '../support/answer.ts';
import { fakeTime, SIGNED_IN } from '../support/graph-server/client.ts';
import { contentOf, type StoredItem } from '../support/graph-server/drive.ts';
import { graphInProcess, type GraphInProcess } from '../support/graph-server/in-process.ts';
import { runThrough, schedules } from '../support/graph-server/schedules.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../support/small-programme.ts';

const RUNS = Math.ceil(Number(process.env.ITA_PROPERTY_RUNS ?? 400) / 8);

jest.setTimeout(60_000 + RUNS * 2_000);

const AGENCIES = SMALL_ROSTER.agencies
  .slice(0, 2)
  .map((agency): Agency => ({ ...agency, sharedWith: [`${agency.code}@bma.example`] }));
const REQUEST = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER, agencies: AGENCIES };
const MASTER = 'master/report.xlsx';
const clock = { now: () => '2027-01-01T00:00:00.000Z' };
const codec = remembering(createXlsxCodec());

describe('a folder in SharePoint in which people save at any moment', () => {
  let contents: readonly Uint8Array[];
  let master: Uint8Array;

  beforeAll(async () => {
    contents = await contentsOfPeople();
    master = await codec.encode(planAgencyWorkbook(SMALL_PROGRAMME, AGENCIES[0]!, { created: clock.now() }));
  });

  it('keeps every version that a person saved, whatever breaks and wherever the program ends', async () => {
    const property = fc.asyncProperty(schedules(16), fc.boolean(), async (schedule, promotes) => {
      const service = graphInProcess();
      service.switches.promotesAfterwards = promotes;
      let runs = 0;
      await runThrough(
        service,
        schedule,
        actsOf(service),
        async ({ fetch, signal }) => {
          const library = await openGraphLibrary(service.link, {
            ...{ base: service.base, fetch, signal, signIn: SIGNED_IN, waiting: fakeTime() },
          });
          await workThrough(library, `run-${++runs}`, signal);
        },
        service.fetch,
      );
      service.checkComplaints();
      expect(service.overwritten).toEqual([]);
      expect(lostVersions(service)).toEqual([]);
      for (const agency of AGENCIES) expect(namesIn(service, agency.code)).not.toEqual([]);
      expect(namesIn(service, 'master')).not.toEqual([]);
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  /** What the office does in one run. What the library refuses does not keep it from the rest. */
  async function workThrough(library: DocumentLibrary, run: string, signal: AbortSignal): Promise<void> {
    await refusable(async () => {
      const plan = await planGiveOut({ library, codec }, REQUEST);
      await giveOut({ library, codec, clock, progress: () => undefined }, REQUEST, plan, { run, signal });
    });
    await refusable(async () => {
      const files = librarySource(library, await readTree(library));
      await collectAnswers({ codec, files, progress: () => undefined }, { ...REQUEST, paths: [files.path], signal });
    });
    await refusable(async () => {
      const request = { programme: SMALL_PROGRAMME.id, path: 'report.xlsx', bytes: master, run: `${run}-published` };
      await publish({ library, clock }, request);
    });
    signal.throwIfAborted();
  }

  /** What people may do to each workbook: save, open, close, rename it, or leave a copy. */
  function actsOf(service: GraphInProcess): readonly (() => void)[] {
    const somchai = service.person('Somchai');
    let count = 0;
    return [...AGENCIES.map(pathOf), MASTER].flatMap((path) => {
      const ifThere = (act: () => void) => (): void => {
        if (service.drive.at(path)) act();
      };
      const save = (): void => somchai.save(path, contents[++count % contents.length]!);
      return [
        ...[save, save, save],
        ifThere(() => somchai.open(path)),
        ifThere(() => somchai.close(path)),
        ifThere(() => somchai.rename(path, `ส่งแล้ว ${++count}.xlsx`)),
        ifThere(() => somchai.copy(path, `สำเนา ${++count}.xlsx`)),
      ];
    });
  }
});

/** Versions of people that the program put another in the place of, and that are in no file beside it. */
function lostVersions(service: GraphInProcess): readonly string[] {
  const files = [...service.drive.items.values()].filter(({ kind, deleted }) => kind === 'file' && !deleted);
  const isBeside = (item: StoredItem, bytes: Uint8Array): boolean =>
    files.some((other) => other.parent === item.parent && isSameContent(bytes, contentOf(other)));
  return files.flatMap((item) =>
    item.versions.flatMap(({ by, id, bytes }, index) => {
      const isReplaced = item.versions[index + 1]?.by.id === service.me.actor.id && by.displayName === 'Somchai';
      return isReplaced && !isBeside(item, bytes) ? [`${service.drive.pathOf(item)} ${id}`] : [];
    }),
  );
}

function namesIn(service: GraphInProcess, path: string): readonly string[] {
  const folder = service.drive.at(path);
  return folder ? service.drive.children(folder).map(({ name }) => name) : [];
}

async function refusable(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof LibraryFault)) throw error;
  }
}

function pathOf(agency: Agency): string {
  return `${agency.code}/${agencyFileName(SMALL_PROGRAMME, agency)}`;
}

/** Workbooks with answers and without, one that is damaged, and a text. */
async function contentsOfPeople(): Promise<readonly Uint8Array[]> {
  const created = '2027-02-01T00:00:00.000Z';
  const empty = await codec.encode(planAgencyWorkbook(SMALL_PROGRAMME, AGENCIES[0]!, { created }));
  const answered = await answer(codec, empty, { '1.1.1': { result: 'ดำเนินการแล้ว' } });
  return [empty, answered, answered.slice(0, 900), new TextEncoder().encode('not a workbook')];
}
