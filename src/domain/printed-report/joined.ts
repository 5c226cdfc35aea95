import type { Line } from './report-rows.ts';

/** The lines of a cell as one text. */
export function joined(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
