import { paragraphsOf } from '../../text/paragraphs.ts';
import { identityOfProperties, parseToken, type WorkbookIdentity } from '../identity.ts';
import type { WorkbookContent } from '../../spreadsheet/content.ts';

/** The answers in an agency's workbook of an earlier year. */
export interface PastAnswers {
  /** Code of the agency, as the workbook spells it. */
  readonly agency: string;
  /** Paragraphs of all cells with text, whatever they answer: measures and columns differed then. */
  readonly paragraphs: readonly string[];
}

/** The paragraphs of an agency's workbook of any programme; undefined if it does not identify its agency. */
export function pastAnswersIn(content: WorkbookContent): PastAnswers | undefined {
  const agency = workbookOf(content)?.agency;
  if (agency === undefined) return undefined;
  const texts = content.sheets.flatMap(({ cells }) => cells.filter(({ kind }) => kind === 'text'));
  return { agency, paragraphs: texts.flatMap(({ text }) => paragraphsOf(text).map((paragraph) => paragraph.text)) };
}

function workbookOf({ properties, sheets }: WorkbookContent): WorkbookIdentity | undefined {
  const { workbook } = identityOfProperties(properties);
  if (workbook !== undefined) return workbook;
  for (const { text } of sheets.flatMap(({ cells }) => cells)) {
    const token = parseToken(text);
    if (token !== undefined && 'workbook' in token) return token.workbook;
  }
  return undefined;
}
