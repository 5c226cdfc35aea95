import { parseAddress } from './addresses.ts';
import { unzipSync } from 'fflate';
import { comments } from './comment-members.ts';
import { defineType, type HostObject } from './host-object.ts';
import {
  accessDenied,
  COLUMNS,
  ROWS,
  type HostSheet,
  type HostTable,
  type HostWorkbook,
  type ProtectionOptions,
} from './model.ts';
import { shapes } from './shape-members.ts';
import { rangeAreas, rangeObject, rectangle } from './range-members.ts';
import { HostError } from './wire.ts';

/** What only the outside can do for the workbook: read bytes into sheets, and write them as bytes. */
export interface WorkbookServices {
  /** Appends the sheets of a workbook's bytes; gives their identifiers. */
  readonly insertSheets: (workbook: HostWorkbook, bytes: Uint8Array, options: InsertOptions) => readonly string[];
  /** The workbook as a file. */
  readonly file: (workbook: HostWorkbook) => Promise<Uint8Array>;
}

/** Options of insertWorksheetsFromBase64. */
export interface InsertOptions {
  readonly sheetNamesToInsert?: readonly string[];
  readonly positionType?: 'None' | 'Before' | 'After' | 'Beginning' | 'End';
  readonly relativeTo?: string;
}

interface Root {
  readonly workbook: HostWorkbook;
  readonly services: WorkbookServices;
}

export const workbookObject = defineType<Root>('Workbook', {
  scalars: { ReadOnly: ({ workbook }) => workbook.switches.readOnly },
  objects: {
    Worksheets: ({ workbook }) => worksheets(workbook),
    Comments: ({ workbook }) => comments(workbook),
    Names: ({ workbook }) => names(workbook),
    Tables: ({ workbook }) => tables(workbook.sheets),
    Properties: ({ workbook }) => documentProperties(workbook),
    Application: ({ workbook }) => application(workbook),
    Protection: ({ workbook }) => structureProtection(workbook),
  },
  methods: {
    GetSelectedRanges: ({ workbook }) => {
      const { sheet, ranges } = workbook.selected;
      if (ranges.length > 0) return rangeAreas({ sheet, areas: ranges });
      throw new HostError('InvalidSelection', 'The current selection is invalid for this operation.');
    },
    InsertWorksheetsFromBase64: ({ workbook, services }, [base64, options]) => {
      const { insertSheets } = workbook.switches;
      if (insertSheets === 'unsupported') throw new HostError('ApiNotFound', 'The API is not supported here.');
      const hasCharts = Object.keys(unzipSync(bytesOf(base64))).some((name) => name.startsWith('xl/charts/'));
      if (insertSheets === 'refused' || (insertSheets === 'refuses-charts' && hasCharts))
        throw new HostError('UnsupportedFeature', 'The file has features that are not supported.');
      workbook.checkStructure();
      return services.insertSheets(workbook, bytesOf(base64), Object(options) as InsertOptions);
    },
  },
});

/** The service that office.js greets at the start. */
export const internalService = defineType<undefined>('AddinInternalService', {
  methods: { NotifyActionHandlerReady: () => undefined },
});

const application = defineType<HostWorkbook>('Application', {
  methods: {
    CreateWorkbook: (workbook, [base64]) => workbookCreated({ workbook, bytes: bytesOf(base64) }),
  },
});

const workbookCreated = defineType<{ readonly workbook: HostWorkbook; readonly bytes: Uint8Array }>('WorkbookCreated', {
  methods: { Open: ({ workbook, bytes }) => void workbook.opened.push(bytes) },
});

const documentProperties = defineType<HostWorkbook>('DocumentProperties', {
  objects: { Custom: (workbook) => customProperties(workbook) },
});

const customProperties = defineType<HostWorkbook>('CustomPropertyCollection', {
  items: ({ properties }) => [...properties].map((entry) => customProperty({ properties, entry })),
  item: ({ properties }, key) => customProperty({ properties, entry: [key, properties.get(key) ?? ''] }),
  methods: {
    Add: ({ properties }, [key, value]) => {
      const entry = [String(key), String(value).slice(0, 255)] as const;
      properties.set(...entry);
      return customProperty({ properties, entry });
    },
  },
});

interface CustomProperty {
  readonly properties: Map<string, string>;
  readonly entry: readonly [key: string, value: string];
}

const customProperty = defineType<CustomProperty>('CustomProperty', {
  scalars: { Key: ({ entry }) => entry[0], Value: ({ entry }) => entry[1], Type: () => 'String' },
  methods: { Delete: ({ properties, entry }) => void properties.delete(entry[0]) },
});

const names = defineType<HostWorkbook>('NamedItemCollection', {
  items: (workbook) => workbook.names.filter(({ sheet }) => sheet === undefined).map(namedItem),
});

const namedItem = defineType<HostWorkbook['names'][number]>('NamedItem', {
  scalars: {
    Name: ({ name }) => name,
    Formula: ({ refersTo }) => `=${refersTo}`,
    Scope: ({ sheet }) => (sheet === undefined ? 'Workbook' : 'Worksheet'),
  },
});

const tables = defineType<readonly HostSheet[]>('TableCollection', {
  items: (sheets) => sheets.flatMap((sheet) => sheet.tables.map((table) => tableObject({ sheet, table }))),
});

const tableObject = defineType<{ readonly sheet: HostSheet; readonly table: HostTable }>('Table', {
  id: ({ table }) => `{${table.name}}`,
  scalars: { Id: ({ table }) => `{${table.name}}`, Name: ({ table }) => table.name },
  methods: { GetRange: ({ sheet, table }) => rangeObject(sheet, table.range) },
});

const worksheets = defineType<HostWorkbook>('WorksheetCollection', {
  items: ({ sheets }) => sheets.map(worksheet),
  item: (workbook, key) => worksheet(workbook.sheet(key)),
  methods: {
    Add: (workbook, [name]) =>
      worksheet(workbook.addSheet(typeof name === 'string' ? name : `Sheet${workbook.sheets.length + 1}`)),
    GetItemOrNullObject: (workbook, [key]) => {
      const sheet = workbook.findSheet(String(key));
      return sheet ? worksheet(sheet) : null;
    },
    GetFirst: (workbook, [visibleOnly]) => {
      const first = workbook.sheets.find(({ visibility }) => visibleOnly !== true || visibility === 'Visible');
      if (first === undefined) throw new HostError('ItemNotFound', 'There is no worksheet.');
      return worksheet(first);
    },
    GetActiveWorksheet: (workbook) => worksheet(workbook.selected.sheet),
    _RegisterDataChangedEvent: ({ events }) => events.want('Workbook'),
    _UnregisterDataChangedEvent: ({ events }) => events.unwant('Workbook'),
  },
});

const worksheet: (sheet: HostSheet) => HostObject = defineType<HostSheet>('Worksheet', {
  id: ({ id }) => id,
  scalars: {
    Id: ({ id }) => id,
    Name: ({ name }) => name,
    Position: (sheet) => sheet.workbook.sheets.indexOf(sheet),
    Visibility: ({ visibility }) => visibility,
  },
  setters: {
    Name: (sheet, name) => sheet.workbook.renameSheet(sheet, String(name)),
    Visibility: (sheet, visibility) => sheet.workbook.setVisibility(sheet, visibility as HostSheet['visibility']),
    Position: ({ workbook, id }, position) => {
      const sheet = workbook.sheet(id);
      workbook.sheets = workbook.sheets.filter((one) => one !== sheet);
      workbook.sheets.splice(Number(position), 0, sheet);
    },
  },
  objects: {
    Protection: (sheet) => protection(sheet),
    Tables: (sheet) => tables([sheet]),
    Shapes: (sheet) => shapes(sheet),
  },
  methods: {
    GetRange: (sheet, [address]) =>
      rangeObject(sheet, typeof address === 'string' ? parseAddress(address) : rectangle(0, 0, ROWS, COLUMNS)),
    GetRangeByIndexes: (sheet, [row, column, rows, columns]) =>
      rangeObject(sheet, rectangle(Number(row), Number(column), Number(rows), Number(columns))),
    GetUsedRange: (sheet, [valuesOnly]) =>
      rangeObject(sheet, sheet.usedRange(valuesOnly === true) ?? rectangle(0, 0, 1, 1)),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => {
      const used = sheet.usedRange(valuesOnly === true);
      return used ? rangeObject(sheet, used) : null;
    },
    GetNextOrNullObject: (sheet, [visibleOnly]) => {
      const { sheets } = sheet.workbook;
      const next = sheets
        .slice(sheets.indexOf(sheet) + 1)
        .find(({ visibility }) => visibleOnly !== true || visibility === 'Visible');
      return next === undefined ? null : worksheet(next);
    },
    Activate: (sheet) => void (sheet.workbook.selection = { sheet, ranges: [rectangle(0, 0, 1, 1)] }),
    Delete: (sheet) => sheet.workbook.removeSheet(sheet),
    _RegisterDataChangedEvent: ({ workbook, id }) => workbook.events.want(id),
    _UnregisterDataChangedEvent: ({ workbook, id }) => workbook.events.unwant(id),
  },
});

const protection = defineType<HostSheet>('WorksheetProtection', {
  scalars: { Protected: (sheet) => sheet.protection !== undefined, Options: (sheet) => sheet.protection ?? {} },
  methods: {
    Protect: (sheet, [options, password]) => {
      if (sheet.protection !== undefined || sheet.workbook.switches.refuseProtection) throw accessDenied();
      sheet.protection = Object(options) as ProtectionOptions;
      sheet.password = typeof password === 'string' ? password : undefined;
    },
    Unprotect: (sheet, [password]) => {
      if (sheet.protection === undefined || sheet.workbook.switches.refuseProtection) throw accessDenied();
      if (sheet.password !== undefined && sheet.password !== password) throw accessDenied();
      sheet.protection = undefined;
    },
  },
});

const structureProtection = defineType<HostWorkbook>('WorkbookProtection', {
  scalars: { Protected: ({ isStructureProtected }) => isStructureProtected },
  methods: {
    Protect: (workbook, [password]) => {
      if (workbook.isStructureProtected || workbook.switches.refuseProtection) throw accessDenied();
      workbook.isStructureProtected = true;
      workbook.structurePassword = typeof password === 'string' ? password : undefined;
    },
    Unprotect: (workbook, [password]) => {
      const { isStructureProtected, structurePassword, switches } = workbook;
      if (!isStructureProtected || switches.refuseProtection) throw accessDenied();
      if (structurePassword !== undefined && structurePassword !== password) throw accessDenied();
      workbook.isStructureProtected = false;
      workbook.structurePassword = undefined;
    },
  },
});

function bytesOf(base64: unknown): Uint8Array {
  return Uint8Array.from(atob(String(base64)), (letter) => letter.charCodeAt(0));
}
