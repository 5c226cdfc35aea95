/** A formula that is always true, and by which a mark is told from the formats that people make. */
const MARK = '=LEN("ita:mark")>0';

/** Light enough for black text; told from the colours of the form. */
const FILL = '#FFE699';

/** Marks a range by a conditional format, which leaves the cells' own formats alone. */
export function addMark(range: Excel.Range): void {
  const { custom } = range.conditionalFormats.add('Custom');
  custom.rule.formula = MARK;
  custom.format.fill.color = FILL;
}

/** Asks for a sheet's marks, those of a saved file too. */
export function queueMarks(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const formats = sheet.getRange().conditionalFormats;
  return formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
}

/** The identifiers of the marks that were asked for. */
export function marksRead({ items }: Excel.ConditionalFormatCollection): readonly string[] {
  return items
    .filter(({ customOrNullObject: custom }) => !custom.isNullObject && custom.rule.formula === MARK)
    .map(({ id }) => id);
}
