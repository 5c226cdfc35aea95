import { unzipSync } from 'fflate';
import { buildZip, type BuiltEntry } from './package-builder.ts';

/** The first sheet of an agency's form that holds answers. */
export const ANSWERS = 'xl/worksheets/sheet2.xml';

/** The entries of a package, for {@link buildZip}. */
export function entriesOf(bytes: Uint8Array): BuiltEntry[] {
  return Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, content }));
}

/** The package with the text of one part changed. */
export function withPart(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  return withEntry(bytes, part, ({ content }) => ({
    content: change(new TextDecoder().decode(content as Uint8Array)),
  }));
}

/** The package with one entry written otherwise. */
export function withEntry(
  bytes: Uint8Array,
  part: string,
  change: (entry: BuiltEntry) => Partial<BuiltEntry>,
): Uint8Array {
  const entries = entriesOf(bytes);
  if (!entries.some(({ name }) => name === part)) throw new Error(`no part ${part}`);
  return buildZip(entries.map((entry) => (entry.name === part ? { ...entry, ...change(entry) } : entry)));
}

/** The text with a piece put in before the first `mark`, which must be there. */
export function before(mark: string, piece: string): (xml: string) => string {
  return (xml) => {
    const at = xml.indexOf(mark);
    if (at < 0) throw new Error(`no ${mark}`);
    return xml.slice(0, at) + piece + xml.slice(at);
  };
}

/** Names of the parts that differ between two packages, by another reader of zip files. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [one, other] = [unzipSync(before), unzipSync(after)];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => !Buffer.from(one[name] ?? []).equals(Buffer.from(other[name] ?? [])));
}
