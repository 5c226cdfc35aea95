import type { Agency } from '../../../../domain/programme/roster.ts';
import { compareKey } from '../../../../domain/text/compare.ts';

/** The agencies whose name, alias or code contains a text, ignoring spacing and kind of digits. */
export function agenciesFound(agencies: readonly Agency[], query: string): readonly Agency[] {
  const wanted = compareKey(query).toLowerCase();
  return agencies.filter(({ code, name, aliases }) =>
    [code, name, ...aliases].some((text) => compareKey(text).toLowerCase().includes(wanted)),
  );
}
