import type { DefinedName, WorkbookContent } from '../../../domain/spreadsheet/content.ts';
import type { KnownSheet, KnownSheets } from '../sheets/known-sheets.ts';

/** The document properties and sheets, queued for loading. */
export interface QueuedFacts {
  readonly workbook: Excel.Workbook;
  readonly sheets: Excel.WorksheetCollection;
  readonly properties: Excel.CustomPropertyCollection;
  readonly names: Excel.NamedItemCollection;
}

/** Queues the loading of everything but cells. */
export function queueFacts({ workbook }: Excel.RequestContext): QueuedFacts {
  workbook.load('readOnly,protection/protected');
  return {
    workbook,
    sheets: workbook.worksheets.load(
      'items/id,items/name,items/visibility,items/protection/protected,items/protection/options',
    ),
    properties: workbook.properties.custom.load('items/key,items/value'),
    names: workbook.names.load('items/name,items/formula'),
  };
}

/** The loaded document properties and sheets; the sheets are stored in `known`. */
export function factsRead(
  { workbook, sheets, properties, names }: QueuedFacts,
  known: KnownSheets,
): Omit<WorkbookContent, 'sheets'> {
  known.replace(sheets.items.map(knownSheet));
  known.readOnly = workbook.readOnly;
  known.isStructureProtected = workbook.protection.protected;
  return {
    properties: new Map(properties.items.map(({ key, value }) => [key, String(value)])),
    definedNames: names.items.map(({ name, formula }): DefinedName => ({
      name,
      refersTo: String(formula).replace(/^=/, ''),
    })),
  };
}

function knownSheet({ id, name, visibility, protection }: Excel.Worksheet): KnownSheet {
  const states = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
  return { id, name, state: states[visibility], protection: protection.protected ? protection.options : undefined };
}
