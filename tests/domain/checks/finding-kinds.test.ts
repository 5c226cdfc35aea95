import fc from 'fast-check';
import { findingKinds, sumOfKinds } from '../../../src/domain/checks/finding-kinds.ts';
import type { Finding } from '../../../src/domain/checks/finding.ts';
import { RULES } from '../../../src/domain/checks/rules/registry.ts';

const findingOf = ({ code, severity }: (typeof RULES)[number]): Finding => ({ code, severity, found: '', facts: {} });
const rule = (wanted: (typeof RULES)[number]['code']): Finding => findingOf(RULES.find(({ code }) => code === wanted)!);

describe('the kinds of findings', () => {
  it('are the rules that found something, the gravest first, then the most frequent', () => {
    const found = [
      rule('text-repeated'),
      rule('result-hollow'),
      rule('personal-phone'),
      rule('personal-phone'),
      rule('status-missing'),
    ];
    expect(findingKinds(found).map(({ code, counts }) => [code, counts])).toEqual([
      ['status-missing', { must: 1, should: 0, may: 0 }],
      ['personal-phone', { must: 0, should: 2, may: 0 }],
      ['result-hollow', { must: 0, should: 1, may: 0 }],
      ['text-repeated', { must: 0, should: 0, may: 1 }],
    ]);
  });

  it('have every finding once, in whatever order they are found', () => {
    const findings = fc.array(fc.constantFrom(...RULES).map(findingOf));
    fc.assert(
      fc.property(findings, fc.func(fc.integer()), (found, rankOf) => {
        const kinds = findingKinds(found);
        const { must, should, may } = sumOfKinds(kinds);
        expect(must + should + may).toBe(found.length);
        expect(findingKinds(found.toSorted((one, other) => rankOf(one) - rankOf(other)))).toEqual(kinds);
      }),
    );
  });
});
