import fc from 'fast-check';
import { FindingCompactor } from '../../../src/domain/checks/compact-findings.ts';
import { validate } from '../../../src/domain/checks/validate.ts';
import { readResult, REPORT_PROGRAMME as programme, REPORT_ROSTER as roster } from '../../support/report-builders.ts';

describe('the compactor of findings', () => {
  it('gives equal findings, with their facts in the same order', () => {
    fc.assert(
      fc.property(fc.array(readResult, { maxLength: 3 }), (results) => {
        const compactor = new FindingCompactor();
        for (const finding of results.flatMap((result) => validate(result, { programme, roster }))) {
          const compact = compactor.compact(finding);
          expect(compact).toEqual(finding);
          expect(JSON.stringify(compact)).toBe(JSON.stringify(finding));
        }
      }),
    );
  });
});
