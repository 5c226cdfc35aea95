import { agencyFileName } from '../../../src/domain/form/plan/agency-workbook.ts';
import type { Agency } from '../../../src/domain/programme/roster.ts';
import { collectAnswers } from '../../../src/usecases/collect-answers.ts';
import { giveOut, type GivenOut } from '../../../src/usecases/sharing/give-out.ts';
import { librarySource } from '../../../src/usecases/sharing/library-source.ts';
import { libraryStatus } from '../../../src/usecases/sharing/library-status.ts';
import { readTree } from '../../../src/usecases/sharing/library-tree.ts';
import { planGiveOut } from '../../../src/usecases/sharing/plan-give-out.ts';
import { publish } from '../../../src/usecases/sharing/publish.ts';
import { accept, planSendBack, sendBack } from '../../../src/usecases/sharing/send-back.ts';
import { answer } from '../../support/answer.ts';
import { CODEC, ownMemory, sharedGraph, sharedProgramme, type SharedGraph } from '../../support/shared-graph.ts';

const DATA = sharedProgramme();
const { programme, roster } = DATA;
const [FIRST, SECOND, THIRD] = roster.agencies as unknown as readonly [Agency, Agency, Agency];
const clock = { now: () => '2022-03-01T00:00:00.000Z' };

let shared: SharedGraph;

beforeEach(async () => {
  shared = await sharedGraph();
});

afterEach(async () => {
  await shared.server.close();
});

describe('giving out to all 77 agencies', () => {
  it('costs at most 800 resource units, asks at most 4 times at once, and has nothing to do the next time', async () => {
    const { server } = shared;
    const given = await giveOutTo(roster.agencies);
    expect(given).toHaveLength(77);
    expect(given.every(({ file, access }) => file === 'done' && access === 'done')).toBe(true);
    expect(server.seen.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(800);
    expect(server.mostAtOnce).toBeLessThanOrEqual(4);
    expect(server.seen.filter(({ host, authorization }) => host !== 'graph' && authorization !== undefined)).toEqual(
      [],
    );
    server.forget();
    const again = await giveOutTo(roster.agencies);
    expect(again.every(({ file, access }) => file === 'there' && access === 'there')).toBe(true);
    expect(server.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

describe('giving out', () => {
  it('shows before what it would do, and what is there it leaves', async () => {
    const library = await shared.open();
    const { server } = shared;
    await giveOutTo([FIRST, SECOND, THIRD]);
    await saveAnswers(FIRST, '1.1.1', 'ดำเนินการแล้ว');
    server.person('Somsri').open(pathOf(SECOND));
    server.person('Somsri').save(`ITA 2565/${roster.agencies[3]!.code}/notes.txt`, new TextEncoder().encode('x'));
    const before = server.drive.items.size;
    const { lines } = await planGiveOut({ library, codec: CODEC }, { ...DATA, agencies: roster.agencies.slice(0, 5) });
    expect(lines.map(({ file }) => file)).toEqual(['changed', 'keep', 'keep', 'create', 'create']);
    expect(server.drive.items.size).toBe(before);
    await giveOutTo(roster.agencies.slice(0, 5));
    expect(await answersOf(FIRST)).toEqual(['ดำเนินการแล้ว']);
  });

  it('leaves file and folder in place where sharing fails, and says so', async () => {
    shared.server.switches.unknownRecipients.add(SECOND.sharedWith![0]!);
    const given = await giveOutTo([FIRST, SECOND]);
    expect(given.map(({ file, access }) => [file, access])).toEqual([
      ['done', 'done'],
      ['done', 'failed'],
    ]);
    expect(given[1]?.fault?.reason).toBe('not-shared');
    shared.server.switches.unknownRecipients.clear();
    const again = await giveOutTo([FIRST, SECOND]);
    expect(again.map(({ file, access }) => [file, access])).toEqual([
      ['there', 'there'],
      ['there', 'done'],
    ]);
  });

  it('goes on with the others where the file of one is damaged, and leaves that', async () => {
    const person = shared.server.person('Somsri');
    person.save(pathOf(FIRST), new TextEncoder().encode('no workbook'));
    await giveOutTo([SECOND]);
    person.save(pathOf(SECOND), new TextEncoder().encode('no workbook any more'));
    const library = await shared.open();
    const { lines } = await planGiveOut({ library, codec: CODEC }, { ...DATA, agencies: [FIRST, SECOND, THIRD] });
    expect(lines.map(({ file }) => file)).toEqual(['taken', 'taken', 'create']);
    await giveOutTo([FIRST, SECOND, THIRD]);
    expect(person.read(pathOf(FIRST))).toEqual(new TextEncoder().encode('no workbook'));
    expect(await statusOf(THIRD)).toMatchObject({ state: 'sent' });
  });

  it('finds a workbook again that the agency renamed', async () => {
    await giveOutTo([FIRST]);
    shared.server.person('Somsri').rename(pathOf(FIRST), 'ส่งแล้ว.xlsx');
    const given = await giveOutTo([FIRST]);
    expect(given.map(({ file }) => file)).toEqual(['there']);
    expect(await filesOf(FIRST)).toEqual(['ส่งแล้ว.xlsx']);
  });

  it('stops when it is told to, and goes on with the rest', async () => {
    const stop = new AbortController();
    const library = await shared.open();
    const request = { ...DATA, agencies: roster.agencies.slice(0, 12) };
    const plan = await planGiveOut({ library, codec: CODEC }, request);
    const progress = (done: number): void => {
      if (done === 3) stop.abort();
    };
    const ports = { library, codec: CODEC, clock, progress };
    const given = await giveOut(ports, request, plan, { run: 'first', signal: stop.signal });
    const made = given.filter(({ file }) => file === 'done').length;
    expect(made).toBeGreaterThanOrEqual(3);
    expect(given.filter(({ file }) => file === 'not-done')).toHaveLength(12 - made);
    const rest = await giveOutTo(request.agencies);
    expect(rest.filter(({ file }) => file === 'done')).toHaveLength(12 - made);
  });
});

describe('collecting', () => {
  it('fetches one workbook with three requests if one has changed', async () => {
    const memory = ownMemory();
    await giveOutTo(roster.agencies.slice(0, 10));
    await collect(memory);
    await saveAnswers(FIRST, '1.1.1', 'ดำเนินการแล้ว');
    const library = await shared.open();
    shared.server.forget();
    const answers = await collect(memory, library);
    expect(answers.map(({ text }) => text)).toEqual(['ดำเนินการแล้ว']);
    expect(
      shared.server.seen.map(({ host, method, path }) => `${host} ${method} ${path.replace(/^.*\//, '')}`),
    ).toEqual(['graph GET delta', expect.stringMatching(/^graph GET /), expect.stringMatching(/^download GET /)]);
  });

  it('keeps every copy that an agency left, and reads what is open', async () => {
    await giveOutTo([FIRST]);
    const person = shared.server.person('Somsri');
    person.copy(pathOf(FIRST), `${agencyFileName(programme, FIRST).replace('.xlsx', '')}-PC01.xlsx`);
    await saveAnswers(FIRST, '1.1.1', 'จากฉบับหลัก');
    person.open(pathOf(FIRST));
    const library = await shared.open();
    const source = librarySource(library, await readTree(library));
    const collected = await collectAnswers(
      { codec: CODEC, files: source, progress },
      { ...DATA, paths: [source.path] },
    );
    if (collected.kind !== 'collected') throw new Error(collected.kind);
    expect(collected.filesFound).toBe(2);
    expect(collected.consolidation.problems.map(({ code }) => code)).toContain('submission-repeated');
  });

  it('does not take a folder that cannot be asked for an empty one', async () => {
    await giveOutTo([FIRST]);
    const library = await shared.open();
    const source = librarySource(library, await readTree(library));
    shared.server.trouble = () => ({ effect: false, answer: 'cut' });
    const collecting = collectAnswers({ codec: CODEC, files: source, progress }, { ...DATA, paths: [source.path] });
    await expect(collecting).rejects.toMatchObject({ reason: 'unreachable' });
    shared.server.trouble = undefined;
  });
});

describe('the status', () => {
  it('follows an agency from the empty workbook to the accepted one', async () => {
    await giveOutTo([FIRST]);
    expect(await statusOf(FIRST)).toMatchObject({ state: 'sent', answered: 0 });
    expect(await statusOf(SECOND)).toMatchObject({ state: 'not-sent' });
    await saveAnswers(FIRST, '1.1.1', 'ดำเนินการแล้ว');
    expect(await statusOf(FIRST)).toMatchObject({ state: 'answering', answered: 1, savedBy: { name: 'Somchai' } });
    await send(FIRST);
    expect(await statusOf(FIRST)).toMatchObject({ state: 'sent-back' });
    expect(await filesOf(FIRST)).toContain(`ข้อสังเกต-${FIRST.code}-ครั้งที่-๑.xlsx`);
    await send(FIRST);
    expect(await filesOf(FIRST)).toContain(`ข้อสังเกต-${FIRST.code}-ครั้งที่-๒.xlsx`);
    await saveAnswers(FIRST, '1.1.2', 'เพิ่มเติม');
    expect(await statusOf(FIRST)).toMatchObject({ state: 'answering', answered: 2 });
    const library = await shared.open();
    await accept({ library, clock: later() }, { programme, run: 'accept' }, await statusOf(FIRST));
    expect(await statusOf(FIRST)).toMatchObject({ state: 'accepted' });
    await saveAnswers(FIRST, '1.1.2', 'แก้อีก');
    expect(await statusOf(FIRST)).toMatchObject({ state: 'answering' });
  });
});

describe('publishing', () => {
  it('replaces what was published before, and keeps what somebody made of it', async () => {
    const library = await shared.open();
    const master = (text: string): Promise<Uint8Array> => workbookOf(FIRST, text);
    const put = async (text: string) =>
      publish(
        { library, clock },
        { programme: programme.id, path: '/home/m.xlsx', bytes: await master(text), run: text },
      );
    await put('1');
    const second = await put('2');
    expect(second).toMatchObject({ isBeside: false });
    expect(second.kept).toBeUndefined();
    shared.server.person('Somsri').save('ITA 2565/master/m.xlsx', await master('edited'));
    const third = await put('3');
    expect(third.kept?.name).toMatch(/^m \(ฉบับที่มีผู้แก้ไข .*\)\.xlsx$/);
    shared.server.person('Somsri').open('ITA 2565/master/m.xlsx');
    const fourth = await put('4');
    expect(fourth).toMatchObject({ isBeside: true, file: { name: 'm (2).xlsx' } });
    expect(shared.server.overwritten).toEqual([]);
  });
});

function progress(): void {
  // Nobody looks on.
}

async function giveOutTo(agencies: readonly Agency[]): Promise<readonly GivenOut[]> {
  const library = await shared.open();
  const request = { ...DATA, agencies };
  const plan = await planGiveOut({ library, codec: CODEC }, request);
  return giveOut({ library, codec: CODEC, clock, progress }, request, plan, { run: crypto.randomUUID() });
}

function pathOf(agency: Agency): string {
  return `ITA 2565/${agency.code}/${agencyFileName(programme, agency)}`;
}

async function saveAnswers(agency: Agency, measure: string, result: string): Promise<void> {
  const person = shared.server.person('Somchai');
  person.save(pathOf(agency), await answer(CODEC, person.read(pathOf(agency)), { [measure]: { result } }));
}

async function workbookOf(agency: Agency, result: string): Promise<Uint8Array> {
  await giveOutTo([agency]);
  return answer(CODEC, shared.server.me.read(pathOf(agency)), { '1.1.1': { result } });
}

async function collect(memory = ownMemory(), opened?: Awaited<ReturnType<SharedGraph['open']>>) {
  const library = opened ?? (await shared.open());
  const source = librarySource(library, await readTree(library, memory));
  const ports = { codec: CODEC, files: source, cache: memory, progress };
  const collected = await collectAnswers(ports, { ...DATA, paths: [source.path] });
  if (collected.kind !== 'collected') throw new Error(collected.kind);
  const { agencies } = collected.consolidation;
  return agencies.flatMap(({ submissions }) =>
    submissions.flatMap(({ entries }) => entries.flatMap((e) => e.paragraphs)),
  );
}

async function answersOf(agency: Agency): Promise<readonly string[]> {
  const answers = await collect();
  expect((await filesOf(agency)).length).toBeGreaterThan(0);
  return answers.map(({ text }) => text);
}

async function filesOf(agency: Agency): Promise<readonly string[]> {
  const library = await shared.open();
  const tree = await readTree(library);
  return tree.files.filter((file) => tree.pathOf(file)[0] === agency.code).map(({ name }) => name);
}

async function wholeStatus() {
  return libraryStatus({ library: await shared.open(), codec: CODEC, clock, progress }, DATA);
}

async function statusOf(agency: Agency) {
  const { agencies } = await wholeStatus();
  return agencies.find((status) => status.agency === agency)!;
}

async function send(agency: Agency): Promise<void> {
  const library = await shared.open();
  await sendBack(
    { library, codec: CODEC, clock: later() },
    { ...DATA, run: crypto.randomUUID() },
    planSendBack(await wholeStatus(), agency),
  );
}

/** Now, by the server's clock, which goes on with everything that is done. */
function later(): typeof clock {
  const at =
    [...shared.server.drive.items.values()]
      .map((item) => item.at)
      .sort()
      .at(-1) ?? '';
  return { now: () => at };
}
