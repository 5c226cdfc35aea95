import { issuesOfAgency, type AgencyIssue } from '../../programme/assignment.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Agency, AgencyCode } from '../../programme/roster.ts';
import { compareKey } from '../../text/compare.ts';
import { planWorkbookFor } from '../plan/agency-workbook.ts';
import { findStatus } from './find-status.ts';

/** Texts that a form shows by itself, spacing and kind of digits aside. */
export interface Labels {
  /** Whether the form shows this text. */
  includes(text: string): boolean;
}

/** A form without labels. */
export const NO_LABELS: Labels = { includes: () => false };

/**
 * Every text that an agency's generated workbook shows by itself. Most of it is the same for all agencies that are asked for the
 * same measures, and found out once for them all: there may be thousands.
 */
export function labelsOf(programme: Programme, agency: Agency): Labels {
  const { shared, own } = sharedLabels(programme, issuesOfAgency(programme, agency.code));
  const keys = keysOf(own.map((text) => inNameOf(agency, text)));
  const has = (key: string): boolean => shared.keys.whole.has(key) || keys.whole.has(key);
  return {
    includes: (text) => shared.texts.has(text) || (mayBegin(text, shared.keys, keys) && has(compareKey(text))),
  };
}

/** Characters of a key that tell nearly every answer from the labels, and of a text that such a beginning is looked for in. */
const START = 12;
const LOOK = 48;

/** Comparison keys, and how those that are long enough begin. */
interface Keys {
  readonly whole: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
}

function keysOf(texts: readonly string[]): Keys {
  const whole = new Set(texts.map(compareKey));
  return { whole, starts: new Set([...whole].map((key) => key.slice(0, START))) };
}

/** Whether a text begins like one of the labels; where it is too blank to tell, it may. Keys are made character by character. */
function mayBegin(text: string, ...labels: readonly Keys[]): boolean {
  const start = compareKey(text.slice(0, LOOK)).slice(0, START);
  return start.length < START || labels.some(({ starts }) => starts.has(start));
}

/** In a sheet that is not of the form a status is what somebody wrote, not an item of the form's list. */
export function withoutStatuses(labels: Labels, programme: Programme): Labels {
  return { includes: (text) => labels.includes(text) && findStatus(programme, text) === undefined };
}

interface SharedLabels {
  /** As they stand, which is how nearly all come back, and as comparison keys. */
  readonly shared: { readonly texts: ReadonlySet<string>; readonly keys: Keys };
  /** With {@link NOBODY}'s code or name in them. */
  readonly own: readonly string[];
}

/** Stands for an agency; private characters, which stand in no programme. */
const NOBODY = { code: '\u{f0000}', name: '\u{f0001}' };

const SHARED = new WeakMap<Programme, Map<string, SharedLabels>>();

function sharedLabels(programme: Programme, issues: readonly AgencyIssue[]): SharedLabels {
  const byMeasures = SHARED.get(programme) ?? new Map<string, SharedLabels>();
  SHARED.set(programme, byMeasures);
  const measures = issues.flatMap((issue) => issue.measures.map(({ key }) => key)).join(' ');
  const known = byMeasures.get(measures);
  if (known) return known;
  const nobody: Agency = { ...NOBODY, code: NOBODY.code as AgencyCode, kind: '', aliases: [] };
  const { sheets } = planWorkbookFor(programme, nobody, issues, { created: '' });
  const values = sheets.flatMap(({ rows }) => [...rows].flatMap(({ cells }) => cells.map(({ value }) => value)));
  const texts = new Set(values.filter((value) => typeof value === 'string'));
  const own = [...texts].filter((text) => text.includes(NOBODY.code) || text.includes(NOBODY.name));
  own.forEach((text) => texts.delete(text));
  const labels = { shared: { texts, keys: keysOf([...texts]) }, own };
  byMeasures.set(measures, labels);
  return labels;
}

function inNameOf({ code, name }: Agency, text: string): string {
  return text.replaceAll(NOBODY.code, () => code).replaceAll(NOBODY.name, () => name);
}
