import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { measuresOf } from '../../src/domain/programme/programme.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import type { Problem } from '../../src/domain/diagnostics/problem.ts';
import { isUnreadable } from '../../src/usecases/unreadable.ts';
import { answer, type Answers } from './answer.ts';
import { readInChild, type ReadInChild } from './read-in-child.ts';

/** The workbook of an agency with an answer to every measure. */
export async function goodWorkbook(): Promise<Uint8Array> {
  const { programme, roster } = builtInProgramme()!;
  const codec = createXlsxCodec();
  const plan = planAgencyWorkbook(programme, roster.agencies[0]!, { created: '2022-02-01T02:00:00Z' });
  const answers = measuresOf(programme).map(({ measure: { key } }): [string, Answers[string]] => [
    key,
    { result: `ผลของ ${key}` },
  ]);
  return answer(codec, await codec.encode(plan), Object.fromEntries(answers));
}

/** What the built program says of these bytes, as a file of their own. */
export function readBytesInChild(bytes: Uint8Array): ReadInChild {
  const folder = mkdtempSync(path.join(tmpdir(), 'ita-hostile-'));
  try {
    const file = path.join(folder, 'แบบรายงาน.xlsx');
    writeFileSync(file, bytes);
    return readInChild(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type OfSheet = Extract<Problem, { code: 'sheet-unreadable' | 'sheet-too-large' }>;

/** Whether a problem means that the cells of one sheet could not be read. */
export function isOfSheet(problem: Problem): problem is OfSheet {
  return problem.code === 'sheet-too-large' || (problem.code === 'sheet-unreadable' && problem.holds === 'cells');
}

/** The outcome in the terms of a hostile file's expectation, or what went wrong. */
export function outcomeOf({ status, problems, error }: ReadInChild): string {
  if (status === null) return 'had to be ended';
  const problem = problems.find(isUnreadable);
  const lost = problems.find(isOfSheet);
  if (problem === undefined && lost !== undefined)
    return `${lost.code}: ${lost.code === 'sheet-too-large' ? lost.limit : lost.damage}`;
  if (problem === undefined) return status === 0 || status === 1 ? 'read' : `ended with ${status}: ${error.trim()}`;
  if (problem.code === 'file-damaged') return `${problem.code}: ${problem.damage}`;
  return problem.code === 'file-too-large' ? `${problem.code}: ${problem.limit}` : problem.code;
}
