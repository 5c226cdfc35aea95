import { issuesOf, measuresOfIssue, type Issue, type Programme } from '../../programme/programme.ts';
import { compareKey } from '../../text/compare.ts';
import { labelKey } from '../../text/label-key.ts';
import type { WorkbookIdentity } from '../identity.ts';
import type { FormWording } from '../wordings/form-wording.ts';
import { FORM_WORDINGS } from '../wordings/wordings.ts';
import { findColumns, identityOfSheet, type TokenSheet } from './sheet-reading.ts';

/** A sheet and its kind. */
export interface KnownSheet {
  readonly tokens: TokenSheet;
  readonly kind: 'cover' | 'issue' | 'unknown';
  readonly workbook?: WorkbookIdentity;
  readonly issue?: Issue;
}

/** Identifies a sheet by its tokens or, without them, by the measures that it shows under the form's headings. */
export function recognise(
  tokens: TokenSheet,
  programme: Programme,
  forms: readonly FormWording[] = FORM_WORDINGS,
): KnownSheet {
  const identity = identityOfSheet(tokens);
  const issues = issuesOf(programme).map(({ issue }) => issue);
  const byToken = issues.find(({ number }) => number === identity.issue);
  if (identity.kind !== 'unknown') {
    const { kind, workbook } = identity;
    return { tokens, kind, ...(workbook && { workbook }), ...(byToken && { issue: byToken }) };
  }
  const { columnOf } = findColumns(tokens, forms);
  if (columnOf.size === 0) return { tokens, kind: 'unknown' };
  const shown = new Set(
    tokens.cells.filter(({ column }) => columnOf.get(column) === 'measure').map(({ text }) => compareKey(text)),
  );
  const matches = issues
    .map((issue) => ({
      issue,
      count: measuresOfIssue(issue).filter(({ text }) => shown.has(labelKey(text))).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return matches[0] ? { tokens, kind: 'issue', issue: matches[0].issue } : { tokens, kind: 'unknown' };
}

/** Whether the sheet is one of the office's, such as a master's. */
export function isOfficeSheet({ tokens }: TokenSheet): boolean {
  return tokens.some(({ token }) => token.kind === 'office');
}

/** Groups sheets by the workbook that they were made in; sheets without an identity belong to the file itself. */
export function groupByIdentity(
  sheets: readonly KnownSheet[],
  fallback: WorkbookIdentity | undefined,
): readonly { readonly identity: WorkbookIdentity | undefined; readonly members: readonly KnownSheet[] }[] {
  const groups = new Map<string, { identity: WorkbookIdentity | undefined; members: KnownSheet[] }>();
  if (fallback) groups.set(keyOf(fallback), { identity: fallback, members: [] });
  for (const sheet of sheets) {
    const identity = sheet.workbook ?? fallback;
    const group = groups.get(keyOf(identity)) ?? { identity, members: [] };
    group.members.push(sheet);
    groups.set(keyOf(identity), group);
  }
  return [...groups.values()];
}

function keyOf(identity: WorkbookIdentity | undefined): string {
  return JSON.stringify([identity?.programme, identity?.version, identity?.agency]);
}
