import type { CellRange } from '../../../src/domain/spreadsheet/content.ts';
import { overlaps } from './addresses.ts';
import { defineType } from './host-object.ts';
import { accessDenied, type HostConditionalFormat, type HostSheet } from './model.ts';
import { HostError } from './wire.ts';

/** The conditional formats that touch a range. */
export const conditionalFormats = defineType<{ readonly sheet: HostSheet; readonly range: CellRange }>(
  'ConditionalFormatCollection',
  {
    items: ({ sheet, range }) =>
      sheet.conditionalFormats
        .filter((format) => overlaps(format.range, range))
        .map((format) => conditionalFormat({ sheet, format })),
    item: ({ sheet }, key) => {
      const format = sheet.conditionalFormats.find(({ id }) => id === key);
      if (!format) throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
      return conditionalFormat({ sheet, format });
    },
    methods: {
      Add: ({ sheet, range }, [kind]) => {
        if (kind !== 'Custom')
          throw new HostError('ApiNotFound', `The emulated host does not know formats of type ${String(kind)}.`);
        if (sheet.protection !== undefined && sheet.protection.allowFormatCells !== true) throw accessDenied();
        const format = { id: sheet.workbook.newId(), range, formula: '', fill: '', fontColor: '' };
        sheet.conditionalFormats.push(format);
        return conditionalFormat({ sheet, format });
      },
    },
  },
);

interface SheetFormat {
  readonly sheet: HostSheet;
  readonly format: HostConditionalFormat;
}

const conditionalFormat = defineType<SheetFormat>('ConditionalFormat', {
  id: ({ format }) => format.id,
  scalars: { Id: ({ format }) => format.id, Type: () => 'Custom' },
  objects: {
    Custom: ({ format }) => customFormat(format),
    CustomOrNullObject: ({ format }) => customFormat(format),
  },
  methods: {
    Delete: ({ sheet, format }) =>
      void (sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== format)),
  },
});

const customFormat = defineType<HostConditionalFormat>('CustomConditionalFormat', {
  objects: { Rule: (format) => formatRule(format), Format: (format) => conditionalRangeFormat(format) },
});

const formatRule = defineType<HostConditionalFormat>('ConditionalFormatRule', {
  scalars: { Formula: ({ formula }) => formula },
  setters: { Formula: (format, formula) => void (format.formula = String(formula)) },
});

const conditionalRangeFormat = defineType<HostConditionalFormat>('ConditionalRangeFormat', {
  objects: { Fill: (format) => conditionalFill(format), Font: (format) => conditionalFont(format) },
});

const conditionalFill = defineType<HostConditionalFormat>('ConditionalRangeFill', {
  scalars: { Color: ({ fill }) => fill },
  setters: { Color: (format, color) => void (format.fill = String(color)) },
});

const conditionalFont = defineType<HostConditionalFormat>('ConditionalRangeFont', {
  scalars: { Color: ({ fontColor }) => fontColor },
  setters: { Color: (format, color) => void (format.fontColor = String(color)) },
});
