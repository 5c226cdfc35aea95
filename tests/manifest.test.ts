import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { COMMANDS } from '../src/addin/ribbon/command-ids.ts';
import shortcuts from '../src/addin/ribbon/shortcuts.json';
import { ADD_IN } from '../src/domain/form/add-in.ts';
import { FLOOR } from './support/excel-host/host.ts';
import { ownFolder } from './support/own-folder.ts';
import { elementsOf, xmlTree, type XmlNode } from './support/xml-tree.ts';

/** The built add-in: `npm run build` makes it, and `npm test` does so first. */
const BUILT = path.resolve('dist/addin');
const BASE = 'https://localhost:3000/';

const source = readFileSync('manifest.xml', 'utf8');
const manifest = xmlTree(source);

/** Elements by their local name, which is the same for one thing in all three namespaces of a manifest. */
function all(name: string, within: XmlNode = manifest): readonly XmlNode[] {
  const spaces = ['appforoffice/1.1', 'taskpaneappversionoverrides', 'officeappbasictypes/1.0'];
  return spaces.flatMap((space) => elementsOf(within, `{http://schemas.microsoft.com/office/${space}}${name}`));
}
const attribute = (node: XmlNode, name: string): string => node.attributes.get(name) ?? '';
const resids = (nodes: readonly XmlNode[]): readonly string[] => nodes.map((node) => attribute(node, 'resid'));

const strings = [...all('ShortStrings'), ...all('LongStrings')].flatMap((node) => all('String', node));
const images = all('Images').flatMap((node) => all('Image', node));
const urls = all('Urls').flatMap((node) => all('Url', node));

function everyNode(node: XmlNode): readonly XmlNode[] {
  return [node, ...node.children.flatMap(everyNode)];
}
const addresses = [...source.matchAll(/"(https:[^"]*)"/g)].map(([, address]) => address!);

/** Width and height of a PNG, from its header. */
function pixels(file: string): readonly [width: number, height: number] {
  const bytes = readFileSync(file);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
const fileOf = (address: string): string => path.join(BUILT, address.slice(BASE.length));
const addressOf = (resid: string): string =>
  attribute(
    [...images, ...urls].find((node) => attribute(node, 'id') === resid)!,
    'DefaultValue',
  );

describe('manifest.xml', () => {
  it('is of the add-in that workbooks refer to, and has the pane that they open', () => {
    expect([...all('Id'), ...all('Version')].map(({ text }) => text)).toEqual([ADD_IN.id, ADD_IN.version]);
    expect(all('TaskpaneId').map(({ text }) => text)).toEqual(['Office.AutoShowTaskpaneWithDocument']);
  });

  it('has a button for every command, which runs it or opens the pane', () => {
    const buttons = all('Control');
    expect(buttons.map((node) => attribute(node, 'id').replace('ITA.', '')).toSorted()).toEqual(
      [...COMMANDS].toSorted(),
    );
    for (const button of buttons) {
      const command = attribute(button, 'id').replace('ITA.', '');
      const run = all('FunctionName', button).map(({ text }) => text);
      expect(run).toEqual(command === 'openPane' ? [] : [command]);
      expect(resids([...all('Label', button), ...all('Title', button)])).toEqual([
        `${command}.label`,
        `${command}.label`,
      ]);
    }
    expect(all('TaskpaneId').map(({ text }) => text)).toEqual(['Office.AutoShowTaskpaneWithDocument']);
  });

  it('uses every resource that it defines, defines every one that it uses, once, and names them in 32 characters', () => {
    const used = new Set(
      everyNode(manifest).flatMap((node) =>
        [...node.attributes].filter(([name]) => name === 'resid').map(([, id]) => id),
      ),
    );
    const defined = [...strings, ...images, ...urls].map((node) => attribute(node, 'id'));
    expect([...used].toSorted()).toEqual(defined.toSorted());
    expect(defined.filter((id) => id.length > 32)).toEqual([]);
  });

  it('says everything in Thai first, and in English', () => {
    const shown = [
      ...strings,
      ...all('DisplayName'),
      ...all('Description').filter((node) => node.attributes.has('DefaultValue')),
    ];
    expect(shown.length).toBeGreaterThan(15);
    for (const node of shown) {
      const overrides = all('Override', node).map((each) => [attribute(each, 'Locale'), attribute(each, 'Value')]);
      expect(overrides).toEqual([['en-US', expect.stringMatching(/^[ -~]+$/)]]);
    }
    const notThai = shown.filter((node) => !/\p{Script=Thai}/u.test(attribute(node, 'DefaultValue')));
    // The tab and the functions' namespace have a proper name.
    expect(notThai.map((node) => attribute(node, 'DefaultValue'))).toEqual(['ITA', 'ITA']);
  });

  it('names files that the build makes, and nothing outside', () => {
    expect(addresses.length).toBeGreaterThan(30);
    expect(addresses.filter((address) => !address.startsWith(BASE) || !existsSync(fileOf(address)))).toEqual([]);
  });

  it('asks for Excel 2021 and one page for everything', () => {
    const sets = all('Set').map((node) => [attribute(node, 'Name'), attribute(node, 'MinVersion')]);
    // The emulated Excel has these and refuses calls above them; what is beyond is asked for first (`isSetSupported`).
    expect(Object.fromEntries(sets)).toEqual(FLOOR.requirements);
    expect(FLOOR.requirements).toEqual({ ExcelApi: '1.13', SharedRuntime: '1.1', DialogApi: '1.1' });
    const pages = [
      ...all('Runtime'),
      ...all('FunctionFile'),
      ...all('Page').flatMap((node) => all('SourceLocation', node)),
    ];
    expect(resids(pages)).toEqual(['taskpane.url', 'taskpane.url', 'taskpane.url']);
    expect(attribute(all('Runtime')[0]!, 'lifetime')).toBe('long');
  });

  it('leads to the page that helps', () => {
    const [support] = all('SupportUrl');
    expect(existsSync(fileOf(attribute(support!, 'DefaultValue')))).toBe(true);
  });

  it('gives every icon in the size that it says', () => {
    for (const icon of all('Icon')) {
      const sized = all('Image', icon).map(
        (node) => [Number(attribute(node, 'size')), attribute(node, 'resid')] as const,
      );
      expect(sized.map(([size]) => size)).toEqual([16, 32, 64, 80]);
      for (const [size, resid] of sized) expect(pixels(fileOf(addressOf(resid)))).toEqual([size, size]);
    }
    expect(pixels(fileOf(attribute(all('IconUrl')[0]!, 'DefaultValue')))).toEqual([32, 32]);
    expect(pixels(fileOf(attribute(all('HighResolutionIconUrl')[0]!, 'DefaultValue')))).toEqual([64, 64]);
    expect(pixels('assets/ita-128.png')).toEqual([128, 128]);
  });
});

describe('the keyboard shortcuts', () => {
  it('have one for every command, in keys that Excel leaves free', () => {
    expect(shortcuts.actions.map(({ id }) => id).toSorted()).toEqual([...COMMANDS].toSorted());
    expect(shortcuts.shortcuts.map(({ action }) => action)).toEqual(shortcuts.actions.map(({ id }) => id));
    const keys = shortcuts.shortcuts.map(({ key }) => key.default);
    expect(new Set(keys).size).toBe(COMMANDS.length);
    // What Microsoft recommends for add-ins, and what Excel has no command on.
    expect(keys.filter((key) => !/^Ctrl\+Shift\+Alt\+[0-9]$/.test(key))).toEqual([]);
  });

  it('are named as their buttons are', () => {
    const names = shortcuts.actions.map(({ id, name }) => [id, name]);
    const labels = strings
      .filter((node) => attribute(node, 'id').endsWith('.label'))
      .map((node) => [
        attribute(node, 'id').replace('.label', ''),
        `${attribute(node, 'DefaultValue')} / ${attribute(all('Override', node)[0]!, 'Value')}`,
      ]);
    expect(names.toSorted()).toEqual(labels.toSorted());
  });
});

describe('npm run build -- --env base=...', () => {
  const at = ownFolder();
  const build = (base: string) =>
    promisify(execFile)(process.execPath, [
      'node_modules/webpack/bin/webpack.js',
      ...['--config-name', 'addin', '--output-path', at('addin'), '--env', `base=${base}`],
    ]);

  it('gives a complete folder for that place, in which nothing looks for localhost', async () => {
    await build('https://files.example.go.th/ita & more');
    const files = await readdir(at('addin'), { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
    const relative = paths.map((file) => path.relative(at('addin'), file)).toSorted();
    const built = await readdir(BUILT, { recursive: true });
    expect(relative).toEqual(built.filter((file) => path.extname(file)).toSorted());
    for (const file of paths) expect((await readFile(file, 'utf8')).includes(BASE)).toBe(false);
    const rewritten = await readFile(at('addin', 'manifest.xml'), 'utf8');
    expect(rewritten).toBe(source.replaceAll(BASE, 'https://files.example.go.th/ita%20&amp;%20more/'));
  }, 300_000);

  it.each(['http://files.example.go.th/ita/', 'https://files.example.go.th/?ita', 'files.example.go.th'])(
    'refuses %s in one Thai and one English sentence',
    async (base) => {
      const refused = build(base);
      await expect(refused).rejects.toMatchObject({ code: 2 });
      const { stderr } = (await refused.catch((error: unknown) => error)) as { readonly stderr: string };
      const lines = stderr.trimEnd().split('\n');
      expect(lines).toEqual([expect.stringMatching(/โปรดระบุโฟลเดอร์/), expect.stringMatching(/Please name a folder/)]);
      expect(lines.filter((line) => line.includes(base))).toHaveLength(2);
    },
  );
});
