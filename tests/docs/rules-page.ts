import { cellName } from '../../src/domain/spreadsheet/address.ts';
import type { Finding } from '../../src/domain/checks/finding.ts';
import { RULES } from '../../src/domain/checks/rules/registry.ts';
import { TYPED, type Parameters, type Rule } from '../../src/domain/checks/rules/rule.ts';
import { findingsEn } from '../../src/domain/messages/en/findings.ts';
import { wordsOf } from '../../src/domain/messages/message.ts';
import { describeRule } from '../../src/domain/messages/describe-finding.ts';
import { findingsTh } from '../../src/domain/messages/th/findings.ts';
import { applyEdits } from '../../src/domain/text/edits.ts';
import { EXAMPLES, type Example, type ExampleAnswer } from '../domain/checks/rules/examples.ts';
import { EXAMPLE_AGENCY, findingsOfExample } from '../support/check-example.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER } from '../support/report-builders.ts';
import { code, GENERATED, page, table } from './markdown.ts';

const LOOKS_AT: Readonly<Record<Rule['scope'], string>> = {
  text: 'one text',
  repair: 'one text, and can fix it',
  entry: 'the answer to one measure',
  submission: 'everything an agency sent in one file',
  'last-year': 'the answers and those of last year',
};

/** docs/rules.md: every rule with its words, what can be set, and examples. */
export function rulesPage(): string {
  const agency = REPORT_ROSTER.agencies.find((each) => each.code === EXAMPLE_AGENCY)?.name ?? '';
  return page(
    GENERATED,
    '# Rules / กฎการตรวจ',
    `What \`ita check\`, the pane and the ribbon find in an agency's answers: ${RULES.length} rules. A fact in braces, such as \`{likely}\`, differs from finding to finding.`,
    '`rules` in a programme’s file switches a rule off (`false`) or sets its parameters; what it does not name stays as it is:',
    '```json\n{ "rules": { "digits-arabic": false, "text-repeated": { "characters": 60 } } }\n```',
    'Findings and repairs are in the order of this table.',
    table(
      ['rule', 'severity', 'สิ่งที่พบ', 'looks at'],
      RULES.map((rule) => [
        `[${code(rule.code)}](#${rule.code})`,
        severityOf(rule),
        describeRule(rule.code, 'th'),
        LOOKS_AT[rule.scope],
      ]),
    ),
    `The examples are answers of ${agency}, an agency of a made-up municipality, in fiscal year ${REPORT_PROGRAMME.year}; it is responsible for every measure that they name but 2.1.1. ⟦ ⟧ marks what is found. Where no status is given, it is “${statusLabel('in-progress')}”.`,
    ...RULES.map((rule) => section(rule)),
  );
}

function section(rule: (typeof RULES)[number]): string {
  const { failing, passing } = EXAMPLES[rule.code];
  const [th, en] = [findingsTh.findings[rule.code], findingsEn.findings[rule.code]];
  const findings = findingsOfExample(failing);
  const repaired = rule.scope === 'repair' ? [`- Fixed: ${shown(fixed(failing, findings), [])}`] : [];
  return [
    `## ${rule.code}`,
    '',
    `${severityOf(rule)}. Looks at ${LOOKS_AT[rule.scope]}${fieldsOf(rule)}.`,
    '',
    `- ${th.message} ${th.remedy}`,
    `- ${en.message} ${en.remedy}`,
    ...parametersOf(rule.parameters),
    `- Found: ${shown(failing, findings)}`,
    ...repaired,
    `- Not found: ${shown(passing, [])}`,
  ].join('\n');
}

function severityOf({ severity }: Pick<Rule, 'severity'>): string {
  return `${wordsOf('th').severities[severity]} / ${wordsOf('en').severities[severity]}`;
}

function fieldsOf(rule: Rule): string {
  if (!('fields' in rule)) return '';
  if (rule.fields === TYPED) return ' (every field but the status)';
  return ` (${rule.fields.map((field) => `${wordsOf('th').fields[field]} / ${wordsOf('en').fields[field]}`).join(', ')})`;
}

function parametersOf(parameters: Parameters): readonly string[] {
  const settings = Object.entries(parameters).map(
    ([name, value]) =>
      `${code(name)} (${typeof value === 'number' ? 'a number' : 'a list'}): ${code(JSON.stringify(value))}`,
  );
  return settings.length === 0 ? [] : [`- Can be set: ${settings.join('; ')}`];
}

/** The example in words, with marks around what is found. */
function shown(example: Example, findings: readonly Finding[]): string {
  const { answers = [], contact = {}, issues = [], error, lastYear = [], rules } = example;
  const parts = [
    ...(rules ? [`with ${code(JSON.stringify(rules))}`] : []),
    ...(issues.length > 0 ? [`sheets of issue ${issues.join(', ')}`] : []),
    ...answers.map((answer) => answerWords(answer, findings)),
    ...Object.entries(contact).map(([field, text]) => `${field} ${code(text)}`),
    ...(error === undefined ? [] : [`a cell that shows ${code(error)}`]),
    ...lastYear.map((text) => `last year ${code(text)}`),
  ];
  return parts.join('; ');
}

function answerWords(answer: ExampleAnswer, findings: readonly Finding[]): string {
  const { measure = '1.1.1', status, result = [], date, evidence, note } = answer;
  const text = (name: string, value: string | undefined, cell: string): readonly string[] =>
    value === undefined ? [] : [`${name} ${code(marked(value, findingsAt(measure, cell, findings)))}`];
  return [
    measure,
    ...(status === undefined ? [] : [status === null ? 'no status' : `status ${code(statusLabel(status))}`]),
    ...result.flatMap((value, row) => text('result', value, `F${6 + row}`)),
    ...text('date', date, 'G6'),
    ...text('evidence', evidence, 'H6'),
    ...text('note', note, 'I6'),
  ].join(', ');
}

function statusLabel(id: string): string {
  return REPORT_PROGRAMME.statuses.find((status) => status.id === id)?.label ?? id;
}

function findingsAt(sheet: string, cell: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.sheet === sheet && isAt(finding, cell));
}

function isAt(finding: Finding, cell: string): boolean {
  return finding.cell !== undefined && cellName(finding.cell) === cell;
}

function marked(text: string, findings: readonly Finding[]): string {
  const marks = findings.flatMap(({ start, end }) =>
    start === undefined || end === undefined
      ? []
      : [
          { start, end: start, text: '⟦' },
          { start: end, end, text: '⟧' },
        ],
  );
  return applyEdits(
    text,
    marks.toSorted((one, other) => one.start - other.start),
  );
}

/** The example with the fixes of its findings made. */
function fixed(example: Example, findings: readonly Finding[]): Example {
  const edits = (cell: string) =>
    findings.flatMap((finding) => (isAt(finding, cell) && finding.fix ? [finding.fix] : []));
  return {
    answers: (example.answers ?? []).map(({ result = [], evidence, ...answer }) => ({
      ...answer,
      result: result.map((text, row) => applyEdits(text, edits(`F${6 + row}`))),
      ...(evidence === undefined ? {} : { evidence: applyEdits(evidence, edits('H6')) }),
    })),
  };
}
