import { cellRange } from '../../../domain/spreadsheet/cell-reference.ts';
import type { SheetRule } from '../../../domain/spreadsheet/content.ts';
import { OpcPackage } from '../package/opc-package.ts';
import type { ReadOptions } from '../options.ts';
import { detach } from '../xml/detach.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { readWorkbookPart } from './workbook-part.ts';

/**
 * Reads the formulas of data validations and conditional formats (ISO/IEC 29500-1, 18.3.1.33 and 18.3.1.18), also those of Excel 2010 for
 * other sheets ([MS-XLSX] 2.6.2).
 * @throws {UnreadableWorkbook}
 */
export function readRules(bytes: Uint8Array, options: ReadOptions): readonly SheetRule[] {
  const file = new OpcPackage(bytes, options);
  return readWorkbookPart(file).sheets.flatMap(({ name: sheet, part }) => {
    if (part === undefined) return [];
    return file.read(part, 'worksheet', () => new RulesHandler()).rules.map((rule) => ({ sheet, ...rule }));
  });
}

/** Elements with rules, which have cells and formulas; those of Excel 2010 have a prefix. */
const RULE = /(?:^|:)(?:dataValidation|conditionalFormatting)$/;
/** Formulas of rules; `f` is one of Excel 2010. */
const FORMULA = /(?:^|:)(?:formula[12]?|f)$/;

class RulesHandler implements XmlHandler {
  readonly rules: Omit<SheetRule, 'sheet'>[] = [];
  /** Formulas of the rule that is open. */
  #formulas: string[] | undefined;
  #isList = false;
  #cells = '';
  #text: string | undefined;

  open(name: string, attributes: XmlAttributes): void {
    if (RULE.test(name)) {
      this.#formulas = [];
      this.#isList = attributes.get('type') === 'list';
      this.#cells = attributes.get('sqref') ?? '';
    } else if (this.#formulas !== undefined && (FORMULA.test(name) || name.endsWith(':sqref'))) this.#text = '';
  }

  text(text: string): void {
    if (this.#text !== undefined) this.#text += text;
  }

  close(name: string): void {
    const text = this.#text;
    if (RULE.test(name)) this.#closeRule();
    else if (text === undefined) return;
    else if (name.endsWith(':sqref')) this.#cells = text;
    else if (text.trim() !== '') this.#formulas?.push(detach(unescapeXstring(text)));
    this.#text = undefined;
  }

  #closeRule(): void {
    const cells = this.#cells.split(/\s+/).flatMap((reference) => cellRange(reference.replaceAll('$', '')) ?? []);
    for (const formula of this.#formulas ?? []) this.rules.push({ cells, isList: this.#isList, formula });
    this.#formulas = undefined;
  }
}
