import { issuesOfAgency, type AgencyIssue } from '../../programme/assignment.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Agency } from '../../programme/roster.ts';
import { compareKey } from '../../text/compare.ts';
import { thaiLongDate } from '../../text/dates.ts';
import { parseToken } from '../identity.ts';
import { formTexts } from '../wordings/form-texts.ts';
import type { FormWording } from '../wordings/form-wording.ts';
import { findStatus } from '../../programme/find-status.ts';

/** A form's own texts. Spacing and kind of digits do not count. */
export interface Labels {
  /** Whether a text is one of the form's own. */
  includes(text: string): boolean;
}

/** A form without labels. */
export const NO_LABELS: Labels = { includes: () => false };

/**
 * Every text that the form itself shows in an agency's workbook, and its tokens. Most labels are the same for all agencies with the
 * same measures, of which there may be thousands, and are prepared once for all of them.
 * @param wordings words of the versions that the workbook may be of
 */
export function labelsOf(programme: Programme, agency: Agency, wordings: readonly FormWording[]): Labels {
  const issues = issuesOfAgency(programme, agency.code);
  // A workbook sent before the agency got its own due date shows the general one, which is among the shared labels.
  const ownDue = agency.due === undefined ? [] : [thaiLongDate(agency.due)];
  const parts = wordings.map((wording) => {
    const { shared, own } = sharedLabels(wording, programme, issues);
    return {
      shared,
      own: labelSet([...own.map((text) => text.replaceAll(AGENCY_NAME, () => agency.name)), ...ownDue]),
    };
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

/** As many characters of a comparison key distinguish nearly every answer from the labels. */
const START = 12;

/** Characters of a text from which {@link START} characters of its key are taken. */
const LOOKAHEAD = 48;

/** Comparison keys, and the beginnings of those that are long enough. */
interface Keys {
  readonly whole: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
}

/** Labels verbatim, as nearly all come back, and as comparison keys, which are computed on first use. */
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

/** Whether a text begins like a label, or is too short to tell. */
function mayBegin(text: string, ...labels: readonly Keys[]): boolean {
  const start = compareKey(text.slice(0, LOOKAHEAD)).slice(0, START);
  return start.length < START || labels.some(({ starts }) => starts.has(start));
}

/** The labels of a sheet that is not part of the form: a status there was typed by a person and is not an item of the form's list. */
export function withoutStatuses(labels: Labels, programme: Programme): Labels {
  return { includes: (text) => labels.includes(text) && findStatus(programme, text) === undefined };
}

interface SharedLabels {
  readonly shared: LabelSet;
  /** With {@link AGENCY_NAME} in place of the agency's name. */
  readonly own: readonly string[];
}

/** Placeholder for an agency's name: a private-use character, which no programme contains. */
const AGENCY_NAME = '\u{f0001}';

const SHARED = new WeakMap<Programme, Map<string, SharedLabels>>();

function sharedLabels(wording: FormWording, programme: Programme, issues: readonly AgencyIssue[]): SharedLabels {
  const known = SHARED.get(programme) ?? new Map<string, SharedLabels>();
  SHARED.set(programme, known);
  const measures = issues.flatMap((issue) => issue.measures.map(({ key }) => key)).join(' ');
  const key = `${wording.version} ${measures}`;
  const found = known.get(key);
  if (found) return found;
  const texts = new Set(formTexts(wording, programme, { name: AGENCY_NAME }, issues));
  const own = [...texts].filter((text) => text.includes(AGENCY_NAME));
  own.forEach((text) => texts.delete(text));
  const labels = { shared: labelSet([...texts]), own };
  known.set(key, labels);
  return labels;
}
