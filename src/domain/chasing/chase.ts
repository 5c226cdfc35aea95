import { issuesOfAgency } from '../programme/assignment.ts';
import type { Issue, Measure } from '../programme/programme.ts';
import type { Agency, AgencyCode } from '../programme/roster.ts';
import { agencyByCode } from '../programme/responsibility.ts';
import { dueOf } from '../programme/year-data.ts';
import type { AgencyCoverage, Consolidation } from '../submissions/consolidation.ts';
import { statesOfAgency } from '../submissions/measure-states.ts';
import { instantUpToToday } from '../text/dates.ts';
import { timingOf, type Timing } from './timing.ts';

/** How far an agency is: nothing came of it, something is owed, or everything is answered. */
export type ChaseState = 'not-received' | 'unfinished' | 'complete';

/** Whom to ask; each empty where nobody told. */
export interface ChaseContact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

/** A measure that an agency has not answered, or not so that anybody can tell how far it is. */
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
  /** ISO date of its last day in Bangkok. */
  readonly due: string;
  readonly state: ChaseState;
  readonly timing: Timing;
  /** Its files, latest saved first. */
  readonly files: readonly string[];
  /** When it was saved last, as far as its files tell: an ISO 8601 instant. */
  readonly savedAt?: string;
  /** How many measures it is asked about. */
  readonly expected: number;
  /** In printed order; empty where nothing is owed. */
  readonly owed: readonly OwedIssue[];
  readonly contact: ChaseContact;
}

/** What is known of an agency besides its answers, such as of a workbook that came back blank. */
export interface KnownOfAgency {
  readonly files: readonly string[];
  readonly savedAt?: string;
  readonly contact: ChaseContact;
}

/** By which day agencies are judged, and what else is known of them. */
export interface ChaseOptions {
  /** The day in Bangkok, or an ISO 8601 instant. */
  readonly asOf: string;
  /** Last day of agencies without one of their own; the programme's by default. */
  readonly due?: string;
  /** An ISO 8601 instant: a file that was saved on a later day, by a computer whose clock is wrong, has no known time. */
  readonly now?: string;
  readonly known?: ReadonlyMap<string, KnownOfAgency>;
}

/** What every agency with measures owes, in roster order. It does not depend on the order in which files were read. */
export function chasesOf(
  { programme, roster, agencies }: Pick<Consolidation, 'programme' | 'roster' | 'agencies'>,
  { asOf, due = programme.due, now, known = new Map() }: ChaseOptions,
): readonly Chase[] {
  const byCode = agencyByCode(roster);
  return agencies.flatMap((coverage) => {
    const agency = byCode.get(coverage.agency);
    if (agency === undefined || coverage.issues.size === 0) return [];
    const states = statesOfAgency(programme, coverage);
    const owed = issuesOfAgency(programme, agency.code).flatMap(({ issue, measures }): readonly OwedIssue[] => {
      const its = measures.flatMap((measure): readonly OwedMeasure[] => {
        const state = states.get(measure.key) ?? 'missing';
        if (state === 'missing') return [{ measure, why: 'unanswered' }];
        return state === 'unclear' ? [{ measure, why: 'unclear' }] : [];
      });
      return its.length === 0 ? [] : [{ issue, measures: its }];
    });
    const received = receivedOf(coverage, agency, known.get(agency.code));
    const { files, contact } = received;
    const savedAt = now === undefined ? received.savedAt : instantUpToToday(now, received.savedAt);
    const state = owed.length === 0 ? 'complete' : files.length === 0 ? 'not-received' : 'unfinished';
    const when = savedAt === undefined ? {} : { savedAt };
    const last = dueOf({ due }, agency);
    const timing = timingOf({ isComplete: state === 'complete', ...when }, last, asOf);
    return [{ agency, due: last, state, timing, files, ...when, expected: states.size, owed, contact }];
  });
}

/** Those who owe something. */
export function owingOf(chases: readonly Chase[]): readonly Chase[] {
  return chases.filter(({ owed }) => owed.length > 0);
}

/** The measures that an agency owes, in printed order. */
export function owedMeasures({ owed }: Pick<Chase, 'owed'>): readonly OwedMeasure[] {
  return owed.flatMap(({ measures }) => measures);
}

/** What came of an agency: by its answers, or by what else is known where these are none. */
function receivedOf({ submissions }: AgencyCoverage, agency: Agency, known: KnownOfAgency | undefined): KnownOfAgency {
  const own = submissions.map(({ contact }) => contact).find((contact) => Object.keys(contact).length > 0);
  const onCover = own && contactOf({ name: own.name?.text, phone: own.phone?.text, email: own.email?.text });
  const contact = mostReachable([onCover, known?.contact, inRoster(agency)]);
  const [first] = submissions;
  if (first === undefined) return { files: [], ...known, contact };
  const savedAt = submissions.find((each) => each.savedAt !== undefined)?.savedAt;
  return {
    files: submissions.map(({ file }) => file),
    ...(savedAt === undefined ? {} : { savedAt }),
    contact,
  };
}

/**
 * The first contact that can be reached, then the first with a name: what the agency wrote itself is newer than the roster. Contacts
 * are not mixed, because they may be of different people.
 */
function mostReachable(contacts: readonly (ChaseContact | undefined)[]): ChaseContact {
  const told = contacts.filter((contact) => contact !== undefined);
  return (
    told.find(({ phone, email }) => phone !== '' || email !== '') ??
    told.find(({ name }) => name !== '') ??
    contactOf({})
  );
}

function inRoster({ contact, phone, email }: Agency): ChaseContact {
  return contactOf({ name: contact, phone, email });
}

function contactOf(told: { readonly [Field in keyof ChaseContact]?: string | undefined }): ChaseContact {
  const { name = '', phone = '', email = '' } = told;
  return { name: name.trim(), phone: phone.trim(), email: email.trim() };
}

/** The chases of these agencies, in their order. */
export function chasesFor(chases: readonly Chase[], codes: ReadonlySet<AgencyCode>): readonly Chase[] {
  return chases.filter(({ agency }) => codes.has(agency.code));
}
