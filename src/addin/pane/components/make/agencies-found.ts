import type { Agency } from '../../../../domain/programme/roster.ts';
import { compareKey } from '../../../../domain/text/compare.ts';

/** The agencies that have a text in their name, another spelling of it, or their code, however it is spaced and in digits of either kind. */
export function agenciesFound(agencies: readonly Agency[], query: string): readonly Agency[] {
  const wanted = compareKey(query).toLowerCase();
  return agencies.filter(({ code, name, aliases }) =>
    [code, name, ...aliases].some((text) => compareKey(text).toLowerCase().includes(wanted)),
  );
}
