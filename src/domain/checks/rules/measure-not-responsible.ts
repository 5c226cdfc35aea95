import { measureByKey } from '../../programme/programme.ts';
import { entryRule } from './rule.ts';

/** An answer to a measure of other agencies, which enters the report only if a person decides so. */
export const measureNotResponsible = entryRule({
  code: 'measure-not-responsible',
  severity: 'should',
  facts: [],
  parameters: {},
  *find({ measure: key, texts, status }, { agency }, { programme }) {
    const measure = measureByKey(programme).get(key);
    if (measure === undefined || measure.responsible.agencies.includes(agency)) return;
    const [at] = texts;
    if (at) yield { at, facts: {} };
    else if (status) yield { measure: key, sheet: status.sheet, cell: status.cell, facts: {} };
  },
});
