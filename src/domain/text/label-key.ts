import { compareKey } from './compare.ts';
import { memoize } from './memoize.ts';

/** The {@link compareKey} of a text of the program itself, such as a heading; memoized because texts of every file are compared with it. */
export const labelKey: (label: string) => string = memoize(compareKey, 2_000);
