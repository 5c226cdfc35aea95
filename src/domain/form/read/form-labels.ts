import { issuesOfAgency, type AgencyIssue } from '../../programme/assignment.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Agency } from '../../programme/roster.ts';
import { compareKey } from '../../text/compare.ts';
import { thaiLongDate } from '../../text/dates.ts';
import { parseToken } from '../identity.ts';
import { formTexts } from '../wordings/form-texts.ts';
import type { FormWording } from '../wordings/form-wording.ts';
import { findStatus } from '../../programme/find-status.ts';

/** The form's own texts, compared without regard to spacing and kind of digits. */
export interface Labels {
  /** Whether the text is one of the form's own. */
  includes(text: string): boolean;
}

/** A form without labels. */
export const NO_LABELS: Labels = { includes: () => false };

/**
 * Every text that an agency's workbook shows by itself in these words, and its tokens. Most of it is the same for all agencies that are
 * asked for the same measures, and found out once for them all: there may be thousands.
 * @param wordings words of the versions of the form that it may be of
 */
export function labelsOf(programme: Programme, agency: Agency, wordings: readonly FormWording[]): Labels {
  const issues = issuesOfAgency(programme, agency.code);
  // A workbook that was sent before the agency got a date of its own shows the date of all, which is among the shared labels.
  const ownDue = agency.due === undefined ? [] : [thaiLongDate(agency.due)];
  const parts = wordings.map((wording) => {
    const { shared, own } = sharedLabels(wording, programme, issues);
    return { shared, own: labelSet([...own.map((text) => text.replaceAll(NOBODY, () => agency.name)), ...ownDue]) };
  });
  return {
    includes: (text) =>
      isOwnToken(text, agency) ||
      parts.some(({ shared, own }) => {
        if (shared.texts.has(text) || own.texts.has(text)) return true;
        const key = mayBegin(text, shared.keys(), own.keys()) ? compareKey(text) : '';
        return key !== '' && (shared.keys().whole.has(key) || own.keys().whole.has(key));
      }),
  };
}

/** Whether a text is a token of the agency's workbook in a cell where no token belongs. */
function isOwnToken(text: string, { code }: Agency): boolean {
  const token = text.includes('ita:') ? parseToken(compareKey(text)) : undefined;
  return token !== undefined && (!('workbook' in token) || token.workbook.agency === code);
}

/** Characters of a key that tell nearly every answer from the labels, and of a text that such a beginning is looked for in. */
const START = 12;
const LOOK = 48;

/** Comparison keys, and the beginnings of those that are long enough. */
interface Keys {
  readonly whole: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
}

/** Labels verbatim, as nearly all come back, and as comparison keys, which are made when a text has to be compared. */
interface LabelSet {
  readonly texts: ReadonlySet<string>;
  readonly keys: () => Keys;
}

function labelSet(labels: readonly string[]): LabelSet {
  let keys: Keys | undefined;
  return { texts: new Set(labels), keys: () => (keys ??= keysOf(labels)) };
}

function keysOf(texts: readonly string[]): Keys {
  const whole = new Set(texts.map(compareKey));
  return { whole, starts: new Set([...whole].map((key) => key.slice(0, START))) };
}

/** Whether a text begins like a label; also true if it has too few characters to tell. Keys are made character by character. */
function mayBegin(text: string, ...labels: readonly Keys[]): boolean {
  const start = compareKey(text.slice(0, LOOK)).slice(0, START);
  return start.length < START || labels.some(({ starts }) => starts.has(start));
}

/** In a sheet that is not part of the form a status was typed by a person; it is not an item of the form's list. */
export function withoutStatuses(labels: Labels, programme: Programme): Labels {
  return { includes: (text) => labels.includes(text) && findStatus(programme, text) === undefined };
}

interface SharedLabels {
  readonly shared: LabelSet;
  /** With {@link NOBODY} in place of the agency's name. */
  readonly own: readonly string[];
}

/** Placeholder for an agency's name: a private-use character, which no programme contains. */
const NOBODY = '\u{f0001}';

const SHARED = new WeakMap<Programme, Map<string, SharedLabels>>();

function sharedLabels(wording: FormWording, programme: Programme, issues: readonly AgencyIssue[]): SharedLabels {
  const known = SHARED.get(programme) ?? new Map<string, SharedLabels>();
  SHARED.set(programme, known);
  const measures = issues.flatMap((issue) => issue.measures.map(({ key }) => key)).join(' ');
  const key = `${wording.version} ${measures}`;
  const found = known.get(key);
  if (found) return found;
  const texts = new Set(formTexts(wording, programme, { name: NOBODY }, issues));
  const own = [...texts].filter((text) => text.includes(NOBODY));
  own.forEach((text) => texts.delete(text));
  const labels = { shared: labelSet([...texts]), own };
  known.set(key, labels);
  return labels;
}
