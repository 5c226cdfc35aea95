import { issuesOfAgency } from '../programme/assignment.ts';
import type { Issue, Measure, MeasureKey, Programme } from '../programme/programme.ts';
import type { Agency, AgencyCode } from '../programme/roster.ts';
import { agencyByCode } from '../programme/responsibility.ts';
import { dueOf } from '../programme/year-data.ts';
import type { AgencyCoverage, Consolidation } from '../submissions/consolidation.ts';
import { statesOfAgency, type AskedState } from '../submissions/measure-states.ts';
import { instantUpToToday } from '../text/dates.ts';
import { timingOf, type Timing } from './timing.ts';

/** How far an agency is: no file was received, something is owed, or everything is answered. */
export type ChaseState = 'not-received' | 'unfinished' | 'complete';

/** Whom to contact; unknown fields are empty. */
export interface ChaseContact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

/** A measure that an agency has not answered, or whose answer does not tell how far it is. */
export interface OwedMeasure {
  readonly measure: Measure;
  readonly why: 'unanswered' | 'unclear';
}

/** What an agency owes of one issue. */
export interface OwedIssue {
  readonly issue: Issue;
  /** In printed order; never empty. */
  readonly measures: readonly OwedMeasure[];
}

/** What an agency owes, by when, how late it is, and whom to ask. */
export interface Chase {
  readonly agency: Agency;
  /** ISO date of its last day, in Bangkok. */
  readonly due: string;
  readonly state: ChaseState;
  readonly timing: Timing;
  /** Its files, latest saved first. */
  readonly files: readonly string[];
  /** ISO 8601 instant at which its latest file was saved; absent if its files do not tell. */
  readonly savedAt?: string;
  /** How many measures it is asked about. */
  readonly expected: number;
  /** In printed order; empty where nothing is owed. */
  readonly owed: readonly OwedIssue[];
  readonly contact: ChaseContact;
}

/** What was received from an agency: its files and contact, even if a workbook came back blank. */
export interface Receipt {
  readonly files: readonly string[];
  readonly savedAt?: string;
  readonly contact: ChaseContact;
}

/** By which day agencies are judged, and what else was received from them. */
export interface ChaseOptions {
  /** The day in Bangkok, or an ISO 8601 instant. */
  readonly asOf: string;
  /** Last day of agencies without one of their own; the programme's by default. */
  readonly due?: string;
  /** An ISO 8601 instant: a file that was saved on a later day, by a computer whose clock is wrong, has no known time. */
  readonly now?: string;
  /** By agency code, for agencies without answers. */
  readonly receipts?: ReadonlyMap<string, Receipt>;
}

/** What every agency with measures owes, in roster order. The result does not depend on the order in which files were read. */
export function chasesOf(
  { programme, roster, agencies }: Pick<Consolidation, 'programme' | 'roster' | 'agencies'>,
  { asOf, due = programme.due, now, receipts = new Map() }: ChaseOptions,
): readonly Chase[] {
  const byCode = agencyByCode(roster);
  return agencies.flatMap((coverage) => {
    const agency = byCode.get(coverage.agency);
    if (agency === undefined || coverage.issues.size === 0) return [];
    const states = statesOfAgency(programme, coverage);
    const owed = owedIssues(programme, agency, states);
    const receipt = receiptOf(coverage, agency, receipts.get(agency.code));
    const { files, contact } = receipt;
    const savedAt = now === undefined ? receipt.savedAt : instantUpToToday(now, receipt.savedAt);
    const state = owed.length === 0 ? 'complete' : files.length === 0 ? 'not-received' : 'unfinished';
    const when = savedAt === undefined ? {} : { savedAt };
    const last = dueOf({ due }, agency);
    const timing = timingOf({ isComplete: state === 'complete', ...when }, last, asOf);
    return [{ agency, due: last, state, timing, files, ...when, expected: states.size, owed, contact }];
  });
}

function owedIssues(
  programme: Programme,
  agency: Agency,
  states: ReadonlyMap<MeasureKey, AskedState>,
): readonly OwedIssue[] {
  return issuesOfAgency(programme, agency.code).flatMap(({ issue, measures }): readonly OwedIssue[] => {
    const owed = measures.flatMap((measure): readonly OwedMeasure[] => {
      const state = states.get(measure.key) ?? 'missing';
      if (state === 'missing') return [{ measure, why: 'unanswered' }];
      return state === 'unclear' ? [{ measure, why: 'unclear' }] : [];
    });
    return owed.length === 0 ? [] : [{ issue, measures: owed }];
  });
}

/** The chases of agencies that owe something. */
export function chasesOwing(chases: readonly Chase[]): readonly Chase[] {
  return chases.filter(({ owed }) => owed.length > 0);
}

/** The measures that an agency owes, in printed order. */
export function owedMeasures({ owed }: Pick<Chase, 'owed'>): readonly OwedMeasure[] {
  return owed.flatMap(({ measures }) => measures);
}

/** What was received from an agency according to its answers or, without any, to an earlier receipt. */
function receiptOf({ submissions }: AgencyCoverage, agency: Agency, earlier: Receipt | undefined): Receipt {
  const own = submissions.map(({ contact }) => contact).find((contact) => Object.keys(contact).length > 0);
  const onCover = own && contactOf({ name: own.name?.text, phone: own.phone?.text, email: own.email?.text });
  const contact = firstReachable([onCover, earlier?.contact, rosterContact(agency)]);
  const [first] = submissions;
  if (first === undefined) return { files: [], ...earlier, contact };
  const savedAt = submissions.find((each) => each.savedAt !== undefined)?.savedAt;
  return {
    files: submissions.map(({ file }) => file),
    ...(savedAt === undefined ? {} : { savedAt }),
    contact,
  };
}

/**
 * The first contact with a telephone number or an address, else the first with a name. Contacts are not combined, because they may be
 * different people.
 * @param contacts the latest first
 */
function firstReachable(contacts: readonly (ChaseContact | undefined)[]): ChaseContact {
  const known = contacts.filter((contact) => contact !== undefined);
  return (
    known.find(({ phone, email }) => phone !== '' || email !== '') ??
    known.find(({ name }) => name !== '') ??
    contactOf({})
  );
}

function rosterContact({ contact, phone, email }: Agency): ChaseContact {
  return contactOf({ name: contact, phone, email });
}

function contactOf(fields: { readonly [Field in keyof ChaseContact]?: string | undefined }): ChaseContact {
  const { name = '', phone = '', email = '' } = fields;
  return { name: name.trim(), phone: phone.trim(), email: email.trim() };
}

/** The chases of these agencies, in roster order. */
export function chasesFor(chases: readonly Chase[], codes: ReadonlySet<AgencyCode>): readonly Chase[] {
  return chases.filter(({ agency }) => codes.has(agency.code));
}
