import { useState } from 'react';
import type { CellPlace } from '../../../../domain/spreadsheet/address.ts';
import { placeKey } from './shown-change.ts';

/** Cells that a person takes out of what is to be done. */
export interface Excluded {
  readonly has: (place: CellPlace) => boolean;
  /** Takes cells out, or in again. */
  readonly set: (places: readonly CellPlace[], isExcluded: boolean) => void;
}

/** The cells that are taken out: none at first, and none again when it is about something else. */
export function useExcluded(subject: unknown): Excluded {
  const [taken, setTaken] = useState<Taken>({ subject, keys: new Set() });
  const keys = taken.subject === subject ? taken.keys : new Set<string>();
  return {
    has: (place) => keys.has(placeKey(place)),
    set: (places, isExcluded) => {
      const changed = new Set(places.map(placeKey));
      const others = [...keys].filter((key) => !changed.has(key));
      setTaken({ subject, keys: new Set(isExcluded ? [...others, ...changed] : others) });
    },
  };
}

interface Taken {
  readonly subject: unknown;
  readonly keys: ReadonlySet<string>;
}
