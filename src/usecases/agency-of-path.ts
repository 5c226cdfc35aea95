import type { AgencyCode, Roster } from '../domain/programme/roster.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import { compareKey } from '../domain/text/compare.ts';
import { extensionOf } from '../domain/text/file-path.ts';
import { foldDigits } from '../domain/text/digits.ts';

/**
 * The agencies that a file name indicates, by the code at its start or the longest name or alias in it; if it indicates
 * none, those that the folder name indicates. Empty if neither indicates one.
 * @internal
 */
export function agenciesOfPath(path: string, roster: Roster): readonly AgencyCode[] {
  const [file = '', folder = ''] = path.split('/').reverse();
  const spellings = spellingsOf(roster);
  const byFile = agenciesNamed(file.slice(0, file.length - extensionOf(file).length), spellings);
  return byFile.length > 0 ? byFile : agenciesNamed(folder, spellings);
}

/** A file whose name or folder indicates other agencies than the forms inside: probably sent by mistake. */
export function agencyDiffers(inside: readonly AgencyCode[], file: string, roster: Roster): readonly Problem[] {
  const pointedTo = agenciesOfPath(file, roster);
  const [found] = inside;
  const [named] = pointedTo;
  if (found === undefined || named === undefined || pointedTo.some((code) => inside.includes(code))) return [];
  return [{ code: 'agency-differs', file, agency: found, found, named }];
}

/** An index of names and codes, so that a lookup takes the same time however many agencies there are. */
interface Spellings {
  readonly codes: ReadonlySet<AgencyCode>;
  /** Agency codes by the key of a name or alias, in roster order. */
  readonly agencies: ReadonlyMap<string, readonly AgencyCode[]>;
  /** The lengths of codes and of keys, longest first. */
  readonly codeLengths: readonly number[];
  readonly keyLengths: readonly number[];
}

const known = new WeakMap<Roster, Spellings>();

function spellingsOf(roster: Roster): Spellings {
  const found = known.get(roster);
  if (found) return found;
  const agencies = new Map<string, AgencyCode[]>();
  for (const { code, name, aliases } of roster.agencies) {
    for (const key of new Set([name, ...aliases].map(nameKey))) {
      if (key !== '') agencies.set(key, [...(agencies.get(key) ?? []), code]);
    }
  }
  const codes = new Set(roster.agencies.map(({ code }) => code));
  const spellings = {
    codes,
    agencies,
    codeLengths: lengthsOf(codes),
    keyLengths: lengthsOf(agencies.keys()),
  };
  known.set(roster, spellings);
  return spellings;
}

function lengthsOf(texts: Iterable<string>): readonly number[] {
  return [...new Set(Array.from(texts, ({ length }) => length))].sort((one, other) => other - one);
}

function agenciesNamed(text: string, spellings: Spellings): readonly AgencyCode[] {
  return [...new Set([...codesAtStart(foldDigits(text), spellings), ...longestNamesIn(nameKey(text), spellings)])];
}

/** Codes at the start of the text that are not part of a longer number. */
function codesAtStart(text: string, { codes, codeLengths }: Spellings): readonly AgencyCode[] {
  return codeLengths.flatMap((length) => {
    const start = text.slice(0, length) as AgencyCode;
    return codes.has(start) && !/^[0-9]/.test(text.slice(length)) ? [start] : [];
  });
}

function longestNamesIn(text: string, { agencies, keyLengths }: Spellings): readonly AgencyCode[] {
  for (const length of keyLengths) {
    const found: AgencyCode[] = [];
    for (let at = 0; at + length <= text.length; at++) found.push(...(agencies.get(text.slice(at, at + length)) ?? []));
    if (found.length > 0) return found;
  }
  return [];
}

/** Normalizes a name: programs and people write spaces as `_` or `-`, and file systems drop trailing full stops. */
function nameKey(text: string): string {
  return compareKey(text.normalize('NFC')).replace(/[-_.]/g, '');
}
