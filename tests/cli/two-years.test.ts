import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { measuresOf, type MeasureKey } from '../../src/domain/programme/programme.ts';
import type { Agency } from '../../src/domain/programme/roster.ts';
import { thaiDigits } from '../../src/domain/text/digits.ts';
import { fillPatches } from '../demo/fill.ts';
import { createClock } from '../../src/cli/clock.ts';
import { documentOf, ita, REAL_PORTS } from '../support/cli.ts';
import { ownFolder } from '../support/own-folder.ts';
import { paragraphsIn, partsOf } from '../support/report-document.ts';
import { TOWN_FOLDER, TOWN_YEARS, type TownYear } from '../support/small-town.ts';

const at = ownFolder();
const { codec } = REAL_PORTS;

/** What only the built-in organisation has. */
const BUILT_IN = /กรุงเทพ|กทม|ก\.ก\.|สำนักงานเขต|\bbma|2565|๒๕๖๕/g;

function optionsOf({ data: { programme } }: TownYear): readonly string[] {
  const file = `${TOWN_FOLDER}/programme-${programme.year}.json`;
  return ['--programme', file, '--roster', `${TOWN_FOLDER}/roster.json`, '--format', 'json'];
}

/** Fills the generated workbooks of a year as its agencies did, and gives the folder of what came back. */
async function answered({ data: { programme, roster }, results }: TownYear, sent: string): Promise<string> {
  const folder = at(`in-${programme.year}`);
  await mkdir(folder);
  for (const name of readdirSync(sent)) {
    const agency = roster.agencies.find(({ code }) => name.startsWith(`${code}-`));
    if (!agency) continue;
    const blank = await readFile(`${sent}/${name}`);
    const filling = {
      contact: { name: `ผู้ประสานงาน ${agency.name}`, phone: '๐ ๓๘๐๐ ๐๐๐๑', email: `u${agency.code}@bantuayang.example` },
      paragraphs: paragraphsOf(agency, results),
      status: { answered: 'done', others: 'not-started' },
    } as const;
    const patches = fillPatches(await codec.decode(blank), filling, programme);
    await writeFile(`${folder}/${name}`, await codec.patch(blank, patches));
  }
  return folder;
}

function paragraphsOf({ code }: Agency, results: TownYear['results']): ReadonlyMap<MeasureKey, readonly string[]> {
  const own = results.filter(({ agencies }) => agencies.includes(code));
  return new Map(own.map(({ measure, text }) => [measure as MeasureKey, [text]]));
}

/** The texts of a workbook's cells. */
async function textsIn(file: string): Promise<readonly string[]> {
  const { sheets } = await codec.decode(await readFile(file));
  return sheets.flatMap(({ cells }) => cells.map(({ text }) => text));
}

/** What a file says of another organisation, in any of its parts: cells, hints, lists, headers and properties. */
function strangersIn(file: string): readonly string[] {
  return [...partsOf(readFileSync(file)).values()].flatMap((part) => part.match(BUILT_IN) ?? []);
}

describe('a small organisation', () => {
  it('has eight agencies and twelve measures in each of its two years, but not the same ones', () => {
    const [earlier, later] = TOWN_YEARS.map(({ data: { programme, roster } }) => ({
      agencies: roster.agencies.map(({ code }) => code),
      measures: measuresOf(programme).map(({ measure }) => measure.text),
    }));
    expect([earlier, later].map((year) => [year!.agencies.length, year!.measures.length])).toEqual([
      [8, 12],
      [8, 12],
    ]);
    expect(earlier!.agencies).not.toEqual(later!.agencies);
    expect(earlier!.measures).not.toEqual(later!.measures);
  });

  it('goes from its programme to its signed report in both years, and nothing in them is of another organisation', async () => {
    const found: string[][] = [];
    let lastYear: string | undefined;
    for (const town of TOWN_YEARS) {
      const { year, organisation } = town.data.programme;
      const options = optionsOf(town);
      const clock = createClock(String(Date.UTC(year - 543, 3, 1) / 1000));
      const run = (...argv: readonly string[]) => ita([...argv, ...options], { clock });
      const sent = at(`out-${year}`);
      const past = lastYear ? ['--last-year', lastYear] : [];
      const generated = await run('generate', '--all', '--out', sent, ...past);
      expect([generated.code, generated.err]).toEqual([0, expect.any(String)]);
      expect(readdirSync(sent)).toHaveLength(9);

      const received = await answered(town, sent);
      // The second year's workbooks have last year's answers beside this year's.
      const checked = await run('check', received);
      const { files } = documentOf(checked) as {
        files: { agencies: string[]; remarks: { code: string; measure: string }[] }[];
      };
      expect(files).toHaveLength(8);
      const codes = files.flatMap(({ remarks }) => remarks.map(({ code }) => code));
      expect(codes.filter((code) => code.endsWith('outside-year'))).toEqual([]);
      found.push([...new Set(codes)].toSorted());

      const master = at(`รายงานรวม-${year}.xlsx`);
      const consolidated = await run('consolidate', received, '--out', master, '--no-grouping');
      expect(documentOf(consolidated)).toMatchObject({
        agencies: { expected: 8, received: 8, missing: [] },
        entries: { inProblems: 0 },
      });
      const texts = await textsIn(master);
      for (const { text } of town.results) expect(texts.some((cell) => cell.includes(text))).toBe(true);

      const document = at(`รายงาน-${year}.docx`);
      expect((await run('report', master, '--out', document, '--letter')).code).toBe(0);
      const report = paragraphsIn(readFileSync(document));
      expect(report).toContain(`ประจำปีงบประมาณ พ.ศ. ${thaiDigits(String(year))}`);
      expect(report).toContain(organisation);

      const made = [...readdirSync(sent).map((name) => `${sent}/${name}`), master, document];
      expect(made.flatMap(strangersIn)).toEqual([]);
      lastYear = received;
    }
    expect(found[0]).not.toContain('text-of-last-year');
    expect(found[1]).toContain('text-of-last-year');
  });
});
