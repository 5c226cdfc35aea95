import { spawn, spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import manifest from '../../package.json';
import { answer } from '../support/answer.ts';
import { REAL_PORTS } from '../support/cli.ts';
import { SETTINGS } from '../support/entra.ts';
import { ownFolder } from '../support/own-folder.ts';
import { until } from '../support/until.ts';

/** The built command line: `npm run build` makes it, and `npm test` does so first. */
const PROGRAM = path.resolve('dist/ita.mjs');
/** What some commands load of it. */
const PARTS = path.resolve('dist/ita');
const STACK = /\n\s+at |node:internal|\.mjs:\d+/;

const at = ownFolder();

function ita(...argv: string[]) {
  return spawnSync(process.execPath, [PROGRAM, ...argv], { encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** Copies the program into the test's folder. */
async function copyProgram(): Promise<void> {
  await cp(PROGRAM, at('ita.mjs'));
  await cp(PARTS, at('ita'), { recursive: true });
}

/** Runs that copy. */
function copied(...argv: string[]) {
  return spawnSync(process.execPath, [at('ita.mjs'), ...argv], { encoding: 'utf8' });
}

/** Runs a line of bash in which `ita` is the program; the status is that of the first part of a pipe that failed. */
function bash(line: string) {
  const start = `set -o pipefail; ita() { "$NODE" "$PROGRAM" "$@"; }; cd "$FOLDER"; ${line}`;
  const env = { ...process.env, NODE: process.execPath, PROGRAM, FOLDER: at() };
  return spawnSync('bash', ['-c', start], { encoding: 'utf8', env, maxBuffer: 2 ** 26 });
}

describe('the built program', () => {
  it('needs nothing but Node and the folder of its parts, wherever they stand', async () => {
    await copyProgram();
    const { status, stderr } = copied('generate', '--agency', '5019', '--out', at('in'));
    expect([status, stderr, (await readdir(at('in'))).length]).toEqual([0, '', 1]);
    expect((await readFile(PROGRAM, 'utf8')).startsWith('#!/usr/bin/env node\n')).toBe(true);
  });

  it('tells its version and its help without its parts, and says that they are missing where it needs one', async () => {
    await copyProgram();
    await rm(at('ita'), { recursive: true });
    expect(copied('--version')).toMatchObject({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
    expect(copied('help', '--lang', 'en').stdout).toBe(ita('--help', '--lang', 'en').stdout);
    const { status, stdout, stderr } = copied('agencies', '--lang', 'en');
    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([3, '', 1]);
    expect(stderr).toContain(path.join('ita', 'program.'));
    expect(stderr).toContain('npm run build');
    expect(stderr).not.toMatch(STACK);
  });

  it.each(['program', 'docx'])('says that its part %s is missing or damaged', async (part) => {
    await copyProgram();
    ita('generate', '--agency', '5019', '--out', at('in'));
    ita('consolidate', at('in'), '--out', at('m.xlsx'));
    const [file = ''] = (await readdir(at('ita'))).filter((name) => name.startsWith(`${part}.`));
    for (const spoil of [99_999, 0, undefined]) {
      await (spoil === undefined ? rm(at('ita', file)) : truncate(at('ita', file), spoil));
      const { status, stderr } = copied('report', at('m.xlsx'), '--out', at('report.docx'));
      expect([status, stderr.includes('npm run build')]).toEqual([3, true]);
      expect(stderr).not.toMatch(STACK);
    }
    expect(await readdir(at())).not.toContain('report.docx');
  });

  it('ends with 0 when all is well, 1 for problems, 2 for wrong usage, 3 for what it cannot read or write', async () => {
    expect(ita('generate', '--agency', '5019', '--out', at('in')).status).toBe(0);
    expect(ita('consolidate', at('in'), '--out', at('m.xlsx')).status).toBe(0);
    await writeFile(at('in', 'notes.xlsx'), '?');
    expect(ita('consolidate', at('in'), '--out', at('m.xlsx')).status).toBe(1);
    expect(ita('consolidate', at('in')).status).toBe(2);
    expect(ita('consolidate', at('none'), '--out', at('m.xlsx')).status).toBe(3);
    expect(ita('read', at('in', 'notes.xlsx')).status).toBe(3);
  });

  it.each([
    [['programme']],
    [['agencies']],
    [['read', 'none.xlsx']],
    [['generate', '--all', '--out', 'out']],
    [['consolidate', 'none.xlsx', '--out', 'm.xlsx']],
    [['convert', '.', '--to', 'thai', '--out', 'out']],
  ])('writes one JSON document and nothing else for %j', (argv) => {
    const { stdout, stderr } = bash(`ita ${argv.join(' ')} --format json`);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toBe('');
  });

  it('has in it what signing in needs, and says what is wrong with a certificate', async () => {
    await writeFile(at('config.json'), JSON.stringify({ sharePoint: SETTINGS }));
    await writeFile(at('ita.pem'), '?');
    const { status, stdout, stderr } = ita('sign-in', '--config', at('config.json'), '--certificate', at('ita.pem'));
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^ใบรับรอง.*\(no private key\)\nThe certificate .*\(no private key\)\.\n$/);
  });

  it('is silent when its reader leaves early, and still does its work', async () => {
    const programme = bash('ita programme | head -1');
    expect([programme.status, programme.stderr]).toEqual([0, '']);
    expect(programme.stdout.split('\n')).toHaveLength(2);
    const generate = bash('ita generate --all --out out --format json | true');
    expect([generate.status, generate.stderr]).toEqual([0, '']);
    expect(await readdir(at('out'))).toHaveLength(78);
  });

  it('is silent when nobody reads standard error', () => {
    const { status, stdout } = bash('ita nonsense 2>&1 >/dev/null | true; ita --version 2>&-');
    expect([status, stdout]).toEqual([0, `${manifest.version}\n`]);
  });

  it('says in a sentence that standard output is full', () => {
    for (const line of ['programme --format json', '--version', 'help']) {
      const { status, stderr } = bash(`ita ${line} >/dev/full`);
      expect([line, status]).toEqual([line, 3]);
      expect(stderr.trim()).not.toBe('');
      expect(stderr).not.toMatch(STACK);
    }
  });

  it('gives the same bytes at the same SOURCE_DATE_EPOCH, and the time of day without', async () => {
    bash('SOURCE_DATE_EPOCH=1651190400 ita generate --agency 5019 --out a');
    bash('SOURCE_DATE_EPOCH=1651190400 ita generate --agency 5019 --out b');
    bash('ita generate --agency 5019 --out c');
    const [name = ''] = await readdir(at('a'));
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((location) => readFile(at(location, name))));
    expect(b).toEqual(a);
    expect(c).not.toEqual(a);
    expect((await REAL_PORTS.codec.decode(a!)).savedAt).toBe('2022-04-29T00:00:00.000Z');
    const wrong = bash('SOURCE_DATE_EPOCH=today ita generate --agency 5019 --out d');
    expect([wrong.status, wrong.stderr.includes('SOURCE_DATE_EPOCH')]).toEqual([2, true]);
  });

  it('never shows a stack trace, whatever it is given', async () => {
    await writeFile(at('notes.xlsx'), 'PK\u0003\u0004 not really');
    await writeFile(at('empty.json'), '');
    await writeFile(at('null.json'), 'null');
    const lines = [
      'read notes.xlsx',
      'read /dev/null',
      'read .',
      'consolidate notes.xlsx --out notes.xlsx/m.xlsx',
      'consolidate notes.xlsx --out /dev/null',
      'generate --all --out notes.xlsx',
      'programme --programme notes.xlsx',
      'programme --programme empty.json',
      'agencies --roster null.json',
      'programme --programme /',
      'read "$(printf "a%.0s" {1..5000})"',
    ];
    for (const line of lines) {
      const { status, stdout, stderr } = bash(`ita ${line}`);
      expect([line, [1, 2, 3].includes(status ?? -1)]).toEqual([line, true]);
      expect(stdout + stderr).toMatch(/[\u0e01-\u0e5b]/);
      expect(stdout + stderr).not.toMatch(STACK);
    }
  });
});

describe('the digits of a stream', () => {
  it('are converted byte for byte but for the digits', () => {
    const { status, stdout, stderr } = bash(String.raw`printf 'ปี 2565\r\nhttps://a.th/1\n\n3' | ita digits --to thai`);
    expect([status, stdout, stderr]).toEqual([0, 'ปี ๒๕๖๕\r\nhttps://a.th/1\n\n๓', '']);
  });

  it('come as long as somebody reads, and no longer', () => {
    const { stdout, stderr } = bash('yes 2565 | ita digits --to thai | head -2');
    expect([stdout, stderr]).toEqual(['๒๕๖๕\n๒๕๖๕\n', '']);
  });

  it('are refused where they are no UTF-8', () => {
    const { status, stdout, stderr } = bash(String.raw`printf '1\n2\xff\n' | ita digits --to thai --lang en`);
    expect([status, stdout, stderr.includes('Line 2')]).toEqual([3, '', true]);
  });

  it('of a long stream come through whole', () => {
    const { status, stdout } = bash(
      'seq 1 2000000 | ita digits --to thai | ita digits --to arabic | md5sum; seq 1 2000000 | md5sum',
    );
    const [ours, theirs] = stdout.trim().split('\n');
    expect([status, ours]).toEqual([0, theirs]);
  });
});

describe('the digits of workbooks', () => {
  it('are converted, shown and brought back', async () => {
    expect(ita('generate', '--agency', '5019', '--out', at('in')).status).toBe(0);
    const [name = ''] = await readdir(at('in'));
    const { codec } = REAL_PORTS;
    const sheet = (await codec.decode(await readFile(at('in', name)))).sheets[1]?.name ?? '';
    const typed = [{ sheet, row: 5, column: 5, text: 'จัดประชุม 2 ครั้ง ดู https://a.th/1' }];
    const file = at('in', name);
    await writeFile(file, await codec.patch(await readFile(file), typed));
    const convert = bash('ita convert in --to thai --in-place --lang en');
    expect([convert.status, convert.stderr]).toEqual([0, '']);
    expect(convert.stdout).toContain('2 → ๒');
    const read = JSON.stringify(await codec.decode(await readFile(file)));
    expect(read).toContain('จัดประชุม ๒ ครั้ง ดู https://a.th/1');
    expect(bash('ita undo in/*.undo.json').status).toBe(0);
    expect(JSON.stringify(await codec.decode(await readFile(file)))).toContain('จัดประชุม 2 ครั้ง');
  });
});

describe('a file that is written', () => {
  it('leaves the old one whole, and nothing beside it, when the system stops the writing', async () => {
    expect(bash('ita generate --agency 5019 --out in').status).toBe(0);
    await writeFile(at('m.xlsx'), 'the master of last week');
    // No file may grow beyond 8 KB: the write fails in the middle.
    const { status, stderr } = bash('trap "" XFSZ; ulimit -f 8; ita consolidate in --out m.xlsx --replace');
    expect(status).toBe(3);
    expect(stderr).toContain('m.xlsx');
    expect(stderr).not.toMatch(STACK);
    expect(await readFile(at('m.xlsx'), 'utf8')).toBe('the master of last week');
    expect((await readdir(at())).sort()).toEqual(['in', 'm.xlsx']);
  });

  it('is whole or not there, whenever the program is killed', async () => {
    for (const written of [0, 1, 20]) {
      const child = spawn(process.execPath, [PROGRAM, 'generate', '--all', '--out', at('out')], { stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('exit', resolve));
      await until(async () => child.exitCode !== null || (await countFiles(at('out'))) >= written);
      child.kill('SIGKILL');
      await ended;
      const files = (await readdir(at('out'))).filter((name) => name.endsWith('.xlsx'));
      for (const file of files) {
        const { sheets } = await REAL_PORTS.codec.decode(await readFile(at('out', file)));
        expect(sheets.length).toBeGreaterThan(0);
      }
      await rm(at('out'), { recursive: true });
    }
  });

  it('stays as it was where it may not be written', async () => {
    await mkdir(at('in'));
    await writeFile(at('m.xlsx'), 'the master of last week');
    await chmod(at('m.xlsx'), 0o444);
    await chmod(at(), 0o777);
    // Permissions do not bind the superuser, who runs this as nobody.
    const uid = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const argv = ['consolidate', at('in'), '--out', at('m.xlsx'), '--replace'];
    await copyProgram();
    const { status, stderr } = spawnSync(process.execPath, [at('ita.mjs'), ...argv], { encoding: 'utf8', ...uid });
    expect(status).toBe(3);
    expect(stderr).toContain('ไม่มีสิทธิ์');
    expect(await readFile(at('m.xlsx'), 'utf8')).toBe('the master of last week');
  });
});

/** How many files a folder holds; -1 if there is none. */
async function countFiles(folder: string): Promise<number> {
  return readdir(folder).then(
    ({ length }) => length,
    () => -1,
  );
}

describe('ita check', () => {
  it('tells an agency what to correct, fixes a copy of its file, and then has nothing more to say', async () => {
    const source = await readFile('src/domain/programme/data/programme-bma-2565.json', 'utf8');
    const rules = { 'answer-missing': false, 'contact-missing': false };
    await writeFile(at('p.json'), JSON.stringify({ ...(JSON.parse(source) as object), rules }));
    expect(bash('ita generate --agency 5019 --out in').status).toBe(0);
    const [name = ''] = await readdir(at('in'));
    const blank = await readFile(at('in', name));
    const answers = { '1.1.1': { status: 'ดำเนินการแล้ว', result: 'เเผนปี 2565 ดู http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/x' } };
    const filled = await answer(REAL_PORTS.codec, blank, answers);
    await writeFile(at('in', name), filled);

    const page = bash('ita check in --programme p.json --lang th');
    expect([page.status, page.stderr]).toEqual([1, '']);
    expect(page.stdout).toContain('ยังไม่พร้อมส่ง: ต้องแก้ไข ๑');
    const fix = bash('ita check in --programme p.json --fix --out fixed --format json');
    expect([fix.status, fix.stderr]).toEqual([1, '']);
    expect(await readFile(at('in', name))).toEqual(filled);
    const again = bash('ita check fixed --programme p.json --format csv');
    expect(again.stdout.split('\r\n').filter((line) => line.includes('link-not-https'))).toHaveLength(1);
    expect(again.stdout.split('\r\n')).toHaveLength(3);
    expect(bash('ita check none').status).toBe(3);
    expect(bash('ita check in --fix').status).toBe(2);
  });
});
