import { parseMeasureKey, type MeasureKey, type Programme } from '../programme/programme.ts';
import type { AgencyCode } from '../programme/roster.ts';
import type { ContactField } from '../submissions/submission.ts';
import { foldDigits } from '../text/digits.ts';
import { isColumnId, type ColumnId } from './columns.ts';

/**
 * A workbook identifies itself in two independent ways: by custom document properties, and by tokens, short
 * self-describing texts in hidden cells. Every sheet and every row has its tokens twice, so a sheet that is copied,
 * sorted, shifted or re-saved by another program can still be identified.
 */
export interface WorkbookIdentity {
  readonly programme: string;
  readonly version: string;
  /** As written; it may be missing from the roster. */
  readonly agency: string;
  /** Version of the form, as written. Workbooks of the first version were sent without it. */
  readonly form?: string;
}

/** The edition of a year's data that a workbook was made from. */
export type NamedYear = Pick<WorkbookIdentity, 'programme' | 'version'>;

/** The contact fields, in the order of the cover. */
export const CONTACT_FIELDS: readonly ContactField[] = ['name', 'phone', 'email'];

/** What a token identifies: the sheet, row or column of its cell. */
export type Token =
  /** A sheet of the office. Its first `reportColumns` columns are for readers, the rest is the program's data. */
  | { readonly kind: 'office'; readonly reportColumns: number }
  | { readonly kind: 'cover'; readonly workbook: WorkbookIdentity }
  | { readonly kind: 'sheet'; readonly workbook: WorkbookIdentity; readonly issue: number }
  | { readonly kind: 'row'; readonly workbook: WorkbookIdentity; readonly measure: MeasureKey }
  | { readonly kind: 'column'; readonly column: ColumnId }
  | { readonly kind: 'field'; readonly field: ContactField }
  /** The column of last year's answers or, with `sum`, the checksum of one of its cells; see `past-checksum.ts`. */
  | { readonly kind: 'past'; readonly sum?: string }
  | { readonly kind: 'end' }
  /** The column of a master with the parts of split texts or, with `data`, one such part; see `master/text-parts.ts`. */
  | { readonly kind: 'part'; readonly data?: string }
  /** What the list of a master has taken over from sheets that people renamed or copied; see `master/taken-over.ts`. */
  | { readonly kind: 'taken'; readonly data: string }
  /** Data of the year that the workbook carries; see `carried-year.ts`. */
  | { readonly kind: 'year'; readonly data: string };

const PREFIX = 'ita:';

/** Older versions of the program take such a token for an end token, which means nothing on a sheet of its own, and skip the sheet. */
const YEAR_PREFIX = `${PREFIX}end=year/`;

/** Older versions take such a token for an end token, too. */
const PART_PREFIX = `${PREFIX}end=part`;

/** And this one. */
const TAKEN_PREFIX = `${PREFIX}end=taken/`;

/** The text of a token, as written in a hidden cell. */
export function formatToken(token: Token): string {
  switch (token.kind) {
    case 'office':
      return `${PREFIX}office=${token.reportColumns}`;
    case 'end':
      return `${PREFIX}end`;
    case 'cover':
      return `${PREFIX}cover=${formatWorkbook(token.workbook)}`;
    case 'sheet':
      return `${PREFIX}sheet=${formatWorkbook(token.workbook, String(token.issue))}`;
    case 'row':
      return `${PREFIX}row=${formatWorkbook(token.workbook, token.measure)}`;
    case 'column':
      return `${PREFIX}column=${token.column}`;
    case 'field':
      return `${PREFIX}field=${token.field}`;
    case 'past':
      return token.sum === undefined ? `${PREFIX}past` : `${PREFIX}past=${token.sum}`;
    case 'part':
      return token.data === undefined ? PART_PREFIX : `${PART_PREFIX}/${token.data}`;
    case 'taken':
      return `${TAKEN_PREFIX}${token.data}`;
    case 'year':
      return `${YEAR_PREFIX}${token.data}`;
  }
}

/** Whether the text of a cell is a token with data of the year, complete or not; faster than {@link parseToken}. */
export function isYearToken(text: string): boolean {
  return text.trimStart().startsWith(YEAR_PREFIX);
}

const BEGINNING = /^\s*ita:/i;

/** Whether a text begins like a token: a cheap test, because most texts are no tokens. */
export function beginsAsToken(text: string): boolean {
  return BEGINNING.test(text);
}

/** Parses the text of a cell as a token, also with Thai digits; undefined if it is not a token. */
export function parseToken(text: string): Token | undefined {
  if (!beginsAsToken(text)) return undefined;
  const [, kind, value = ''] = /^\s*ita:([a-z]+)(?:=(\S+))?\s*$/i.exec(foldDigits(text)) ?? [];
  const parts = value.split('/');
  switch (kind?.toLowerCase()) {
    case 'office':
      return { kind: 'office', reportColumns: /^\d{1,5}$/.test(value) ? Number(value) : 0 };
    case 'end':
      return endToken(value);
    case 'cover': {
      const workbook = parseWorkbook(parts, parts[3]);
      return workbook && parts.length <= 4 ? { kind: 'cover', workbook } : undefined;
    }
    case 'sheet': {
      const workbook = parseWorkbook(parts, parts[4]);
      const issue = Number(parts[3]);
      return workbook && Number.isInteger(issue) && issue > 0 ? { kind: 'sheet', workbook, issue } : undefined;
    }
    case 'row': {
      const workbook = parseWorkbook(parts, parts[4]);
      const measure = parseMeasureKey(parts[3] ?? '');
      return workbook && measure ? { kind: 'row', workbook, measure } : undefined;
    }
    case 'column':
      return isColumnId(value) ? { kind: 'column', column: value } : undefined;
    case 'field':
      return fieldToken(value);
    case 'past':
      return value === '' ? { kind: 'past' } : { kind: 'past', sum: value };
    case undefined:
    default:
      return undefined;
  }
}

/**
 * The identity of the workbook that is made for one agency.
 * @param form version of the form
 */
export function agencyIdentity(programme: Programme, agency: AgencyCode, form: number): WorkbookIdentity {
  return { programme: programme.id, version: programme.version, agency, form: String(form) };
}

/**
 * Custom document properties of an agency's workbook.
 * @param form version of the form
 */
export function agencyProperties(programme: Programme, agency: AgencyCode, form: number): Record<string, string> {
  return { ...programmeProperties(programme), 'ITA.Kind': 'agency', 'ITA.Agency': agency, 'ITA.Form': String(form) };
}

/** Custom document properties of a workbook of the office, which is never read as an agency's answer. */
export function officeProperties(programme: Programme, kind: 'master' | 'index' | 'programme'): Record<string, string> {
  return { ...programmeProperties(programme), 'ITA.Kind': kind };
}

/** Version of the algorithm that groups answers. */
const GROUPING = '1';

/**
 * Custom document properties of a master.
 * @param isGrouped whether similar answers are grouped into one paragraph
 */
export function masterProperties(programme: Programme, isGrouped: boolean): Record<string, string> {
  return { ...officeProperties(programme, 'master'), 'ITA.Grouping': isGrouped ? GROUPING : 'none' };
}

/** Whether the answers of a master are grouped; undefined if its properties do not tell, as in masters from before grouping. */
export function groupingOfProperties(properties: ReadonlyMap<string, string>): boolean | undefined {
  const value = foldDigits(properties.get('ITA.Grouping') ?? '').trim();
  return value === '' ? undefined : value !== 'none';
}

/** The identity in a workbook's properties. */
export function identityOfProperties(properties: ReadonlyMap<string, string>): {
  readonly office: boolean;
  /** Id of the programme whose master it is. */
  readonly master?: string;
  /** Id of the programme whose data it holds, to be edited by the office. */
  readonly yearOf?: string;
  readonly workbook?: WorkbookIdentity;
} {
  const value = (name: string): string => foldDigits(properties.get(name) ?? '').trim();
  const kind = value('ITA.Kind');
  const form = value('ITA.Form');
  const workbook = {
    programme: value('ITA.Programme'),
    version: value('ITA.Version'),
    agency: value('ITA.Agency'),
    ...(form === '' ? {} : { form }),
  };
  const complete = kind === 'agency' && workbook.programme !== '' && workbook.agency !== '';
  return {
    office: kind === 'master' || kind === 'index' || kind === 'programme',
    ...(kind === 'master' && workbook.programme !== '' ? { master: workbook.programme } : {}),
    ...(kind === 'programme' ? { yearOf: workbook.programme } : {}),
    ...(complete ? { workbook } : {}),
  };
}

/** The year that the properties of an agency's or the office's workbook name; undefined if they do not. */
export function yearOfProperties(properties: ReadonlyMap<string, string>): NamedYear | undefined {
  const [programme = '', version = ''] = ['ITA.Programme', 'ITA.Version'].map((name) =>
    foldDigits(properties.get(name) ?? '').trim(),
  );
  return programme === '' || version === '' ? undefined : { programme, version };
}

function programmeProperties(programme: Programme): Record<string, string> {
  return {
    'ITA.Programme': programme.id,
    'ITA.Version': programme.version,
    'ITA.Year': String(programme.year),
  };
}

/** The form's version comes last, so that tokens without it, in workbooks of the first version, stay valid. */
function formatWorkbook({ programme, version, agency, form }: WorkbookIdentity, ...more: readonly string[]): string {
  return [programme, version, agency, ...more, ...(form === undefined ? [] : [form])].join('/');
}

function parseWorkbook(
  [programme, version, agency]: readonly string[],
  form: string | undefined,
): WorkbookIdentity | undefined {
  return programme && version && agency ? { programme, version, agency, ...(form ? { form } : {}) } : undefined;
}

function endToken(value: string): Token {
  const [, kind, , data] = /^(year|part|taken)(\/(.*))?$/.exec(value) ?? [];
  if (kind === 'part') return data === undefined ? { kind } : { kind, data };
  return kind === 'year' || kind === 'taken' ? { kind, data: data ?? '' } : { kind: 'end' };
}

function fieldToken(value: string): Token | undefined {
  const field = CONTACT_FIELDS.find((one) => one === value);
  return field && { kind: 'field', field };
}
