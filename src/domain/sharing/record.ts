import type { AgencyCode } from '../programme/roster.ts';
import { compareTexts } from '../text/compare.ts';

/**
 * What the office did with the shared folder. `at` is an ISO 8601 instant, `by` the name of the account, where one is signed in,
 * `programme` the identifier of the programme that it did it for; without one, as earlier versions wrote it, it is the record's.
 */
export type SharingEvent = {
  readonly at: string;
  readonly by?: string;
  readonly programme?: string;
} & (
  | ({ readonly event: 'given-out'; readonly agency: AgencyCode } & FileVersionTags)
  | ({ readonly event: 'collected'; readonly agency: AgencyCode } & FileVersionTags)
  | { readonly event: 'shared'; readonly agency: AgencyCode; readonly recipients: readonly string[] }
  | ({ readonly event: 'sent-back'; readonly agency: AgencyCode; readonly remarks: number } & FileVersionTags)
  | { readonly event: 'accepted'; readonly agency: AgencyCode; readonly versions: readonly FileVersionTags[] }
  | ({ readonly event: 'published' } & FileVersionTags)
);

/**
 * A version of a file in the shared folder; see the port `DocumentLibrary`. Of a folder that is kept in step, only `contentTag` is the
 * same on every computer.
 */
export interface FileVersionTags {
  readonly item: string;
  readonly tag: string;
  readonly contentTag?: string;
  /** When it was saved, by the clock of the folder. */
  readonly savedAt?: string;
}

export type SharingEventName = SharingEvent['event'];

/** An event with this name. */
export type SharingEventOf<Name extends SharingEventName> = Extract<SharingEvent, { readonly event: Name }>;

/**
 * What the office did last with each agency. It is kept in the shared folder, so that everybody in the office sees the same.
 * Events of later versions of the program are kept as they are.
 */
export interface SharingRecord {
  readonly programme: string;
  /** The latest event of every kind, agency and file. */
  readonly events: readonly SharingEvent[];
}

/** Version of the format of the record. */
const FORMAT = 1;

/** A record without events. */
export function emptyRecord(programme: string): SharingRecord {
  return { programme, events: [] };
}

/**
 * The record with events added. Their order does not matter, nor that some are in it already: two people may record at the
 * same time.
 */
export function withEvents(record: SharingRecord, events: readonly SharingEvent[]): SharingRecord {
  const latest = new Map<string, SharingEvent>();
  for (const event of [...record.events, ...events].sort(inTime)) latest.set(keyOf(event), event);
  return { ...record, events: [...latest.values()].sort(inTime) };
}

/** What was done for one programme: a folder may be used for more than one year. Access to it is the same for all. */
export function forProgramme({ programme: own, events }: SharingRecord, programme: string): SharingRecord {
  const isFor = (event: SharingEvent): boolean => event.event === 'shared' || (event.programme ?? own) === programme;
  return { programme, events: events.filter(isFor) };
}

/** The latest event of a kind about an agency; undefined if there is none. */
export function lastEvent<Name extends Exclude<SharingEventName, 'published'>>(
  { events }: SharingRecord,
  name: Name,
  agency: AgencyCode,
): SharingEventOf<Name> | undefined {
  const isMeant = (event: SharingEvent): event is SharingEventOf<Name> =>
    event.event === name && 'agency' in event && event.agency === agency;
  return events.filter(isMeant).at(-1);
}

/** The version of a file that the office published last. */
export function lastPublished({ events }: SharingRecord, item: string): SharingEventOf<'published'> | undefined {
  return events.filter((event) => event.event === 'published').findLast((event) => event.item === item);
}

/** The text of the record's file. */
export function formatRecord({ programme, events }: SharingRecord): string {
  return `${JSON.stringify({ format: FORMAT, programme, events }, null, 1)}\n`;
}

/** The lines of a log file. */
export function formatLog(events: readonly SharingEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** Whether a text is a record that a later version of the program wrote: it may hold what this one does not know, and is left as it is. */
export function isLaterRecord(text: string): boolean {
  const raw = parsed(text);
  return isObject(raw) && typeof raw.format === 'number' && raw.format > FORMAT;
}

/** Parses the text of the record's file; undefined if it is none that can be added to. */
export function parseRecord(text: string): SharingRecord | undefined {
  const raw = parsed(text);
  if (!isObject(raw) || typeof raw.programme !== 'string' || !Array.isArray(raw.events)) return undefined;
  const events = raw.events.filter(isEvent);
  return events.length === raw.events.length ? { programme: raw.programme, events } : undefined;
}

/** Parses the lines of a log file; a line that was cut off is left out. */
export function parseLog(text: string): readonly SharingEvent[] {
  return text.split('\n').map(parsed).filter(isEvent);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** Types of the fields of events. */
type FieldType = 'text' | 'count' | 'texts' | 'versions';

/** The fields that each kind of event must have. */
const FIELDS: Readonly<Record<SharingEventName, readonly (readonly [string, FieldType])[]>> = {
  'given-out': [['agency', 'text'], ...tags()],
  collected: [['agency', 'text'], ...tags()],
  shared: [
    ['agency', 'text'],
    ['recipients', 'texts'],
  ],
  'sent-back': [['agency', 'text'], ['remarks', 'count'], ...tags()],
  accepted: [
    ['agency', 'text'],
    ['versions', 'versions'],
  ],
  published: tags(),
};

function tags(): readonly (readonly [string, 'text'])[] {
  return [
    ['item', 'text'],
    ['tag', 'text'],
  ];
}

/** Whether a value is an event, of this version or a later one: what a later version records must not be lost. */
function isEvent(raw: unknown): raw is SharingEvent {
  if (!isObject(raw) || typeof raw.event !== 'string' || typeof raw.at !== 'string') return false;
  const fields = (FIELDS as Readonly<Record<string, (typeof FIELDS)[SharingEventName] | undefined>>)[raw.event] ?? [];
  return hasFields(raw, fields);
}

function hasFields(raw: Readonly<Record<string, unknown>>, fields: readonly (readonly [string, FieldType])[]): boolean {
  return fields.every(([name, type]) => hasType(raw[name], type));
}

function hasType(value: unknown, type: FieldType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'count':
      return typeof value === 'number';
    case 'texts':
      return Array.isArray(value) && value.every((text) => typeof text === 'string');
    case 'versions':
      return Array.isArray(value) && value.every((version) => isObject(version) && hasFields(version, tags()));
  }
}

/** What an event takes the place of: the last of its kind about the same agency and file, for the same programme. Nothing, for a kind that is not known. */
function keyOf(event: SharingEvent): string {
  if (!Object.hasOwn(FIELDS, event.event)) return JSON.stringify(event);
  const agency = 'agency' in event ? event.agency : '';
  return JSON.stringify([event.event, agency, 'item' in event ? event.item : '', event.programme ?? '']);
}

function inTime(one: SharingEvent, other: SharingEvent): number {
  return compareTexts(one.at, other.at) || compareTexts(JSON.stringify(one), JSON.stringify(other));
}
