import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createClock } from '../../src/cli/clock.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { SETTINGS } from '../support/entra.ts';
import { answer } from '../support/answer.ts';
import { documentOf, ita } from '../support/cli.ts';
import { fakeTime, SIGNED_IN } from '../support/graph-server/client.ts';
import { openGraphLibrary } from '../../src/adapters/graph/graph-library.ts';
import type { GraphServer } from '../support/graph-server/graph-server.ts';
import { ownFolder } from '../support/own-folder.ts';
import { sharedGraph } from '../support/shared-graph.ts';

const inFolder = ownFolder();
const codec = createXlsxCodec();
const DISTRICT = '5019-สำนักงานเขตบางกอกน้อย-๒๕๖๕.xlsx';

/** As it is: agencies save at the time of this computer. */
const clock = createClock(undefined);

const share = (...argv: readonly string[]) => ita(['share', ...argv, '--to', inFolder('ITA')], { clock });

beforeEach(async () => {
  await mkdir(inFolder('ITA'));
});

describe('ita share in a folder', () => {
  it('shows what it would give out, gives it out, and leaves what is there', async () => {
    const preview = await share('give-out', '--agency', '5019', '5020', '--preview', '--lang', 'th');
    expect(preview.out).toContain('จะสร้างสมุดงาน ๒ จาก ๒ หน่วยงาน');
    expect(await readdir(inFolder('ITA'))).toEqual([]);
    const { code, out } = await share('give-out', '--agency', '5019', '5020', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('Workbooks created: 2 of 2 agencies');
    await saveAnswer('จัดทำประกาศแล้ว');
    const saved = await readFile(inFolder('ITA', '5019', DISTRICT));
    const again = documentOf(await share('give-out', '--agency', '5019', '5020', '--format', 'json'));
    expect(again).toMatchObject({
      given: [
        { agency: '5019', file: 'changed', outcome: 'there' },
        { agency: '5020', file: 'keep', outcome: 'there' },
      ],
    });
    expect(await readFile(inFolder('ITA', '5019', DISTRICT))).toEqual(saved);
  });

  it('tells how far everybody is, in words, as JSON and for Excel', async () => {
    await share('give-out', '--agency', '5019');
    await saveAnswer('จัดทำประกาศแล้ว');
    const text = await share('status', '--no-cache', '--lang', 'th');
    expect(text.code).toBe(1);
    expect(text.out).toMatch(/5019 สำนักงานเขตบางกอกน้อย {2,}กำลังกรอก · ๑\/๔๘ · เกินกำหนด · /);
    const json = documentOf(await share('status', '--no-cache', '--due', '2999-01-01', '--format', 'json'));
    expect(json.agencies).toContainEqual(
      expect.objectContaining({
        ...{ agency: '5019', state: 'answering', answered: 1, expected: 48, lateness: null },
        files: [expect.objectContaining({ path: `ITA/5019/${DISTRICT}`, version: expect.any(String) as string })],
      }),
    );
    const csv = await share('status', '--no-cache', '--format', 'csv');
    expect(csv.out.split('\r\n')).toHaveLength(79);
    expect(csv.out).toContain(DISTRICT);
  });

  it('refuses a day that is none', async () => {
    const { code, err } = await share('status', '--due', '2022-02-30', '--lang', 'en');
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('2022-02-30') as string });
  });

  it('collects, publishes, sends back and accepts', async () => {
    await share('give-out', '--agency', '5019');
    await saveAnswer('จัดทำประกาศแล้ว');
    const master = inFolder('0000-รายงานรวม-๒๕๖๕.xlsx');
    const collected = documentOf(await share('collect', '--no-cache', '--out', master, '--format', 'json'));
    expect(collected).toMatchObject({ agencies: { received: 1 }, written: true });
    expect(JSON.stringify(await sheetsOf(master))).toContain('จัดทำประกาศแล้ว');
    const published = await share('publish', master, '--lang', 'th');
    expect(published.out).toContain('เผยแพร่รายงานรวมแล้วที่ “master/0000-รายงานรวม-๒๕๖๕.xlsx”');
    const back = await share(
      'send-back',
      '--agency',
      'สำนักงานเขตบางกอกน้อย',
      '--note',
      'โปรดแนบลิงก์',
      '--no-cache',
      '--lang',
      'th',
    );
    expect(back.err).toBe('');
    expect(back.out).toContain('เรียน ผู้ประสานงานสำนักงานเขตบางกอกน้อย');
    const remarks = inFolder('ITA', '5019', 'ข้อสังเกต-5019-ครั้งที่-๑.xlsx');
    expect(JSON.stringify(await sheetsOf(remarks))).toContain('โปรดแนบลิงก์');
    expect(await stateOf('5019')).toBe('sent-back');
    await share('accept', '--agency', '5019', '--no-cache');
    expect(await stateOf('5019')).toBe('accepted');
    const again = documentOf(await share('collect', '--no-cache', '--out', master, '--format', 'json'));
    expect(again).toMatchObject({ files: 1 });
  });

  it('takes a last day in either era, and in Thai digits', async () => {
    const latenessOn = async (due: string): Promise<unknown> => {
      const { agencies } = documentOf(await share('status', '--no-cache', '--due', due, '--format', 'json'));
      return (agencies as readonly { lateness: string | null }[])[0]?.lateness;
    };
    expect(await latenessOn('2565-04-29')).toBe('overdue');
    expect(await latenessOn('๒๕๖๕-๐๔-๒๙')).toBe('overdue');
    expect(await latenessOn('2742-04-29')).toBeNull();
  });

  it('fills a file without a byte that has the name of the workbook', async () => {
    await mkdir(inFolder('ITA', '5019'));
    await writeFile(inFolder('ITA', '5019', DISTRICT), '');
    const given = documentOf(await share('give-out', '--agency', '5019', '--format', 'json'));
    expect(given).toMatchObject({ given: [{ file: 'create', outcome: 'done' }] });
    expect((await readFile(inFolder('ITA', '5019', DISTRICT))).length).toBeGreaterThan(0);
  });

  it('gives out no second workbook where the first was moved', async () => {
    await share('give-out', '--agency', '5019', '5020');
    await saveAnswer('จัดทำประกาศแล้ว');
    await rename(inFolder('ITA', '5019', DISTRICT), inFolder('ITA', '5020', DISTRICT));
    const given = documentOf(await share('give-out', '--agency', '5019', '5020', '--format', 'json'));
    expect(given).toMatchObject({ given: [{ file: 'changed' }, { file: 'keep' }] });
    expect(await readdir(inFolder('ITA', '5019'))).toEqual([]);
  });

  it('gives out the workbook of another year beside that of the last', async () => {
    await share('give-out', '--agency', '5019');
    await saveAnswer('จัดทำประกาศแล้ว');
    await share('accept', '--agency', '5019', '--no-cache');
    const data = JSON.parse(await readFile('src/domain/programme/data/programme-bma-2565.json', 'utf8')) as object;
    const next = inFolder('next.json');
    await writeFile(next, JSON.stringify({ ...data, id: 'bma-2566', year: 2566 }));
    expect(await stateOf('5019', '--programme', next)).toBe('not-sent');
    const given = documentOf(await share('give-out', '--agency', '5019', '--programme', next, '--format', 'json'));
    expect(given).toMatchObject({ given: [{ file: 'create', outcome: 'done' }] });
    expect((await readdir(inFolder('ITA', '5019'))).sort()).toEqual([DISTRICT, DISTRICT.replace('๒๕๖๕', '๒๕๖๖')]);
    expect(await stateOf('5019', '--programme', next)).toBe('sent');
    expect(await stateOf('5019')).toBe('accepted');
  });

  it('is about the year of the workbooks that are there, where nobody says which', async () => {
    const next = inFolder('next.xlsx');
    await ita(['programme', 'next', '--out', next]);
    await share('give-out', '--agency', '5019', '--programme', next);
    expect(await stateOf('5019')).toBe('sent');
    const collected = await share('collect', '--out', inFolder('m.xlsx'), '--lang', 'th');
    expect(collected.out).toContain('รวมรายงานปีงบประมาณ ๒๕๖๖');
    expect(collected.out).toContain('ได้รับแล้ว    ๑ จาก ๗๗');
    const back = documentOf(await share('send-back', '--agency', '5019', '--preview', '--format', 'json'));
    expect(back).toMatchObject({ agency: '5019', written: false });
  });

  it('collects an answer whose name begins as that of remarks', async () => {
    await share('give-out', '--agency', '5019');
    await saveAnswer('จัดทำประกาศแล้ว');
    await rename(inFolder('ITA', '5019', DISTRICT), inFolder('ITA', '5019', 'ข้อสังเกต-แก้แล้ว.xlsx'));
    const master = inFolder('master.xlsx');
    await share('collect', '--no-cache', '--out', master);
    expect(JSON.stringify(await sheetsOf(master))).toContain('จัดทำประกาศแล้ว');
  });

  it('says which files cannot be read', async () => {
    await mkdir(inFolder('ITA', '5019'));
    await writeFile(inFolder('ITA', '5019', DISTRICT), 'no workbook');
    await symlink('nowhere.xlsx', inFolder('ITA', '5019', 'link.xlsx'));
    const { code, out } = await share('status', '--no-cache', '--lang', 'th');
    expect(code).toBe(1);
    expect(out).toContain(`ไฟล์ “ITA/5019/${DISTRICT}”`);
    expect(out).toContain('ไฟล์ “ITA/5019/link.xlsx”');
  });

  it('knows what was recorded on another computer, in the copy that OneDrive keeps of the record', async () => {
    await share('give-out', '--agency', '5019');
    await saveAnswer('จัดทำประกาศแล้ว');
    const record = inFolder('ITA', '_ita', 'manifest.json');
    const before = await readFile(record);
    await share('accept', '--agency', '5019', '--no-cache');
    await rename(record, inFolder('ITA', '_ita', 'manifest-PC01.json'));
    await writeFile(record, before);
    expect(await stateOf('5019')).toBe('accepted');
  });

  it('leaves the record of a later version as it is, and goes on with the log', async () => {
    await share('give-out', '--agency', '5019');
    await saveAnswer('จัดทำประกาศแล้ว');
    const record = inFolder('ITA', '_ita', 'manifest.json');
    const later = JSON.stringify({ format: 2, programme: 'bma-2565', agencies: { 5019: 'unknown here' } });
    await writeFile(record, later);
    await share('accept', '--agency', '5019', '--no-cache');
    expect(await readFile(record, 'utf8')).toBe(later);
    expect(await stateOf('5019')).toBe('accepted');
  });

  it.each([
    ['an unknown job', ['share', 'send'], 'give-out, status, collect'],
    ['no folder', ['share', 'status'], '--to'],
    ['no file to write', ['share', 'collect', '--to', '.'], 'share collect'],
    ['no agency', ['share', 'give-out', '--to', 'x'], '--all'],
    ['two agencies', ['share', 'accept', '--agency', '5019', '5020', '--to', 'x'], '--agency'],
    ['a link without the settings of the organisation', ['share', 'status', '--to', 'https://x.example/y'], '--config'],
  ])('says what to type for %s', async (_, argv, hint) => {
    const { code, err } = await ita([...argv, '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain(hint);
  });

  it('says what to do where there is no such folder, and no workbook', async () => {
    const { code, err } = await ita(['share', 'status', '--to', inFolder('none'), '--lang', 'th']);
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringContaining('ไม่พบ') as string });
    const none = await share('accept', '--agency', '5019', '--no-cache', '--lang', 'en');
    expect({ code: none.code, err: none.err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('give-out') as string,
    });
  });

  it('accepts no workbook without an answer, and none that cannot be read', async () => {
    await share('give-out', '--agency', '5019');
    const empty = await share('accept', '--agency', '5019', '--no-cache', '--lang', 'en');
    expect({ code: empty.code, err: empty.err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('none') as string,
    });
    await saveAnswer('จัดทำประกาศแล้ว');
    await writeFile(inFolder('ITA', '5019', 'copy.xlsx'), 'damaged');
    expect((await share('accept', '--agency', '5019', '--no-cache')).code).toBe(2);
    await rm(inFolder('ITA', '5019', 'copy.xlsx'));
    expect((await share('accept', '--agency', '5019', '--no-cache')).code).toBe(0);
  });

  it('publishes nothing but a master', async () => {
    await share('give-out', '--agency', '5019');
    const { code, err } = await share('publish', inFolder('ITA', '5019', DISTRICT), '--lang', 'en');
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('is no master') as string });
  });
});

describe('ita share by a link', () => {
  let server: GraphServer;

  beforeEach(async () => {
    ({ server } = await sharedGraph());
  });

  afterEach(async () => {
    await server.close();
  });

  it('does the same in SharePoint, with the account of the person', async () => {
    const config = inFolder('config.json');
    await writeFile(config, JSON.stringify({ sharePoint: SETTINGS }));
    const run = (...argv: readonly string[]) =>
      ita(['share', ...argv, '--to', `${server.link}/ITA%202565`, '--config', config], {
        accounts: { signIn: () => Promise.resolve(SIGNED_IN), signOut: () => Promise.resolve() },
        openLink: (link, signIn, signal) =>
          openGraphLibrary(link, { base: server.base, signIn, signal, waiting: fakeTime() }),
      });
    expect(await run('give-out', '--agency', '5019', '5020', '--lang', 'th')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('แจกสมุดงานแล้ว ๒ จาก ๒') as string,
    });
    const person = server.person('Somchai');
    const path = `ITA 2565/5019/${DISTRICT}`;
    person.save(path, await answer(codec, person.read(path), { '1.1.1': { result: 'จัดทำประกาศแล้ว' } }));
    expect((await run('status', '--no-cache', '--lang', 'th')).out).toMatch(/5019 .*กำลังกรอก · ๑\/๔๘ .* Somchai/);
    const master = inFolder('master.xlsx');
    await run('collect', '--no-cache', '--out', master);
    expect((await run('publish', master, '--lang', 'en')).out).toContain('published as "master/master.xlsx"');
  });
});

async function saveAnswer(result: string): Promise<void> {
  const file = inFolder('ITA', '5019', DISTRICT);
  const bytes = await answer(codec, await readFile(file), { '1.1.1': { result } });
  // Excel replaces a file as a whole when it saves.
  await rm(file);
  await writeFile(file, bytes);
}

async function sheetsOf(file: string): Promise<unknown> {
  return (await codec.decode(await readFile(file), Infinity)).sheets.map(({ cells }) => cells);
}

async function stateOf(agency: string, ...options: readonly string[]): Promise<unknown> {
  const { agencies } = documentOf(await share('status', '--no-cache', '--format', 'json', ...options));
  return (agencies as readonly { agency: string; state: string }[]).find((status) => status.agency === agency)?.state;
}
