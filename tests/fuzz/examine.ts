import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { nativeFunctions } from '../../src/cli/native-functions.ts';
import type { ProblemCode } from '../../src/domain/diagnostics/problem.ts';
import type { ReadResult } from '../../src/domain/submissions/submission.ts';
import { readAgencyWorkbook } from '../../src/domain/form/read/read-agency-workbook.ts';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { UnreadableWorkbook } from '../../src/usecases/ports/workbook-codec.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';
import { nonBlank, writtenTexts } from '../support/written-texts.ts';
import { textsByTree } from './texts-by-tree.ts';

/** What reading one input came to: a kind of outcome and, where it should not have been, why. */
export interface Examined {
  readonly outcome: string;
  readonly finding?: string;
}

/** Problems that name the file as a whole, where nothing tells whose it is: it is refused with everything in it. */
const REFUSED_WHOLE: ReadonlySet<ProblemCode> = new Set(['not-agency-workbook', 'file-damaged', 'file-too-large']);

/** Problems that name what could not be read of a sheet. */
const OF_SHEETS: ReadonlySet<ProblemCode> = new Set(['sheet-unreadable', 'sheet-too-large', 'place-unreadable']);

const codecs = [createXlsxCodec(), createXlsxCodec(nativeFunctions)];

/** Reads a file as the product does and holds what it says against what it holds. */
export async function examine(bytes: Uint8Array): Promise<Examined> {
  const contents: (WorkbookContent | string)[] = [];
  for (const codec of codecs) {
    try {
      contents.push(await codec.decode(bytes));
    } catch (error) {
      if (!(error instanceof UnreadableWorkbook)) return { outcome: 'crash', finding: stackOf(error) };
      contents.push(error.why.reason === 'damaged' ? `damaged: ${error.why.damage}` : error.why.reason);
    }
  }
  const [content, other] = contents;
  if (content === undefined || typeof content === 'string') {
    const outcome = content ?? 'nothing';
    return outcome === other ? { outcome } : { outcome, finding: `in another host: ${JSON.stringify(other)}` };
  }
  const finding = textMissed(content, bytes) ?? textDropped(content);
  return { outcome: 'read', ...(finding === undefined ? {} : { finding }) };
}

/** A text that stands in a cell of the file and is not read, though no part of its sheet is said to be unread. */
function textMissed({ sheets, unread = [] }: WorkbookContent, bytes: Uint8Array): string | undefined {
  let texts: ReturnType<typeof textsByTree>;
  try {
    texts = textsByTree(bytes);
  } catch (error) {
    return `read, but refused by a strict parser: ${String(error)}`;
  }
  for (const [index, inSheet] of texts?.entries() ?? []) {
    const name = sheets[index]?.name;
    if (unread.some(({ holds, sheet }) => holds === 'cells' && sheet === name)) continue;
    if (inSheet instanceof Error)
      return `sheet ${index + 1} was read, but refused by a strict parser: ${inSheet.message}`;
    const read = new Set(sheets[index]?.cells.map(({ text }) => text));
    const places = unread.flatMap(({ holds, sheet, text = '' }) => (holds === 'place' && sheet === name ? [text] : []));
    const missed = inSheet.find((text) => !read.has(text) && !places.some((place) => place.includes(text)));
    if (missed !== undefined) return `sheet ${index + 1} does not have ${JSON.stringify(missed)}`;
  }
  return undefined;
}

/** A text that was read and is neither in an answer nor in a problem. */
function textDropped(content: WorkbookContent): string | undefined {
  let result: ReadResult;
  try {
    result = readAgencyWorkbook(content, { file: 'input.xlsx', programme: SMALL_PROGRAMME, roster: SMALL_ROSTER });
  } catch (error) {
    return stackOf(error);
  }
  if (result.submissions.length === 0 && result.problems.some(({ code }) => REFUSED_WHOLE.has(code))) return undefined;
  const named = new Set(result.problems.filter(({ code }) => OF_SHEETS.has(code)).map(({ sheet }) => sheet));
  const silent = content.unread?.find(({ holds, sheet }) => holds !== 'formats' && !named.has(sheet));
  if (silent !== undefined) return `unread, and no problem says so: ${JSON.stringify(silent)}`;
  const kept = nonBlank(JSON.stringify(stringsOf(result)));
  const written = writtenTexts(content, SMALL_PROGRAMME, smallAgency('02'));
  const dropped = written.find((text) => !kept.includes(JSON.stringify(text).slice(1, -1)));
  return dropped === undefined ? undefined : `neither answer nor problem: ${JSON.stringify(dropped)}`;
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
