import path from 'node:path';
import { xmlTree, type XmlNode } from './xml-tree.ts';

/** Types that applicationHost.config of IIS 10 has for files of the add-in. */
const OWN_TYPES: readonly (readonly [extension: string, type: string])[] = [
  ['.html', 'text/html'],
  ['.css', 'text/css'],
  ['.js', 'application/javascript'],
  ['.json', 'application/json'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.xml', 'text/xml'],
];

/** What IIS sends with a file. */
export interface IisAnswer {
  /** Undefined where IIS refuses the file: it sends none of an unknown type (404.3). */
  readonly type: string | undefined;
  readonly headers: ReadonlyMap<string, string>;
}

/** The part of a configuration that is about static files. */
interface Settings {
  readonly types: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  readonly cache: ReadonlyMap<string, string>;
}

/**
 * What IIS 10 sends with the files of a folder that has this web.config, as Microsoft documents staticContent, clientCache,
 * customHeaders and location (learn.microsoft.com/iis/configuration). Anything else in it throws, for nobody has looked
 * up what it does.
 * @throws {Error} as IIS answers 500.19, where an entry is added that is there already
 */
export function iisAnswers(webConfig: string): (file: string) => IisAnswer {
  const configuration = xmlTree(webConfig);
  const own: Settings = {
    types: new Map(OWN_TYPES),
    headers: new Map([['X-Powered-By', 'ASP.NET']]),
    cache: new Map([['cacheControlMode', 'NoControl']]),
  };
  const site = childrenOf(configuration, 'system.webServer').reduce(settingsWith, own);
  const locations = childrenOf(configuration, 'location').map((node) => ({
    folder: `${node.attributes.get('path')}/`,
    settings: childrenOf(node, 'system.webServer').reduce(settingsWith, site),
  }));
  return (file) => {
    const { types, headers, cache } = locations.find(({ folder }) => file.startsWith(folder))?.settings ?? site;
    const control = cacheControl(cache);
    return {
      type: types.get(path.extname(file)),
      headers: new Map([...headers, ...(control === undefined ? [] : [['Cache-Control', control] as const])]),
    };
  };
}

function settingsWith(before: Settings, server: XmlNode): Settings {
  const [types, headers] = [new Map(before.types), new Map(before.headers)];
  let { cache } = before;
  for (const section of server.children) {
    for (const node of section.children) {
      const kind = `${section.name}/${node.name}`;
      const attributes = Object.fromEntries(node.attributes);
      if (kind === 'staticContent/clientCache') cache = new Map([...cache, ...node.attributes]);
      else if (kind === 'staticContent/remove') types.delete(attributes.fileExtension!);
      else if (kind === 'staticContent/mimeMap') addOnce(types, attributes.fileExtension!, attributes.mimeType!);
      else if (kind === 'httpProtocol/customHeaders') changeHeaders(headers, node.children);
      else throw new Error(`no answer is known for ${kind}`);
    }
  }
  return { types, headers, cache };
}

function changeHeaders(headers: Map<string, string>, nodes: readonly XmlNode[]): void {
  for (const { name: kind, attributes } of nodes) {
    const [name, value] = [attributes.get('name')!, attributes.get('value')!];
    if (kind === 'remove') headers.delete(name);
    else addOnce(headers, name, value);
  }
}

function addOnce(entries: Map<string, string>, key: string, value: string): void {
  if (entries.has(key)) throw new Error(`500.19: cannot add duplicate collection entry “${key}”`);
  entries.set(key, value);
}

/** The modes of clientCache; a custom directive comes before the age. */
function cacheControl(cache: ReadonlyMap<string, string>): string | undefined {
  const [mode, custom] = [cache.get('cacheControlMode'), cache.get('cacheControlCustom')];
  if (mode === 'DisableCache') return 'no-cache';
  if (mode !== 'UseMaxAge') return custom;
  return [custom, `max-age=${secondsOf(cache.get('cacheControlMaxAge')!)}`].filter(Boolean).join(',');
}

/** Seconds of a time span such as `365.00:00:00`. */
function secondsOf(span: string): number {
  const [, days, hours, minutes, seconds] = /^(?:(\d+)\.)?(\d+):(\d+):(\d+)$/.exec(span)!;
  return ((Number(days ?? 0) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

function childrenOf({ children }: XmlNode, name: string): readonly XmlNode[] {
  return children.filter((node) => node.name === name);
}
