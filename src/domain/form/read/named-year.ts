import type { WorkbookContent } from '../../spreadsheet/content.ts';
import { yearOfProperties, type NamedYear } from '../identity.ts';
import { findTokens, identityOfSheet } from './sheet-reading.ts';

/** The year that a workbook was made for, by its properties or, without them, by the tokens of its sheets. */
export function namedYear({ properties, sheets }: WorkbookContent): NamedYear | undefined {
  const ofFile = yearOfProperties(properties);
  if (ofFile) return ofFile;
  for (const sheet of sheets) {
    const { workbook } = identityOfSheet(findTokens(sheet));
    if (workbook) return { programme: workbook.programme, version: workbook.version };
  }
  return undefined;
}
