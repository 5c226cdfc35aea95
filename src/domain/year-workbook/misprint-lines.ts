import type { Misprint } from '../programme/programme.ts';

/** The words for the fields of a measure in which a misprint is suspected. */
const MISPRINT_FIELDS: Readonly<Record<Misprint['field'], string>> = {
  text: 'ข้อความ',
  responsible: 'ผู้รับผิดชอบ',
};

/** A suspected misprint as a line: `ข้อความ: ชำราชการ → ข้าราชการ (หมายเหตุ)`. Parts that hold one of its marks are in quotes. */
export function misprintLine({ field, printed, likely, note }: Misprint): string {
  const noted = note === undefined ? '' : ` (${part(note)})`;
  return `${MISPRINT_FIELDS[field]}: ${part(printed)} → ${part(likely)}${noted}`;
}

const PART = '"(?:[^"]|"")*"|[^"→()\\s](?:[^"→()\\n\\r]*[^"→()\\s])?';
const LINE = new RegExp(`^\\s*([^:：]+?)\\s*[:：]\\s*(${PART})\\s*(?:→|->)\\s*(${PART})\\s*(?:\\((${PART})\\))?\\s*$`);

/** Reads a line that {@link misprintLine} wrote or a person typed like it, with `->` for the arrow; undefined if it is none. */
export function parseMisprintLine(line: string): Misprint | undefined {
  const [, name, printed, likely, note] = LINE.exec(line) ?? [];
  const field = (['text', 'responsible'] as const).find((id) => MISPRINT_FIELDS[id] === name);
  if (field === undefined || printed === undefined || likely === undefined) return undefined;
  return {
    field,
    printed: inner(printed),
    likely: inner(likely),
    ...(note === undefined ? {} : { note: inner(note) }),
  };
}

function part(text: string): string {
  return /["→()\n\r]|->|^\s|\s$|^$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function inner(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}
