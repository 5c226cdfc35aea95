import { cellAt } from '../support/cells.ts';
import process from 'node:process';
import { issuesOf, measuresOf, type MeasureKey, type StatusId } from '../../src/domain/programme/programme.ts';
import { builtInDigitProfile } from '../../src/domain/programme/catalogue.ts';
import type { ReadResult, Submission } from '../../src/domain/submissions/submission.ts';
import { foldDigits } from '../../src/domain/text/digits.ts';
import { RULES, type RuleCode } from '../../src/domain/checks/rules/registry.ts';
import { activeRules } from '../../src/domain/checks/rules/settings.ts';
import { validate } from '../../src/domain/checks/validate.ts';
import { programme, roster } from './filled-workbook.ts';
import { median, type Effort } from './race.ts';
import { figure, type Result } from './result.ts';
import { ThaiText } from './thai-text.ts';

const ANSWERS = 60;
const CHARACTERS = 3_000;
const ALL = 'all rules';

/** Checks the answers of one workbook, with all rules and with each rule left out in turn. */
export function benchCheck(effort: Effort): Promise<Result> {
  const result = fullResult();
  const all = { name: ALL, ms: timeOf(() => validate(result, { programme, roster }), effort) };
  const shares = RULES.map(({ code }) => ({ name: code, ms: timeOf(workOf(code, result), effort) })).toSorted(
    (one, other) => other.ms - one.ms,
  );
  return Promise.resolve({
    title: 'Check the answers of a workbook',
    note: `${ANSWERS} answers of ${CHARACTERS.toLocaleString('en')} Thai characters, the words of the printed report; processor time, medians after warm-up. A rule's share is its finder alone over all texts.`,
    tables: [
      {
        title: 'All rules, and each by itself',
        head: ['', 'ms', '% of all'],
        rows: [all, ...shares].map(({ name, ms }) => [name, figure(ms), figure((ms / all.ms) * 100)]),
      },
    ],
    charts: [],
    aims: [{ name: 'check a full workbook', value: all.ms, limit: 50, kind: 'at-most', unit: 'ms' }],
  });
}

/** Milliseconds of processor time that a piece of work takes when it is warm: the median of its passes. */
function timeOf(work: () => unknown, { rounds }: Effort): number {
  const passes = rounds * 5;
  for (let pass = 0; pass < passes; pass += 1) work();
  const times = Array.from({ length: passes }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return median(times);
}

/** A submission with so many answers; measures that are there once more than the programme has answers are left out. */
function fullResult(): ReadResult {
  const text = new ThaiText(2565);
  const location = { sheet: 'แผ่นงาน', cell: cellAt('F6') };
  const status = { id: 'done' as StatusId, text: 'ดำเนินการแล้ว', ...location };
  const keys: MeasureKey[] = measuresOf(programme).map(({ measure }) => measure.key);
  const measures = Array.from({ length: ANSWERS }, (_, index) => keys[index % keys.length]!);
  const submission: Submission = {
    agency: roster.agencies[0]!.code,
    file: 'workbook.xlsx',
    issues: issuesOf(programme).map(({ issue }) => issue.number),
    contact: {},
    entries: measures.map((measure, index) => ({
      measure,
      status,
      paragraphs: [{ text: text.text(CHARACTERS), sheet: 'แผ่นงาน', cell: cellAt(`F${index + 6}`) }],
      dates: [],
      evidence: [],
      notes: [],
    })),
  };
  return { submissions: [submission], problems: [] };
}

/** One rule's own work on all texts. */
function workOf(code: RuleCode, { submissions }: ReadResult): () => unknown {
  const rules = activeRules({ programme, roster, digits: builtInDigitProfile() });
  const texts = submissions.flatMap(({ entries }) => entries.flatMap(({ paragraphs }) => paragraphs));
  const [submission] = submissions;
  const checked = {
    agency: submission!.agency,
    issues: submission!.issues,
    contacts: [],
    problems: [],
    entries: submission!.entries.map(({ measure, status, paragraphs }) => ({
      measure,
      status,
      texts: paragraphs.map((source) => ({
        text: source.text,
        source: { ...source, measure, field: 'result' as const },
      })),
    })),
  };
  return () => [
    rules.repairs
      .filter(({ rule }) => rule.code === code)
      .map(({ rule, context }) => texts.map(({ text }) => rule.repair(text, context))),
    rules.texts
      .filter(({ rule }) => rule.code === code && rule.fields.includes('result'))
      .map(({ rule, context }) => texts.map(({ text }) => [...rule.find(text, context, foldDigits(text))])),
    rules.entries
      .filter(({ rule }) => rule.code === code)
      .map(({ rule, context }) => checked.entries.map((entry) => [...rule.find(entry, checked, context)])),
    rules.submissions
      .filter(({ rule }) => rule.code === code)
      .map(({ rule, context }) => [...rule.find(checked, context)]),
    rules.lastYear
      .filter(({ rule }) => rule.code === code)
      .map(({ rule, context }) => [...rule.find(checked, [], context)]),
  ];
}
