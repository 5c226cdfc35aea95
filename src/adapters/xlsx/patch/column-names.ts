import type { OpcPackage } from '../package/opc-package.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import { textOf } from '../xml/xml-text.ts';

/** Elements that hold formulas: of cells, rules, lists, tables, charts, and defined names. */
const FORMULA = /<(?:\w+:)?(?:f|\w*[fF]ormula\d?|definedName)(?:\s[^>]*)?>([^<]+)</g;

/** Fields of a pivot table are called like the headings of its source (ISO/IEC 29500-1, 18.10.1.3). */
const PIVOT_FIELD = /<(?:\w+:)?cacheField\s[^>]*?\bname\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Parts that may hold formulas, whatever the workbook calls its sheets. */
const WITH_FORMULAS = /^xl\/(?!media\/|theme\/|sharedstrings|styles)[^?]*\.xml$/i;

/**
 * The keys of all column names that a formula, a defined name or a pivot table of the package refers to; a name that
 * may be one counts.
 * @throws {UnreadableWorkbook} if a part cannot be read
 */
export function usedColumnNames(file: OpcPackage): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { name } of file.archive.entries.filter((entry) => WITH_FORMULAS.test(entry.name))) {
    const { text } = file.text(name);
    for (const [, raw = ''] of text.matchAll(FORMULA)) {
      for (const column of columnNamesIn(plain(raw))) used.add(columnKey(column));
    }
    for (const [, one, other] of text.matchAll(PIVOT_FIELD)) used.add(columnKey(plain(one ?? other ?? '')));
  }
  return used;
}

function plain(raw: string): string {
  return unescapeXstring(textOf(raw) ?? raw);
}

/** What makes two column names the same: Excel ignores case, and blanks around a name in a formula. */
export function columnKey(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * The names in the brackets of structured references (ISO/IEC 29500-1, 18.17.2.6): `T[ผล]`, `T[[#This Row],[ผล]]`,
 * `[@ผล]`. An apostrophe makes the next character one of the name.
 * @internal
 */
export function columnNamesIn(formula: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  let name = '';
  const end = (): void => {
    if (depth > 0 && name.trim() !== '') names.push(name);
    name = '';
  };
  for (let at = 0; at < formula.length; at++) {
    const character = formula.charAt(at);
    if (depth > 0 && character === "'") name += formula.charAt(++at);
    else if (character === '[') {
      end();
      depth += 1;
    } else if (character === ']') {
      end();
      depth = Math.max(0, depth - 1);
    } else if (depth > 0 && (character !== '@' || name.trim() !== '')) name += character;
  }
  end();
  return names;
}
