import { collectAnswers } from '../../../src/usecases/collect-answers.ts';
import { giveOut } from '../../../src/usecases/sharing/give-out.ts';
import { librarySource } from '../../../src/usecases/sharing/library-source.ts';
import { libraryStatus } from '../../../src/usecases/sharing/library-status.ts';
import { readTree } from '../../../src/usecases/sharing/library-tree.ts';
import { planGiveOut } from '../../../src/usecases/sharing/plan-give-out.ts';
import { recordCollected } from '../../../src/usecases/sharing/record-collected.ts';
import { readRecord } from '../../../src/usecases/sharing/sharing-record.ts';
import { answer } from '../../support/answer.ts';
import { FAULTS } from '../../support/graph-server/faults.ts';
import { CODEC, ownMemory, sharedGraph, type SharedGraph } from '../../support/shared-graph.ts';
import { SMALL_PROGRAMME as programme, SMALL_ROSTER as roster } from '../../support/small-programme.ts';

const DATA = { programme, roster };
const clock = { now: () => '2027-05-01T00:00:00.000Z' };
let runs = 1;
const progress = (): void => undefined;
const [first, second] = ['02', '03'] as const;

let graph: SharedGraph;
/** What one computer knows. */
let known: ReturnType<typeof ownMemory>;

beforeEach(async () => {
  graph = await sharedGraph();
  known = ownMemory();
  const library = await graph.open();
  const request = { ...DATA, agencies: roster.agencies };
  const plan = await planGiveOut({ library, codec: CODEC }, request);
  await giveOut({ library, codec: CODEC, clock, progress }, request, plan, { run: '1' });
});
afterEach(() => graph.server.close());

/** Collects as the pane and the command line do; what the office has in its report already is `earlier`. */
async function collect(earlier?: Parameters<typeof collectAnswers>[1]['earlier']) {
  const library = await graph.open();
  const source = librarySource(library, await readTree(library, known));
  const ports = { codec: CODEC, files: source, progress, cache: known };
  const collected = await collectAnswers(ports, { ...DATA, paths: [source.path], ...(earlier && { earlier }) });
  if (collected.kind !== 'collected') throw new Error(collected.kind);
  const run = { programme: programme.id, run: String(++runs) };
  await recordCollected({ library, clock, memory: known }, collected.consolidation, source, run);
  return collected.consolidation;
}

async function recordedTags(): Promise<ReadonlyMap<string, string>> {
  const library = await graph.open();
  const { events } = await readRecord(library, await readTree(library), programme.id);
  return new Map(events.flatMap((event) => (event.event === 'collected' ? [[event.agency, event.tag]] : [])));
}

/** The path of an agency's workbook in the drive. */
function pathOf(code: string): string {
  const { drive } = graph.server;
  const [file] = drive.children(drive.at(`ITA 2565/${code}`)!);
  return `ITA 2565/${code}/${file!.name}`;
}

async function save(code: string, result: string): Promise<void> {
  const person = graph.server.person('Somchai');
  person.save(pathOf(code), await answer(CODEC, person.read(pathOf(code)), { '1.1.1': { result } }));
}

const downloads = (): number => graph.server.seen.filter(({ host }) => host === 'download').length;

describe('recording what was collected', () => {
  it('names the versions that the status had fetched before', async () => {
    const library = await graph.open();
    await libraryStatus({ codec: CODEC, library, clock, progress, cache: known, memory: known }, DATA);
    await collect();
    expect([...(await recordedTags()).keys()]).toEqual(expect.arrayContaining([first, second]));
  });

  it('is done once for each version, and one changed workbook is all that is fetched for it', async () => {
    await collect();
    const before = await recordedTags();
    graph.server.forget();
    await collect();
    expect(graph.server.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(downloads()).toBe(0);
    await save(second, 'จัดอบรมแล้ว');
    graph.server.forget();
    await collect();
    // The workbook, and the record that is added to.
    expect(downloads()).toBe(2);
    const after = await recordedTags();
    expect(after.get(first)).toBe(before.get(first));
    expect(after.get(second)).not.toBe(before.get(second));
  });

  it('leaves out a version that could not be fetched, though the report has earlier answers of the file', async () => {
    const { agencies } = await collect();
    const before = await recordedTags();
    const submissions = agencies.flatMap((each) => each.submissions);
    await save(second, 'จัดอบรมแล้ว');
    graph.server.trouble = ({ host }) => (host === 'download' ? FAULTS.forbidden : undefined);
    const again = await collect({ submissions, problems: [] });
    graph.server.trouble = undefined;
    expect(again.problems.map(({ code }) => code)).toContain('file-unreadable');
    expect((await recordedTags()).get(second)).toBe(before.get(second));
  });
});
