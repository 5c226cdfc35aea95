import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { createFolderStore } from '../../src/adapters/folder/folder-store.ts';
import { STATE_WORDS } from '../../src/domain/master/merge/states.ts';
import { TABLE_SHEET } from '../../src/domain/master/sheet-names.ts';
import { measuresOf } from '../../src/domain/programme/programme.ts';
import { consolidate } from '../../src/usecases/consolidate.ts';
import { editedText, EDITS, EXAMPLE_RESULTS, runDemo, type DemoOutcome } from '../demo/demo.ts';
import { partsWithWrongChecksum } from '../support/checksums.ts';
import { delivered, startStandalone, wrongsOf } from '../support/standalone-pages.ts';
import { nonBlank } from '../support/written-texts.ts';

let folder: string;
let demo: DemoOutcome;
let master: XLSX.WorkBook;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-demo-'));
  demo = await runDemo(folder);
  master = XLSX.read(await readFile(demo.master));
});

afterAll(() => rm(folder, { recursive: true }));

/** The printed rows of an issue's sheet as another program reads them: the four columns, then the hidden ones. */
function rowsOf(sheet: string): readonly (readonly string[])[] {
  return XLSX.utils.sheet_to_json<string[]>(master.Sheets[sheet]!, {
    header: 1,
    blankrows: true,
    defval: '',
    raw: false,
  });
}

/** The results under each measure, found as a reader of the printed page finds them: a measure's text opens its rows. */
function printedResults(): ReadonlyMap<string, readonly string[]> {
  const results = new Map<string, string[]>();
  for (const { issue } of new Set(measuresOf(demo.programme).map(({ issue: placed }) => ({ issue: placed })))) {
    const waiting = issue.groups.flatMap(({ measures }) => measures);
    let current: string[] = [];
    for (const [, measureText = '', , result = ''] of rowsOf(issue.sheetName)) {
      const [next] = waiting;
      if (next !== undefined && measureText !== '' && nonBlank(measureText).endsWith(nonBlank(next.text))) {
        waiting.shift();
        current = [];
        results.set(next.key, current);
      }
      current.push(result);
    }
  }
  return results;
}

/** A paragraph without the bullet of its list, behind which the names of agencies stand. */
function withoutBullet(text: string): string {
  return nonBlank(text).replace(/^-/, '');
}

/** Every cell with its place. Files are known by their paths from where they were read. */
async function cellsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { sheets } = await createXlsxCodec().decode(bytes);
  return sheets.flatMap(({ name, cells }) =>
    cells.map(({ row, column, text }) => `${name} ${row} ${column} ${text.replaceAll(`${folder}${path.sep}`, '')}`),
  );
}

/** What the command line makes of all files of the demo where no master is. */
async function freshMaster(): Promise<Uint8Array> {
  const out = path.join(folder, 'fresh.xlsx');
  const ports = {
    codec: createXlsxCodec(),
    files: createFolderStore(),
    clock: { now: () => '2022-04-29T02:00:00Z' },
    progress: () => undefined,
  };
  const { programme, consolidation } = demo;
  const paths = [path.join(folder, '2-received')];
  await consolidate(ports, { programme, roster: consolidation.roster, paths, out });
  return new Uint8Array(await readFile(out));
}

describe('the demo on the real report', () => {
  it('receives all agencies and loses no answer', () => {
    const { agencies, entries } = demo.consolidation;
    expect(agencies.filter(({ submissions }) => submissions.length > 0)).toHaveLength(77);
    expect(entries.read).toBe(entries.merged + entries.inProblems);
    expect(demo.files.sent).toBe(77);
  });

  it('holds every measure once, in printed order', () => {
    expect([...printedResults().keys()]).toEqual(measuresOf(demo.programme).map(({ measure }) => measure.key));
  });

  it('holds all 101 paragraphs of the source under their measures, character for character but for the edits', () => {
    const printed = printedResults();
    const lost = EXAMPLE_RESULTS.filter(({ measure, alsoFor = [], text }) =>
      [measure, ...alsoFor].some(
        (key) => !printed.get(key)!.some((result) => nonBlank(result).endsWith(withoutBullet(editedText(text)))),
      ),
    );
    expect(lost).toEqual([]);
    expect(EXAMPLE_RESULTS).toHaveLength(101);
  });

  it('puts nothing before a paragraph but names of agencies, and after them only who has not finished', () => {
    const longestFirst = EXAMPLE_RESULTS.map(({ text }) => withoutBullet(editedText(text))).sort(
      (a, b) => b.length - a.length,
    );
    const prefixes = [...printedResults().values()].flat().map((result) => {
      const text = longestFirst.find((candidate) => nonBlank(result).endsWith(candidate));
      return text === undefined ? result.replace(/^.*(?= : )/s, '…') : nonBlank(result).slice(0, -text.length);
    });
    expect([...new Set(prefixes)].sort()).toEqual([
      '',
      '-',
      '-ทุกหน่วยงาน',
      '-สำนักงานเขตทั้ง๕๐เขต',
      'สำนักงานคณะกรรมการข้าราชการกรุงเทพมหานคร:',
      '… : อยู่ระหว่างดำเนินการ',
    ]);
  });

  it('keeps what was edited when late files come, and says what to review', async () => {
    const { sheets } = await createXlsxCodec().decode(new Uint8Array(await readFile(demo.master)));
    const texts = sheets
      .filter(({ name }) => name !== TABLE_SHEET)
      .flatMap(({ cells }) => cells.map(({ text }) => text));
    for (const { to } of EDITS) expect(texts.some((text) => text.includes(to))).toBe(true);
    expect(texts).toEqual(expect.arrayContaining([STATE_WORDS.edited, STATE_WORDS.review]));
    expect(demo.merge.review).toBeGreaterThan(0);
    expect(await readFile(demo.backup)).not.toEqual(await readFile(demo.master));
  });

  it('names each kind of mistreatment that it met', () => {
    expect([...new Set(demo.consolidation.problems.map(({ code }) => code))].sort()).toEqual([
      'file-damaged',
      'file-lock-skipped',
      'programme-differs',
      'submission-repeated',
      'submission-superseded',
      'value-not-text',
    ]);
  });

  it('is written by the command line with the checksum of every part', async () => {
    const master = path.join(folder, 'by-command.xlsx');
    const argv = ['consolidate', path.join(folder, '2-received'), '--out', master];
    const env = { ...process.env, XDG_CACHE_HOME: folder };
    expect(spawnSync(process.execPath, ['dist/ita.mjs', ...argv], { env }).status).toBe(1);
    expect(partsWithWrongChecksum(await readFile(master))).toEqual([]);
  });

  it('gives the same report on the page without Excel, cell by cell', async () => {
    const pages = await startStandalone();
    try {
      const page = await pages.open();
      await page.getByRole('button', { name: 'รวบรวมรายงาน' }).click();
      await page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).setInputFiles(path.join(folder, '2-received'));
      await page.getByText('ได้รับคำตอบแล้ว ๗๗ จาก ๗๗ หน่วยงาน', { exact: true }).waitFor();
      const { bytes } = await delivered(page, () => page.getByRole('button', { name: 'บันทึกเป็นรายงานรวม' }).click());
      const [ofPage, ofCommand] = [await cellsOf(bytes), await cellsOf(await freshMaster())];
      expect(ofPage.length).toBeGreaterThan(50_000);
      expect(ofPage.filter((cell, index) => cell !== ofCommand[index])).toEqual([]);
      expect(ofPage).toHaveLength(ofCommand.length);
      expect(wrongsOf(page)).toEqual([]);
    } finally {
      await pages.close();
    }
  });
});
