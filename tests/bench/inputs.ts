import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { issuesOfAgency } from '../../src/domain/programme/assignment.ts';
import type { Agency } from '../../src/domain/programme/roster.ts';
import { agencyFileName, planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { packYear } from '../../src/usecases/carried-year.ts';
import { answersByAgency } from '../demo/demo.ts';
import { fill, programme, roster } from './filled-workbook.ts';
import { LENGTHS, writeData, writeWorkbooks } from './made-up-agencies.ts';
import { ThaiText } from './thai-text.ts';

/** As many workbooks as a year's report is made of. */
export const AGENCIES = 77;

/** A folder of workbooks, no two alike, and how `ita` is told of their year. */
export interface Input {
  readonly name: string;
  readonly folder: string;
  readonly options: readonly string[];
}

/** The workbooks of the demo: every agency answers what it was asked, in the words of the printed report. */
export async function demoInput(parent: string): Promise<Input> {
  const answers = answersByAgency(programme, roster);
  const folder = path.join(parent, 'demo');
  await writeForRoster(folder, ({ code }) => answers.get(code) ?? new Map());
  return { name: 'demo', folder, options: [] };
}

/** The same agencies with so many characters for every measure that they are asked for. */
export async function wordyInput(parent: string, characters: number): Promise<Input> {
  const text = new ThaiText(characters);
  const folder = path.join(parent, `wordy-${characters}`);
  await writeForRoster(folder, ({ code }) => {
    const keys = issuesOfAgency(programme, code).flatMap(({ measures }) => measures.map(({ key }) => key));
    return new Map(keys.map((key) => [key, [text.text(characters)]]));
  });
  return { name: 'long', folder, options: [] };
}

/** All 59 measures answered by every agency, in a paragraph (`full`) or on three pages (`long`). */
export async function madeUpInput(parent: string, name: keyof typeof LENGTHS, agencies = AGENCIES): Promise<Input> {
  const folder = path.join(parent, name, 'received');
  await writeWorkbooks(folder, LENGTHS[name], readOrNone(folder).length, agencies);
  return { name, folder, options: optionsOf(path.join(parent, name), agencies) };
}

/** The same workbooks as exceljs saves them: the texts in a table of their own, as Excel keeps them. */
export async function resavedInput(parent: string, { name, folder, options }: Input): Promise<Input> {
  const resaved = path.join(parent, `${name}-resaved`);
  mkdirSync(resaved);
  for (const { file, bytes } of filesIn(folder)) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    writeFileSync(path.join(resaved, file), new Uint8Array(await workbook.xlsx.writeBuffer()));
  }
  return { name: `${name}, saved by exceljs`, folder: resaved, options };
}

/** The files of a folder, in the order of their names. */
export function filesIn(folder: string): readonly { readonly file: string; readonly bytes: Uint8Array }[] {
  return readdirSync(folder)
    .toSorted()
    .map((file) => ({ file, bytes: new Uint8Array(readFileSync(path.join(folder, file))) }));
}

async function writeForRoster(
  folder: string,
  answersOf: (agency: Agency) => Parameters<typeof fill>[2],
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const year = await packYear(createXlsxCodec(), { programme, roster });
  for (const agency of roster.agencies) {
    const plan = planAgencyWorkbook(programme, agency, { created: '2022-02-01T02:00:00Z', year });
    const { bytes } = await fill(plan, programme, answersOf(agency));
    writeFileSync(path.join(folder, agencyFileName(programme, agency)), bytes);
  }
}

function optionsOf(folder: string, agencies: number): readonly string[] {
  const data = writeData(path.join(folder, String(agencies)), agencies);
  return ['--programme', data.programme, '--roster', data.roster];
}

function readOrNone(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
