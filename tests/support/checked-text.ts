import { cellName } from '../../src/domain/spreadsheet/address.ts';
import { cellAt } from './cells.ts';
import type { EntryField } from '../../src/domain/diagnostics/problem.ts';
import type { Finding } from '../../src/domain/checks/finding.ts';
import { fixesOf } from '../../src/domain/checks/fixes.ts';
import type { Entry, SourcedText } from '../../src/domain/submissions/submission.ts';
import { validate } from '../../src/domain/checks/validate.ts';
import { applyEdits } from '../../src/domain/text/edits.ts';
import { paragraphsOf } from '../../src/domain/text/paragraphs.ts';
import type { RuleSettings } from '../../src/domain/programme/rule-settings.ts';
import type { StatusId, MeasureKey } from '../../src/domain/programme/programme.ts';
import { submissionOf, REPORT_PROGRAMME, REPORT_ROSTER } from './report-builders.ts';

/** Rules that ask for answers: a test of one text has no others. */
const QUIET: RuleSettings = { 'answer-missing': false, 'contact-missing': false };

type TextField = Exclude<EntryField, 'status'>;

/** An entry of one cell, whose text may have several paragraphs. */
export function entryWith(text: string, field: TextField = 'result', status: StatusId = 'in-progress'): Entry {
  const location = { sheet: 'ประเด็น ๑', cell: cellAt('F6') };
  const texts: readonly SourcedText[] =
    field === 'result'
      ? paragraphsOf(text).map((paragraph) => ({ text: paragraph.text, ...location }))
      : text.trim() === ''
        ? []
        : [{ text: text.trim(), ...location }];
  const of = (wanted: TextField): readonly SourcedText[] => (wanted === field ? texts : []);
  return {
    measure: '1.1.1' as MeasureKey,
    status: { id: status, text: 'สถานะ', sheet: 'ประเด็น ๑', cell: cellAt('E6') },
    paragraphs: of('result'),
    dates: of('date'),
    evidence: of('evidence'),
    notes: of('note'),
  };
}

/** The findings in a cell with this text, by rules of the small programme. */
export function findingsIn(text: string, field: TextField = 'result', rules: RuleSettings = {}): readonly Finding[] {
  const submission = { ...submissionOf('01', {}), entries: [entryWith(text, field)] };
  return validate(
    { submissions: [submission], problems: [] },
    {
      programme: { ...REPORT_PROGRAMME, rules: { ...QUIET, ...rules } },
      roster: REPORT_ROSTER,
      cells: (_, cell) => (cellName(cell) === 'F6' ? text : undefined),
    },
  );
}

/** The text with all fixes made. */
export function fixed(text: string, findings: readonly Finding[]): string {
  return applyEdits(
    text,
    fixesOf(findings).flatMap(({ edits }) => edits),
  );
}
