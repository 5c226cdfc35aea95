import { RULES } from '../../../../src/domain/checks/rules/registry.ts';
import { findingsOfExample } from '../../../support/check-example.ts';
import { EXAMPLES } from './examples.ts';

const CODES = RULES.map(({ code }) => code);

describe('the examples of a rule', () => {
  it.each(CODES)('break it and no other, or break none: %s', (code) => {
    const { failing, passing } = EXAMPLES[code];
    const codesOf = (example: typeof failing) => findingsOfExample(example).map((finding) => finding.code);
    expect([...new Set(codesOf(failing))]).toEqual([code]);
    expect(codesOf(passing)).toEqual([]);
  });
});
