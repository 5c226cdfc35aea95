import { useState } from 'react';
import type { CellLocation } from '../../../../domain/spreadsheet/address.ts';
import { locationKey } from './shown-change.ts';

/** Cells that a person excludes from a change. */
export interface Excluded {
  readonly has: (location: CellLocation) => boolean;
  /** Excludes cells, or includes them again. */
  readonly set: (locations: readonly CellLocation[], isExcluded: boolean) => void;
}

/** The excluded cells: none at first, and none again for other changes. */
export function useExcluded(subject: unknown): Excluded {
  const [taken, setTaken] = useState<Taken>({ subject, keys: new Set() });
  const keys = taken.subject === subject ? taken.keys : new Set<string>();
  return {
    has: (location) => keys.has(locationKey(location)),
    set: (locations, isExcluded) => {
      const changed = new Set(locations.map(locationKey));
      const others = [...keys].filter((key) => !changed.has(key));
      setTaken({ subject, keys: new Set(isExcluded ? [...others, ...changed] : others) });
    },
  };
}

interface Taken {
  readonly subject: unknown;
  readonly keys: ReadonlySet<string>;
}
