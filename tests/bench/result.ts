/** What one part of the benchmark found. */
export interface Result {
  readonly title: string;
  /** How it was measured. */
  readonly note: string;
  readonly tables: readonly Table[];
  readonly charts: readonly Chart[];
  readonly aims: readonly Aim[];
}

/** A table; the first column names the row, the others hold figures. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Bars of one unit. */
export interface Chart {
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly { readonly name: string; readonly value: number; readonly ours: boolean }[];
}

/** A figure that should not be exceeded, or not be missed. */
export interface Aim {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly kind: 'at-most' | 'at-least';
  readonly unit: string;
  /** Whether it is the same on every machine, so that missing it is a failure. */
  readonly isFirm?: boolean;
}

/** Whether the figure is as it should be. */
export function isMet({ value, limit, kind }: Aim): boolean {
  return kind === 'at-most' ? value <= limit : value >= limit;
}

/** The aims as a table. */
export function aimsTable(aims: readonly Aim[]): Table {
  return {
    title: 'Aims',
    head: ['', 'aim', 'measured', ''],
    rows: aims.map((aim) => [
      aim.name,
      wanted(aim),
      `${figure(aim.value)} ${aim.unit}`.trim(),
      isMet(aim) ? 'met' : 'missed',
    ]),
  };
}

/** What is wanted of a figure, to read. */
export function wanted({ kind, limit, unit }: Aim): string {
  return `${kind === 'at-most' ? '≤' : '≥'} ${limit} ${unit}`.trim();
}

/** A number to three digits. */
export function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A table in Markdown, which is also what the terminal shows. */
export function markdown({ title, head, rows }: Table): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => pad(row[column] ?? '', width, column)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return `### ${title}\n\n${[line(head), rule, ...rows.map(line)].join('\n')}\n`;
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}
