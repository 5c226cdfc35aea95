import fc from 'fast-check';
import { openPieceFile } from '../../src/cli/piece-file.ts';
import { TextFile } from '../../src/cli/text-file.ts';
import { remarkJson } from '../../src/cli/output/remarks.ts';
import { coverageByFindings } from '../../src/domain/checks/coverage-by-findings.ts';
import { findingKeeper } from '../../src/domain/checks/stored-finding.ts';
import { validate } from '../../src/domain/checks/validate.ts';
import { messageContext } from '../../src/domain/messages/message.ts';
import { addResult, emptyConsolidation, finish } from '../../src/domain/submissions/consolidate.ts';
import type { AgencyCoverage } from '../../src/domain/submissions/consolidation.ts';
import type { ReadResult } from '../../src/domain/submissions/submission.ts';
import type { TextStore } from '../../src/domain/submissions/entry-store.ts';
import { mergeMaster } from '../../src/usecases/merge-master.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { readResult, REPORT_PROGRAMME as programme, REPORT_ROSTER as roster } from '../support/report-builders.ts';

const created = '2027-06-01T00:00:00Z';

/** Texts of any code units, halves of a character among them; some are longer than a block. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc.nat(9).map((times) => 'ข้อความยาว'.repeat(times * 1000)),
);

describe('the store of texts in a temporary file', () => {
  it.each([
    ['in the file', 0],
    ['in memory', Infinity],
  ])('gives back every text of every column, in any order and again, from what is %s', (_, room) => {
    const texts = fc.array(fc.tuple(anyText, fc.constantFrom('1.1.1', '1.1.2', '2.1.1')), {
      maxLength: 300,
      size: 'max',
    });
    fc.assert(
      fc.property(texts, (all) => {
        const pieces = openPieceFile(room, 0);
        const store = new TextFile(pieces);
        const kept = all.map(([text, column]) => ({ text, number: store.keep(text, column) }));
        for (const { text, number } of [...kept.toReversed(), ...kept]) expect(store.read(number)).toBe(text);
        expect(() => store.read(1e9)).toThrow(RangeError);
        pieces.close();
      }),
      { numRuns: 30 },
    );
  });
});

const covered = ({ agency, spilt, unclear, issues }: AgencyCoverage) => ({ agency, spilt, unclear, issues });

describe('a consolidation whose texts are in a store', () => {
  const consolidated = (results: readonly ReadResult[], store?: TextStore) =>
    finish(results.reduce(addResult, emptyConsolidation(programme, roster, store)), { grouping: true });

  it('gives the same findings and the same master, and merges in the same way', () => {
    fc.assert(
      fc.property(fc.array(readResult, { maxLength: 4 }), fc.array(readResult, { maxLength: 2 }), (results, before) => {
        const earlier = contentOfPlan(planMaster(consolidated(before), { created }));
        const pieces = openPieceFile(0, 0);
        const [inMemory, stored] = [undefined, new TextFile(pieces)].map((store) => {
          const consolidation = consolidated(results, store);
          const submissions = consolidation.agencies.flatMap((agency) => agency.submissions);
          const answers = { submissions, problems: consolidation.problems };
          const findings = validate(answers, { programme, roster }).map(findingKeeper(store));
          const merge = mergeMaster(earlier, consolidation);
          const merged = merge?.kind === 'merged' ? { merge: merge.facts } : {};
          const context = messageContext({ programme, roster }, 'office');
          return [
            coverageByFindings(programme, consolidation.agencies, findings, consolidation.problems).map(covered),
            findings.map((finding) => remarkJson(finding, 'th', context)),
            ...[{}, merged].map((facts) => {
              const { sheets } = planMaster(consolidation, { created, findings, ...facts });
              return sheets.map(({ rows }) => [...rows]);
            }),
          ];
        });
        expect(stored).toEqual(inMemory);
        pieces.close();
      }),
      { numRuns: 25 },
    );
  });
});
