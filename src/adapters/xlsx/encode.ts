import { strToU8, zipSync } from 'fflate';
import type { WorkbookPlan } from '../../domain/workbook/sheet-plan.ts';
import { SharedStrings } from './write-cells.ts';
import {
  activeSheet,
  appPropertiesXml,
  contentTypesXml,
  corePropertiesXml,
  customPropertiesXml,
  relationshipsXml,
  workbookXml,
  type Relationship,
} from './write-package.ts';
import { sheetXml } from './write-sheet.ts';
import { STYLES_XML } from './write-styles.ts';
import { tableXml } from './write-table.ts';
import { planFault } from './write-xml.ts';

/** Deflate's effort: against the usual 6 it takes half the time, and the file is a sixth larger. */
const LEVEL = 4;

/** Parts of a package, by path; they are written in this order. */
type Parts = Map<string, string>;

/**
 * The bytes of an .xlsx workbook that carries everything of the plan; the same plan gives the same bytes.
 *
 * The XML is written here and not by a library: the one that was tried (hucre 1.0.0) turns a text such as `#N/A` into an
 * error value, loses lone surrogates and texts that look like escapes, and knows no quote prefix, no validation that only
 * hints and no row height of the standard font. Mending its package would have meant a second pass over every part.
 * @throws {RangeError} (as a rejection) for a plan that Excel would refuse or mend on opening.
 */
export function encodeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  return Promise.resolve().then(() => zipParts(writeParts(plan)));
}

function writeParts(plan: WorkbookPlan): Parts {
  const parts: Parts = new Map();
  const workbook = workbookXml(plan);
  parts.set('_rels/.rels', relationshipsXml(rootRelationships(plan)));
  parts.set('docProps/core.xml', corePropertiesXml(plan));
  parts.set('docProps/app.xml', appPropertiesXml());
  if (Object.keys(plan.properties).length > 0) parts.set('docProps/custom.xml', customPropertiesXml(plan));
  parts.set('xl/workbook.xml', workbook);
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relationshipsXml([
      ...plan.sheets.map((_, index): Relationship => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  );
  parts.set('xl/styles.xml', STYLES_XML);
  writeSheets(plan, parts);
  return parts;
}

function rootRelationships({ properties }: WorkbookPlan): readonly Relationship[] {
  return [
    ['officeDocument', 'xl/workbook.xml'],
    ['core-properties', 'docProps/core.xml'],
    ['extended-properties', 'docProps/app.xml'],
    ...(Object.keys(properties).length > 0 ? ([['custom-properties', 'docProps/custom.xml']] as const) : []),
  ];
}

function writeSheets({ sheets }: WorkbookPlan, parts: Parts): void {
  const strings = new SharedStrings();
  const sheetNames = new Set(sheets.map(({ name }) => name));
  const active = activeSheet(sheets);
  const tableNames = new Set<string>();
  sheets.forEach((sheet, index) => {
    const surroundings = { strings, sheetNames, active: index === active };
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, surroundings));
    const { table } = sheet;
    if (table === undefined) return;
    const id = tableNames.size + 1;
    if (tableNames.add(table.name.toLowerCase()).size < id) {
      throw planFault(`sheet "${sheet.name}"`, `another table is named "${table.name}"`);
    }
    parts.set(
      `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
      relationshipsXml([['table', `../tables/table${id}.xml`]]),
    );
    parts.set(`xl/tables/table${id}.xml`, tableXml(sheet, table, id));
  });
  parts.set('xl/sharedStrings.xml', strings.toXml());
}

/**
 * Every entry carries the same time. Zip entries hold local time, hence a local one: the bytes are the same in every
 * time zone. Noon exists on every day of every zone.
 */
function zipParts(parts: Parts): Uint8Array {
  const time = new Date(1980, 0, 1, 12);
  const all = [['[Content_Types].xml', contentTypesXml([...parts.keys()])] as const, ...parts];
  return zipSync(Object.fromEntries(all.map(([path, xml]) => [path, strToU8(xml)])), {
    mtime: time,
    level: LEVEL,
  });
}
