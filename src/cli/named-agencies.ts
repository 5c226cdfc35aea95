import { editDistance } from '../domain/programme/edit-distance.ts';
import type { Agency, Roster } from '../domain/programme/roster.ts';
import { findAgency } from '../domain/programme/responsibility.ts';
import { compareKey } from '../domain/text/compare.ts';
import { FileFault, type FileSource } from '../usecases/ports/file-store.ts';
import type { Options } from './args.ts';
import type { Call } from './command.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/**
 * The requested agencies. `--agency` takes all words that are not options, because people write `--agency 5001 5002`.
 */
export function namedAgencies(
  options: Options,
  operands: readonly string[],
  command: string,
): readonly string[] | 'all' {
  const codes = options.get('agency');
  const [stray] = operands;
  if (codes === undefined && stray !== undefined) {
    throw new UsageError('unexpected-operand', { found: stray, command });
  }
  if (codes !== undefined && options.has('all')) throw new UsageError('agency-and-all');
  if (codes !== undefined) return [...codes, ...operands];
  if (options.has('all')) return 'all';
  throw new UsageError('agency-or-all');
}

/**
 * The operands of a command that takes files beside `--agency`. Without that option all are paths; with it, words that are no path and do not
 * look like the name of a file are agencies.
 */
export async function pathsAndAgencies(
  files: Pick<FileSource, 'list'>,
  { options, operands }: Pick<Call, 'options' | 'operands'>,
): Promise<{ readonly paths: readonly string[]; readonly named?: readonly string[] }> {
  const codes = options.get('agency');
  if (codes === undefined) return { paths: operands };
  const isPath = await Promise.all(operands.map(async (word) => /[\\/.]/.test(word) || isThere(files, word)));
  return {
    paths: operands.filter((_, index) => isPath[index]),
    named: [...codes, ...operands.filter((_, index) => !isPath[index])],
  };
}

async function isThere(files: Pick<FileSource, 'list'>, path: string): Promise<boolean> {
  try {
    await files.list(path);
    return true;
  } catch (error) {
    if (error instanceof FileFault) return false;
    throw error;
  }
}

/**
 * Finds agencies by code or name, in roster order without duplicates.
 * @throws {UsageError} for one that is not in the roster
 */
export function agenciesOf(named: readonly string[] | 'all', roster: Roster): readonly Agency[] {
  if (named === 'all') return roster.agencies;
  const wanted = new Set(named.map((name) => findAgency(roster, name) ?? refuse(name, roster)));
  return roster.agencies.filter((agency) => wanted.has(agency));
}

function refuse(found: string, { agencies }: Roster): never {
  const names = agencies.flatMap(({ code, name, aliases }) => [code, name, ...aliases]);
  // People leave out the words that all names start with, so a name that contains the words comes first.
  const holding = names.filter((name) => compareKey(name).includes(compareKey(found)));
  const near = nearest(found, holding.length > 0 ? holding : names);
  const agency = agencies.find(({ code, name, aliases }) => [code, name, ...aliases].some((text) => text === near));
  // What has less than half of its characters in common with the nearest is not misspelt.
  const isNear = holding.length > 0 || (near !== undefined && 2 * editDistance(found, near) <= found.length);
  if (!agency || !isNear) throw new UsageError('no-such-agency', { found });
  throw new UsageError('unknown-agency', { found, nearest: `${agency.code} ${agency.name}` });
}
