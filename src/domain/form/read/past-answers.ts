import { paragraphsOf } from '../../text/paragraphs.ts';
import { identityOfProperties, parseToken, type WorkbookIdentity } from '../identity.ts';
import { findTokens } from './sheet-reading.ts';
import type { WorkbookContent } from '../../spreadsheet/content.ts';

/** The answers in an agency's workbook of an earlier year. */
export interface PastAnswers {
  /** Code of the agency, as the workbook spells it. */
  readonly agency: string;
  /** Paragraphs of all cells with text, whatever they answer, because measures and columns may have been different. */
  readonly paragraphs: readonly string[];
}

/** The paragraphs of an agency's workbook of any programme; undefined if it does not identify its agency. */
export function pastAnswersIn(content: WorkbookContent): PastAnswers | undefined {
  const agency = workbookOf(content)?.agency;
  if (agency === undefined) return undefined;
  // Without the answers of the year before last that are shown next to those of last year.
  const texts = content.sheets.flatMap((sheet) => findTokens(sheet).cells.filter(({ kind }) => kind === 'text'));
  return { agency, paragraphs: texts.flatMap(({ text }) => textsOf(text)) };
}

/** Last year's answers that are shown next to this year's cells; undefined if there are none. */
export function pastAnswersBeside(content: WorkbookContent): PastAnswers | undefined {
  const agency = workbookOf(content)?.agency;
  const paragraphs = content.sheets.flatMap((sheet) => findTokens(sheet).past.flatMap(({ text }) => textsOf(text)));
  return agency === undefined || paragraphs.length === 0 ? undefined : { agency, paragraphs };
}

function textsOf(text: string): readonly string[] {
  return paragraphsOf(text).map((paragraph) => paragraph.text);
}

/** The identity of a workbook by its properties or, without them, by its tokens. */
export function workbookOf({ properties, sheets }: WorkbookContent): WorkbookIdentity | undefined {
  const { workbook } = identityOfProperties(properties);
  if (workbook !== undefined) return workbook;
  for (const { text } of sheets.flatMap(({ cells }) => cells)) {
    const token = parseToken(text);
    if (token !== undefined && 'workbook' in token) return token.workbook;
  }
  return undefined;
}
