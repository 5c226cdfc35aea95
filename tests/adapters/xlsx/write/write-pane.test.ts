import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { encodeWorkbook } from '../../../../src/adapters/xlsx/write/encode.ts';
import { ADD_IN } from '../../../../src/domain/form/add-in.ts';
import { entriesOf } from '../../../support/changed-parts.ts';
import { buildZip } from '../../../support/package-builder.ts';
import { xmlTree, type XmlNode } from '../../../support/xml-tree.ts';
import { EVERYTHING, partsOf, sheetPlan, workbookPlan } from './encode-plans.ts';

const TASK_PANES = 'xl/webextensions/taskpanes.xml';
const EXTENSION = 'xl/webextensions/webextension1.xml';
const PANES = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const EXTENSIONS = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';

const encoded = encodeWorkbook(EVERYTHING);
const tree = async (part: string): Promise<XmlNode> => xmlTree(partsOf(await encoded)[part]!);
const facts = ({ attributes }: XmlNode): Record<string, string> => Object.fromEntries(attributes);

/** The relationships of a part, by their type. */
async function relationships(part: string): Promise<Record<string, string>> {
  const { children } = await tree(part);
  return Object.fromEntries(children.map(({ attributes }) => [attributes.get('Type')!, attributes.get('Target')!]));
}

describe('the pane that opens with a workbook', () => {
  const base = 'http://schemas.microsoft.com/office/2011/relationships';

  it('is found from the package itself, by the relationships and types of Microsoft', async () => {
    expect(await relationships('_rels/.rels')).toHaveProperty([`${base}/webextensiontaskpanes`], TASK_PANES);
    expect(await relationships('xl/webextensions/_rels/taskpanes.xml.rels')).toEqual({
      [`${base}/webextension`]: 'webextension1.xml',
    });
    const types = (await tree('[Content_Types].xml')).children.map(facts);
    expect(types).toContainEqual({
      PartName: `/${TASK_PANES}`,
      ContentType: 'application/vnd.ms-office.webextensiontaskpanes+xml',
    });
    expect(types).toContainEqual({
      PartName: `/${EXTENSION}`,
      ContentType: 'application/vnd.ms-office.webextension+xml',
    });
  });

  it('stands at the right and does not ask those who have no add-in', async () => {
    const { name, children } = await tree(TASK_PANES);
    expect(name).toBe(`{${PANES}}taskpanes`);
    expect(children.map((child) => [child.name, facts(child)])).toEqual([
      [`{${PANES}}taskpane`, { dockstate: 'right', visibility: '0', width: '350', row: '4' }],
    ]);
    const [reference] = children[0]!.children;
    expect(reference!.name).toBe(`{${PANES}}webextensionref`);
    expect(reference!.attributes.get('r:id')).toBe('rId1');
  });

  it('is the pane of this add-in as the admin centre deploys it, in the order of the schema', async () => {
    const { name, attributes, children } = await tree(EXTENSION);
    expect([name, attributes.get('id')]).toEqual([`{${EXTENSIONS}}webextension`, `{${ADD_IN.id}}`]);
    expect(children.map((child) => child.name.slice(EXTENSIONS.length + 2))).toEqual([
      'reference',
      'alternateReferences',
      'properties',
      'bindings',
    ]);
    expect(facts(children[0]!)).toEqual({ ...ADD_IN, store: 'EXCatalog', storeType: 'EXCatalog' });
    expect(children[2]!.children.map(facts)).toEqual([{ name: 'Office.AutoShowTaskpaneWithDocument', value: 'true' }]);
  });

  it('is not named at all in a workbook that is not to open it, and nothing else differs', async () => {
    const bytes = await encodeWorkbook(EVERYTHING, { opensPane: false });
    expect(Object.entries(partsOf(bytes))).toEqual(Object.entries(partsOf(withoutPane(await encoded))));
  });

  it('costs less than two kilobytes a file', async () => {
    const bytes = await encodeWorkbook(workbookPlan([sheetPlan()]));
    expect(bytes.length - withoutPane(bytes).length).toBeLessThan(2048);
  });
});

/** The package as it would be without the pane, its relationship and its types. */
function withoutPane(bytes: Uint8Array): Uint8Array {
  const decoder = new TextDecoder();
  const kept = entriesOf(bytes).filter(({ name }) => !name.startsWith('xl/webextensions/'));
  return buildZip(
    kept.map(({ name, content }) => {
      if (!/^_rels\/|^\[Content/.test(name)) return { name, content };
      const xml = decoder.decode(content as Uint8Array);
      return { name, content: xml.replace(/<(Override|Relationship) [^>]*webextension[^>]*>/g, '') };
    }),
  );
}

describe('a reader', () => {
  it('finds the same in a workbook with the pane and without it', async () => {
    const codec = createXlsxCodec();
    const bytes = await encoded;
    expect(withoutPane(bytes).length).toBeLessThan(bytes.length);
    expect(await codec.decode(bytes)).toEqual(await codec.decode(withoutPane(bytes)));
  });
});
