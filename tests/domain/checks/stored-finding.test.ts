import fc from 'fast-check';
import type { Finding } from '../../../src/domain/checks/finding.ts';
import { isFinding, remarksOfReport } from '../../../src/domain/checks/remark.ts';
import { findingKeeper } from '../../../src/domain/checks/stored-finding.ts';
import { validate } from '../../../src/domain/checks/validate.ts';
import { readResult, REPORT_PROGRAMME as programme, REPORT_ROSTER as roster } from '../../support/report-builders.ts';

/** Keeps texts by their numbers. */
function storeOf(texts: string[]) {
  return { keep: (text: string) => texts.push(text) - 1, read: (number: number) => texts[number]! };
}

const FIELDS = [
  ...['code', 'severity', 'agency', 'file', 'sheet', 'cell', 'measure', 'field', 'contact'],
  ...['start', 'end', 'found', 'suggestion', 'facts', 'fix', 'move'],
] as (keyof Finding)[];

/** Everything that a finding says. */
const said = (finding: Finding) => FIELDS.map((field) => finding[field]);

describe('a finding of which the description is in a store', () => {
  it('says what it said, in any order and again, and is taken for a finding', () => {
    fc.assert(
      fc.property(fc.array(readResult, { maxLength: 3 }), (results) => {
        const findings = results.flatMap((result) => validate(result, { programme, roster }));
        expect(
          findings.every((finding) => Object.keys(finding).every((field) => FIELDS.includes(field as never))),
        ).toBe(true);
        const texts: string[] = [];
        const stored = findings.map(findingKeeper(storeOf(texts)));
        expect(texts).toHaveLength(findings.length);
        expect([...stored, ...stored.toReversed()].map(said)).toEqual(
          [...findings, ...findings.toReversed()].map(said),
        );
        expect(stored.every(isFinding)).toBe(true);
        const sorted = [stored, findings].map((each) =>
          remarksOfReport([], each, roster).map((remark) => isFinding(remark) && said(remark)),
        );
        expect(sorted[0]).toEqual(sorted[1]);
      }),
    );
  });
});
