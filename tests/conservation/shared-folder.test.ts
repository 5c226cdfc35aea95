import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { agencyFileName, planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import type { Agency } from '../../src/domain/programme/roster.ts';
import { LibraryFault, type DocumentLibrary } from '../../src/usecases/ports/document-library.ts';
import { collectAnswers } from '../../src/usecases/collect-answers.ts';
import { giveOut } from '../../src/usecases/sharing/give-out.ts';
import { librarySource } from '../../src/usecases/sharing/library-source.ts';
import { readTree } from '../../src/usecases/sharing/library-tree.ts';
import { planGiveOut } from '../../src/usecases/sharing/plan-give-out.ts';
import { publish } from '../../src/usecases/sharing/publish.ts';
import { answer } from '../support/answer.ts';
import { remembering } from '../support/remembering-codec.ts';
import { createMemoryLibrary, type MemoryLibrary } from '../support/memory-library.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../support/small-programme.ts';

const RUNS = Math.ceil(Number(process.env.ITA_PROPERTY_RUNS ?? 1000) / 5);

jest.setTimeout(60_000 + RUNS * 200);

const AGENCIES = SMALL_ROSTER.agencies.slice(0, 3);
const MASTER = 'master/report.xlsx';
const codec = remembering(createXlsxCodec());
const clock = { now: () => '2027-01-01T00:00:00.000Z' };

/** Ends every request, as if the program were killed. */
class Killed extends Error {}

/** What happens right before a request of the program. */
type Moment =
  | { readonly kind: 'save'; readonly path: string; readonly content: number }
  | { readonly kind: 'fault'; readonly reason: 'unreachable' | 'busy' | 'denied' | 'locked' }
  | { readonly kind: 'killed' }
  | { readonly kind: 'nothing' };

/** What the office does, one after the other; a program that was killed is simply started with the next. */
type Job = 'give-out' | 'collect' | 'publish';

const paths = [...AGENCIES.map(pathOf), ...AGENCIES.map(({ code }) => `${code}/own.xlsx`), MASTER];

const moments: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'nothing' } as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      path: fc.constantFrom(...paths),
      content: fc.nat(7),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      reason: fc.constantFrom('unreachable' as const, 'busy' as const, 'denied' as const, 'locked' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'killed' } as const) },
);

const jobs = fc.array(fc.constantFrom<Job>('give-out', 'collect', 'publish'), { minLength: 1, maxLength: 6 });

describe('a shared folder in which agencies save at any moment', () => {
  let contents: readonly Uint8Array[];
  let master: Uint8Array;

  beforeAll(async () => {
    contents = await contentsOfAgencies();
    master = await codec.encode(planAgencyWorkbook(SMALL_PROGRAMME, AGENCIES[0]!, clockOptions()));
  });

  it('never loses a version that somebody saved last, whatever fails in between', async () => {
    await fc.assert(
      fc.asyncProperty(jobs, fc.array(moments, { maxLength: 60 }), async (todo, script) => {
        const saved = new Map<string, string>();
        const pending = [...script];
        const library: MemoryLibrary = createMemoryLibrary({
          before: async () => {
            const moment = pending.shift();
            if (moment?.kind === 'save') {
              const bytes = contents[moment.content]!;
              await library.outside.save(moment.path, bytes);
              saved.set(moment.path, hashOf(bytes));
            }
            if (moment?.kind === 'fault') throw new LibraryFault(moment.reason, '', 'by chance');
            if (moment?.kind === 'killed') throw new Killed();
          },
        });
        for (const [index, job] of todo.entries()) await run(library.library, job, `run-${index}`);
        const there = [...library.files()];
        const own = there.filter(([path]) => !path.startsWith('_ita/'));
        for (const [path, hash] of saved) {
          const isAtItsPlace = hashOf(library.files().get(path) ?? new Uint8Array()) === hash;
          const isBesideIt =
            path === MASTER && own.some(([at, bytes]) => at.startsWith('master/') && hashOf(bytes) === hash);
          expect({ path, kept: isAtItsPlace || isBesideIt }).toEqual({ path, kept: true });
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('gives out to everybody in the end, however often it is stopped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moments, { maxLength: 40 }), async (script) => {
        const pending = script.filter(({ kind }) => kind !== 'save');
        const { library, files } = createMemoryLibrary({
          before: () => {
            const moment = pending.shift();
            if (moment?.kind === 'fault') throw new LibraryFault(moment.reason, '', 'by chance');
            if (moment?.kind === 'killed') throw new Killed();
            return Promise.resolve();
          },
        });
        while (pending.length > 0) await run(library, 'give-out', `run-${pending.length}`);
        await run(library, 'give-out', 'last');
        const made = [...files().keys()].filter((path) => /^\d/.test(path)).sort();
        expect(made).toEqual(AGENCIES.map(pathOf).sort());
      }),
      { numRuns: RUNS },
    );
  });

  async function run(library: DocumentLibrary, job: Job, name: string): Promise<void> {
    const request = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER, agencies: AGENCIES };
    try {
      switch (job) {
        case 'give-out': {
          const plan = await planGiveOut({ library, codec }, request);
          await giveOut({ library, codec, clock, progress: () => undefined }, request, plan, { run: name });
          break;
        }
        case 'collect': {
          const files = librarySource(library, await readTree(library));
          await collectAnswers({ codec, files, progress: () => undefined }, { ...request, paths: [files.path] });
          break;
        }
        case 'publish':
          await publish(
            { library, clock },
            { programme: SMALL_PROGRAMME.id, path: 'report.xlsx', bytes: master, run: name },
          );
          break;
      }
    } catch (error) {
      if (!(error instanceof Killed) && !(error instanceof LibraryFault)) throw error;
    }
  }
});

function pathOf(agency: Agency): string {
  return `${agency.code}/${agencyFileName(SMALL_PROGRAMME, agency)}`;
}

function clockOptions(): { readonly created: string } {
  return { created: clock.now() };
}

/** Workbooks with answers of their own, an empty one, one that is damaged, and a text. */
async function contentsOfAgencies(): Promise<readonly Uint8Array[]> {
  const contents: Uint8Array[] = [];
  for (const agency of AGENCIES) {
    const empty = await codec.encode(
      planAgencyWorkbook(SMALL_PROGRAMME, agency, { created: '2027-02-01T00:00:00.000Z' }),
    );
    contents.push(empty, await answer(codec, empty, { '1.1.1': { result: `ผลของ${agency.name}` } }));
  }
  return [...contents, contents[1]!.slice(0, 900), new TextEncoder().encode('not a workbook')];
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
