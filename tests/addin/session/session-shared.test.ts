import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import { openFolderLibrary } from '../../../src/adapters/folder/folder-library.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { describeNotice } from '../../../src/addin/session/notice.ts';
import type { Session } from '../../../src/addin/session/session.ts';
import type { SharedPorts } from '../../../src/addin/session/shared-folder.ts';
import type { Catalogue } from '../../../src/domain/programme/catalogue.ts';
import { emptyConsolidation, finish } from '../../../src/domain/submissions/consolidate.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import { LibraryFault } from '../../../src/usecases/ports/document-library.ts';
import { SignInFault } from '../../../src/usecases/ports/sign-in.ts';
import { answer } from '../../support/answer.ts';
import { fileSession } from '../../support/file-session.ts';
import { ownFolder } from '../../support/own-folder.ts';
import { SMALL_PROGRAMME as programme, SMALL_ROSTER as roster } from '../../support/small-programme.ts';

const codec = createXlsxCodec();
const catalogue: Catalogue = {
  years: () => [programme.year],
  ofYear: () => ({ programme, roster }),
  ofId: () => ({ programme, roster }),
};
const at = ownFolder();
const TOTAL = roster.agencies.length;
const SECOND = roster.agencies[1]!.code;
/** Before anything that the session records. */
const EARLIER = new Date('2022-03-01T00:00:00Z');

const inFolder: SharedPorts = {
  sharePoint: () =>
    Promise.resolve({
      open: openFolderLibrary,
      signIn: { token: () => Promise.resolve('token'), account: { name: 'สมหญิง' } },
    }),
};

async function opened(shared: SharedPorts = inFolder): Promise<Session> {
  const session = fileSession({ catalogue, shared });
  await session.shared.open(at());
  return session;
}

async function givenOut(): Promise<Session> {
  const session = await opened();
  await session.shared.planGivingOut();
  await session.shared.giveOut();
  return session;
}

/** The workbook of an agency. */
async function workbookOf(code: string): Promise<string> {
  const [name] = await readdir(at(code));
  return at(code, name!);
}

/** Saves an answer of an agency. */
async function answered(code: string, result: string, when = EARLIER): Promise<void> {
  const file = await workbookOf(code);
  const bytes = await answer(codec, await readFile(file), { '1.1.1': { status: 'ดำเนินการแล้ว', result } });
  await writeFile(file, bytes);
  await utimes(file, when, when);
}

const statusOf = (session: Session, code: string) =>
  session.state.shared?.status?.agencies.find(({ agency }) => agency.code === code);

async function eventsIn(): Promise<readonly Record<string, unknown>[]> {
  const { events } = JSON.parse(await readFile(at('_ita', 'manifest.json'), 'utf8')) as {
    events: Record<string, unknown>[];
  };
  return events;
}

describe('a session with a shared folder', () => {
  it('remembers its address, tells who is signed in, and writes nothing when it opens it', async () => {
    const session = await opened();
    expect(session.state.settings.sharedLink).toBe(at());
    expect(session.state.shared).toMatchObject({ name: path.basename(at()), account: 'สมหญิง' });
    expect(session.state.notice).toMatchObject({ code: 'shared-opened' });
    expect(await readdir(at())).toEqual([]);
  });

  it('shows what giving out would do before it does it', async () => {
    const session = await opened();
    await session.shared.planGivingOut();
    expect(session.state.shared?.plan?.lines.map(({ file }) => file)).toEqual(Array<string>(TOTAL).fill('create'));
    expect(await readdir(at())).toEqual([]);
    expect(await session.shared.giveOut()).toMatchObject({ code: 'given-out', facts: { count: TOTAL, total: TOTAL } });
    expect((await readdir(at())).toSorted()).toEqual(['_ita', ...roster.agencies.map(({ code }) => code)].toSorted());
  });

  it('gives out nothing that was not shown', async () => {
    const session = await opened();
    expect(await session.shared.giveOut()).toMatchObject({ code: 'not-planned' });
    expect(await readdir(at())).toEqual([]);
  });

  it('leaves what agencies saved when it gives out again, and tells what needs a person', async () => {
    await givenOut();
    await answered('02', 'จัดอบรมแล้ว');
    const saved = await readFile(await workbookOf('02'));
    const session = await opened();
    await session.shared.planGivingOut();
    const steps = new Map<string, string>(
      session.state.shared?.plan?.lines.map(({ agency, file }) => [agency.code, file]),
    );
    expect(steps.get('02')).toBe('changed');
    expect(steps.get('03')).toBe('keep');
    expect(await session.shared.giveOut()).toMatchObject({ code: 'given-out', facts: { count: 0 } });
    expect(await readFile(await workbookOf('02'))).toEqual(saved);
  });

  it('stops giving out when it is told to, says so, and goes on where it stopped', async () => {
    const session = await opened();
    await session.shared.planGivingOut();
    const stop = session.subscribe(() => {
      if (session.state.working?.done === 1) session.stop();
    });
    expect(await session.shared.giveOut()).toMatchObject({ code: 'given-out-partly', facts: { total: TOTAL } });
    stop();
    const given = session.state.shared?.given?.map(({ file }) => file) ?? [];
    expect(given).toContain('not-done');
    expect(given).toContain('done');
    await session.shared.planGivingOut();
    expect(await session.shared.giveOut()).toMatchObject({ code: 'given-out' });
    for (const { code } of roster.agencies) expect((await readdir(at(code))).length).toBe(1);
  });

  it('tells how far the agencies are', async () => {
    const session = await givenOut();
    await answered('02', 'จัดอบรมแล้ว');
    expect(await session.shared.readStatus()).toMatchObject({ code: 'shared-status' });
    expect(statusOf(session, '02')).toMatchObject({ state: 'answering', answered: 1 });
    expect(statusOf(session, '03')).toMatchObject({ state: 'sent', answered: 0 });
  });

  it('sends remarks back beside the workbook, with a message to the agency, until it saves again', async () => {
    const session = await givenOut();
    await answered('02', 'จัดอบรมแล้ว');
    await session.shared.readStatus();
    const said = await session.shared.sendBack(SECOND, 'โปรดแนบหลักฐาน');
    expect(said).toMatchObject({ code: 'sent-back', facts: { path: '02/ข้อสังเกต-02-ครั้งที่-๑.xlsx' } });
    expect(session.state.shared?.message).toMatchObject({ agency: '02', path: '02/ข้อสังเกต-02-ครั้งที่-๑.xlsx' });
    expect(await readdir(at('02'))).toHaveLength(2);
    expect(statusOf(session, '02')?.state).toBe('sent-back');
    expect(await eventsIn()).toContainEqual(expect.objectContaining({ event: 'sent-back', agency: '02', by: 'สมหญิง' }));
  });

  it('accepts what was shown', async () => {
    const session = await givenOut();
    await answered('02', 'จัดอบรมแล้ว');
    await session.shared.readStatus();
    expect(await session.shared.accept(SECOND)).toMatchObject({ code: 'accepted' });
    expect(statusOf(session, '02')?.state).toBe('accepted');
  });

  it.each(['accept', 'sendBack'] as const)('does not %s what somebody saved after it was shown', async (what) => {
    const session = await givenOut();
    await answered('02', 'จัดอบรมแล้ว');
    await session.shared.readStatus();
    await answered('02', 'จัดอบรมแล้ว ๒ ครั้ง', new Date('2022-03-02T00:00:00Z'));
    expect(await session.shared[what](SECOND, '')).toMatchObject({ code: 'changed-since-shown' });
    expect((await eventsIn()).map(({ event }) => event)).not.toContain(what === 'accept' ? 'accepted' : 'sent-back');
    // What is there now is shown, and can be accepted or sent back.
    expect(await session.shared[what](SECOND, '')).toMatchObject({
      code: what === 'accept' ? 'accepted' : 'sent-back',
    });
  });

  it('takes the answers to where the report is consolidated, copies too, and records which versions they are from', async () => {
    const session = await givenOut();
    await answered('02', 'จัดอบรมแล้ว');
    const file = await workbookOf('02');
    await writeFile(file.replace('.xlsx', ' (1).xlsx'), await readFile(file));
    expect(await session.shared.collect()).toMatchObject({ code: 'collected', hints: [] });
    expect(session.state.section).toBe('consolidate');
    expect(session.state.collection).toMatchObject({ kind: 'read', isPut: false });
    expect(session.state.collection?.files).toHaveLength(TOTAL + 1);
    expect(await eventsIn()).toContainEqual(expect.objectContaining({ event: 'collected', agency: '02' }));
  });

  it('has the answers also where the folder cannot record that', async () => {
    const session = await givenOut();
    await answered('02', 'จัดอบรมแล้ว');
    const closed: SharedPorts = {
      sharePoint: () =>
        Promise.resolve({
          open: async (location, signal) => {
            const library = await openFolderLibrary(location, signal);
            const refuse = () => Promise.reject(new LibraryFault('denied', '_ita', 'EACCES'));
            return Object.assign(Object.create(library) as typeof library, {
              root: library.root,
              changes: () => library.changes(),
              download: (...given: Parameters<typeof library.download>) => library.download(...given),
              makeFolder: refuse,
            });
          },
          signIn: { token: () => Promise.resolve('token') },
        }),
    };
    expect(session.state.collection).toBeUndefined();
    const other = await opened(closed);
    expect(await other.shared.collect()).toMatchObject({ code: 'collected', hints: [['not-recorded']] });
    expect(other.state.collection?.kind).toBe('read');
  });

  describe('publishing', () => {
    const master = async (created: string): Promise<Uint8Array> => {
      const nothing = finish(emptyConsolidation(programme, roster), { grouping: true });
      return codec.encode(planMaster(nothing, { created }));
    };
    const chosen = (name: string, bytes: Uint8Array) =>
      createChosenFiles([new File([bytes as Uint8Array<ArrayBuffer>], name)]);

    it('shows where the report goes, puts it there, and keeps one that somebody edited', async () => {
      const session = await opened();
      await session.shared.planPublishing(chosen('รายงาน.xlsx', await master('2022-04-01T00:00:00Z')));
      expect(session.state.shared?.publishing?.plan).toMatchObject({ step: 'create', name: 'รายงาน.xlsx' });
      expect(await readdir(at())).toEqual([]);
      expect(await session.shared.publish()).toMatchObject({
        code: 'published',
        facts: { path: 'master/รายงาน.xlsx' },
      });
      expect(session.state.shared?.publishing).toBeUndefined();
      const edited = await master('2022-04-02T00:00:00Z');
      await writeFile(at('master', 'รายงาน.xlsx'), edited);
      await session.shared.planPublishing(chosen('รายงาน.xlsx', await master('2022-04-03T00:00:00Z')));
      expect(session.state.shared?.publishing?.plan.step).toBe('keep-both');
      const said = await session.shared.publish();
      expect(said).toMatchObject({ code: 'published-kept' });
      const kept = said.kind === 'message' ? String(said.facts.kept) : '';
      expect(new Uint8Array(await readFile(at(kept)))).toEqual(edited);
    });

    it.each([
      ['an agency’s workbook', 'not-the-master'],
      ['no workbook', undefined],
    ] as const)('takes the report alone, and not %s', async (what, code) => {
      const session = await givenOut();
      const bytes =
        what === 'no workbook' ? Uint8Array.of(1, 2, 3) : new Uint8Array(await readFile(await workbookOf('02')));
      await session.shared.planPublishing(chosen('a.xlsx', bytes));
      expect(session.state.shared?.publishing).toBeUndefined();
      expect(session.state.notice).toMatchObject(code === undefined ? { kind: 'problem' } : { code });
    });
  });
});

describe('a shared folder that cannot be opened', () => {
  it('is told in words, and nothing is open then', async () => {
    const session = fileSession({ catalogue, shared: inFolder });
    const said = await session.shared.open(at('nowhere'));
    expect(describeNotice(said, 'th').message).toContain('ไม่พบ');
    expect(session.state.shared).toBeUndefined();
    expect(await session.shared.collect()).toMatchObject({ kind: 'shared-fault' });
  });

  it('says why nobody is signed in', async () => {
    const session = await opened({
      sharePoint: () =>
        Promise.resolve({
          open: () => Promise.reject(new SignInFault('cancelled', 'closed')),
          signIn: { token: () => Promise.resolve('token') },
        }),
    });
    expect(describeNotice(session.state.notice!, 'th').message).toContain('หน้าต่างถูกปิด');
  });
});

describe('a folder that a person picks', () => {
  const pickedAt = (name: string | undefined) => ({
    remembered: () => Promise.resolve(name),
    pick: () => Promise.resolve(name),
    allow: () => Promise.resolve(),
    open: (signal?: AbortSignal) => openFolderLibrary(at('picked'), signal),
  });

  it.each(['new', 'last'] as const)('is opened: %s', async (which) => {
    await mkdir(at('picked'));
    const session = fileSession({ catalogue, shared: { picked: pickedAt('picked') } });
    await session.shared.pick(which);
    expect(session.state.shared).toMatchObject({ name: 'picked', place: { kind: 'picked' } });
    session.shared.close();
    expect(session.state.shared).toBeUndefined();
  });

  it('is none where the person closed the dialog', async () => {
    const session = fileSession({ catalogue, shared: { picked: pickedAt(undefined) } });
    await session.shared.pick('new');
    expect(session.state).toMatchObject({ shared: undefined, notice: undefined });
  });

  it('says so where the person did not allow it', async () => {
    const denied = {
      ...pickedAt('picked'),
      allow: () => Promise.reject(new LibraryFault('denied', 'picked', 'permission')),
    };
    const session = fileSession({ catalogue, shared: { picked: denied } });
    await session.shared.pick('last');
    expect(session.state.notice).toMatchObject({ kind: 'shared-fault', fault: { reason: 'denied' } });
  });
});
