import type { Agency, AgencyClass, Roster } from './roster.ts';

/** The classes that part the agencies, such as all districts; not those of everybody. */
export function partingClasses({ classes }: Roster): readonly AgencyClass[] {
  return classes.filter(({ kinds, label }) => kinds !== '*' && label !== undefined);
}

/** The label of a class, with the number of its agencies in ASCII digits. */
export function nameOfClass({ agencies }: Roster, { kinds, label = '' }: AgencyClass): string {
  return label.replace('{count}', String(agencies.filter(({ kind }) => kinds.includes(kind)).length));
}

/** The first parting class of an agency; undefined for one of no class. */
export function partingClassOf(roster: Roster, { kind }: Pick<Agency, 'kind'>): AgencyClass | undefined {
  return partingClasses(roster).find(({ kinds }) => kinds.includes(kind));
}
