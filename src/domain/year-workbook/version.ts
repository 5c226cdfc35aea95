import { measuresOf, type MeasureKey, type Programme } from '../programme/programme.ts';
import { checksum } from '../text/checksum.ts';

/**
 * The checksum of what the version of a programme stands for: what agencies are asked and how they can answer. Contacts, dates and
 * texts of the report may change without making workbooks that were sent out those of another version.
 */
function contentChecksum({ statuses, parts }: Programme): string {
  const asked = parts.map(({ id, title, issues }) => [
    id,
    title,
    issues.map(({ number, title, sheetName, indicator, groups }) => [
      number,
      title,
      sheetName,
      indicator.id,
      indicator.title,
      groups.map(({ measures }) =>
        measures.map(({ key, printed, text, responsible }) => [key, printed ?? null, text, responsible.printed]),
      ),
    ]),
  ]);
  return checksum(JSON.stringify([statuses.map(({ id, label }) => [id, label]), asked]));
}

/** The checksum of a measure's text. */
export function textChecksum(text: string): string {
  return checksum(text);
}

/** Data that are known, with their version. */
export interface KnownVersion {
  readonly id: string;
  readonly version: string;
  readonly content: string;
}

/** A programme's version and what it stands for. */
export function knownVersion(programme: Programme): KnownVersion {
  return { id: programme.id, version: programme.version, content: contentChecksum(programme) };
}

/**
 * The programme with its version: that of known data with the same content, else the checksum of its content. So the same data have
 * the same version wherever and however often they are read.
 */
export function withVersion(programme: Programme, known: readonly KnownVersion[]): Programme {
  const content = contentChecksum(programme);
  const same = known.find((one) => one.id === programme.id && one.content === content);
  return { ...programme, version: same?.version ?? content };
}

/** Keys of measures that were ever given, in use or not. */
export function keysOf(programme: Programme): readonly MeasureKey[] {
  return [...measuresOf(programme).map(({ measure }) => measure.key), ...(programme.retired ?? [])];
}
