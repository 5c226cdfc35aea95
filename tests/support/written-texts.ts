import type { Programme } from '../../src/domain/programme/programme.ts';
import type { Agency } from '../../src/domain/programme/roster.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { parseToken } from '../../src/domain/form/identity.ts';
import { compareKey } from '../../src/domain/text/compare.ts';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import type { WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';

/** Every line terminator of Unicode (UAX #14, class BK, CR, LF and NL): a paragraph of a report ends at each. */
const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/u;

/** A text without its white space, which is all that may be lost. */
export function nonBlank(text: string): string {
  return text.replace(/\s+/gu, '');
}

/**
 * Everything that a person wrote into a workbook: the texts of all its cells but tokens, labels of the form and the
 * numbers that the cover computes, and what lies on its sheets. A text of many lines counts line by line.
 */
export function writtenTexts(content: WorkbookContent, programme: Programme, agency: Agency): readonly string[] {
  const labels = new Set(
    planAgencyWorkbook(programme, agency, { created: '' }).sheets.flatMap(({ rows }) =>
      [...rows].flatMap(({ cells }) => cells.map(({ value }) => compareKey(String(value ?? '')))),
    ),
  );
  return content.sheets.flatMap(({ cells, comments = [], shapes = [] }) => {
    const cover = cells.some(({ text }) => parseToken(text)?.kind === 'cover');
    const written = cells
      .filter(({ text }) => !parseToken(text) && !labels.has(compareKey(text)))
      .filter(({ formula }) => !cover || formula === undefined);
    return [...written, ...comments, ...shapes]
      .flatMap(({ text }) => text.split(LINE_BREAK))
      .map(nonBlank)
      .filter((text) => text !== '');
  });
}

/** All that a workbook shows, without white space: column by column, so that a text split over rows stands together. */
export function shownText(plan: WorkbookPlan): string {
  return plan.sheets
    .map(({ rows }) => {
      const columns: string[][] = [];
      for (const { cells } of rows) {
        for (const { column, value } of cells) (columns[column] ??= []).push(nonBlank(String(value ?? '')));
      }
      return columns.map((texts) => texts.join('')).join('\n');
    })
    .join('\n');
}
