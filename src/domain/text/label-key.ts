import { compareKey } from './compare.ts';
import { memoize } from './memoize.ts';

/** The {@link compareKey} of a text of the program's own, such as a heading, with which the texts of every file are compared. */
export const labelKey: (label: string) => string = memoize(compareKey, 2_000);
