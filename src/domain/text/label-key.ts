import { compareKey } from './compare.ts';
import { remember } from './remember.ts';

/** The {@link compareKey} of a text of the program's own, such as a heading, with which the texts of every file are compared. */
export const labelKey: (label: string) => string = remember(compareKey, 2_000);
