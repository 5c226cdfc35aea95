import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AgencyNames } from '../../../../domain/messages/facts.ts';
import { formatDigits } from '../../../../domain/messages/format-values.ts';
import { issuesOf, UNFINISHED_STATUSES, type Programme } from '../../../../domain/programme/programme.ts';
import type { Consolidation, IssueCoverage } from '../../../../domain/submissions/consolidation.ts';
import { totalOf } from '../../../../domain/submissions/coverage.ts';
import { completenessOf } from '../../../../domain/master/plan/completeness-sheet.ts';
import { useMessages } from '../../use-messages.ts';
import { Mark } from './Mark.tsx';
import { StateMark } from './StateMark.tsx';
import { useStateNames } from './use-state-names.ts';

/** The agencies and issues to show. */
export interface HeatMapProps {
  readonly consolidation: Consolidation;
  readonly names: AgencyNames;
}

const CELL = '28px';

/** States of measures that are answered, but not in full. */
const OTHER_STATES = [...UNFINISHED_STATUSES, 'unclear'] as const;
type OtherState = (typeof OTHER_STATES)[number];

const useStyles = makeStyles({
  legend: { margin: `0 0 ${tokens.spacingVerticalS}` },
  // A sign stays with its word, which wraps only where it alone is too wide.
  example: { display: 'inline-block', maxWidth: '100%', marginRight: tokens.spacingHorizontalM },
  // Positions the texts for screen readers, so that they scroll with it.
  scroller: {
    position: 'relative',
    overflow: 'auto',
    maxHeight: '60vh',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  table: { borderCollapse: 'separate', borderSpacing: '1px', fontSize: tokens.fontSizeBase200 },
  // The rows scroll under it.
  head: { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  agency: { minWidth: '108px', textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  cell: {
    minWidth: CELL,
    height: CELL,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    textAlign: 'center',
    whiteSpace: 'nowrap',
  },
  // Seen; what is read aloud says it in words.
  count: { '::after': { content: 'attr(data-count) / ""', marginLeft: tokens.spacingHorizontalXXS } },
  others: { display: 'block' },
  other: { marginRight: tokens.spacingHorizontalXXS },
  complete: { backgroundColor: tokens.colorPaletteGreenBackground2, color: tokens.colorPaletteGreenForeground2 },
  partial: { backgroundColor: tokens.colorPaletteYellowBackground2, color: tokens.colorPaletteYellowForeground2 },
  missing: { backgroundColor: tokens.colorPaletteRedBackground2, color: tokens.colorPaletteRedForeground2 },
  'not-asked': { color: tokens.colorNeutralForeground3 },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The progress of each agency in each issue: a mark that needs no colour, with its numbers. */
export function HeatMap({ consolidation: { programme, agencies }, names }: HeatMapProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  const issues = issuesOf(programme).map(({ issue }) => issue);
  const totals = issues.map(({ number }) => totalOf(agencies.flatMap((agency) => agency.issues.get(number) ?? [])));
  return (
    <>
      <Legend programme={programme} />
      <div className={styles.scroller} role="region" aria-label={label('completeness')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={mergeClasses(styles.head, styles.agency)} scope="col">
                {label('agency')}
              </th>
              {issues.map(({ number, title }) => (
                <th key={number} className={styles.head} scope="col" title={title}>
                  <span aria-hidden="true">{formatDigits(number, language)}</span>
                  <span className={styles.spoken}>{label('issue', { issue: number })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row name={label('all-together')} coverages={totals} programme={programme} />
            {agencies.map(({ agency, issues: coverage }) => (
              <Row
                key={agency}
                name={names(agency) ?? agency}
                coverages={issues.map(({ number }) => coverage.get(number))}
                programme={programme}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly coverages: readonly (IssueCoverage | undefined)[];
  readonly programme: Programme;
}

function Row({ name, coverages, programme }: RowProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  const nameOf = useStateNames(programme);
  const textOf = (coverage: IssueCoverage): string => {
    const { answered, expected } = coverage;
    const others = othersIn(coverage).map(({ state, count }) => `${nameOf(state)} ${formatDigits(count, language)}`);
    return [label('answered-of', { answered, expected }), ...others].join(', ');
  };
  return (
    <tr>
      <th className={styles.agency} scope="row">
        {name}
      </th>
      {coverages.map((coverage, index) => {
        const { completeness } = completenessOf(coverage);
        const text = coverage === undefined ? label('not-asked') : textOf(coverage);
        return (
          <td key={index} className={mergeClasses(styles.cell, styles[completeness])} title={text}>
            <span
              className={coverage && styles.count}
              data-count={coverage && formatDigits(`${coverage.answered}/${coverage.expected}`, language)}
            >
              <Mark completeness={completeness} />
            </span>
            <span className={styles.others}>
              {(coverage ? othersIn(coverage) : []).map(({ state, count }) => (
                <span
                  key={state}
                  className={mergeClasses(styles.count, styles.other)}
                  data-count={formatDigits(count, language)}
                >
                  <StateMark state={state} />
                </span>
              ))}
            </span>
            <span className={styles.spoken}>{text}</span>
          </td>
        );
      })}
    </tr>
  );
}

/** How many answered measures are not answered in full, by their state; only states that occur. */
function othersIn({ unfinished = {}, unclear = 0 }: IssueCoverage): readonly {
  readonly state: OtherState;
  readonly count: number;
}[] {
  return OTHER_STATES.map((state) => ({
    state,
    count: state === 'unclear' ? unclear : (unfinished[state] ?? 0),
  })).filter(({ count }) => count > 0);
}

/** What the marks mean. */
function Legend({ programme }: Pick<Consolidation, 'programme'>): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const nameOf = useStateNames(programme);
  const examples = [
    { expected: 1, answered: 1 },
    { expected: 2, answered: 1 },
    { expected: 1, answered: 0 },
    { expected: 0, answered: 0 },
  ].map(completenessOf);
  return (
    <p className={styles.legend}>
      {examples.map(({ completeness }) => (
        <span key={completeness} className={styles.example}>
          <Mark completeness={completeness} /> {label(completeness)}
        </span>
      ))}
      {OTHER_STATES.map((state) => (
        <span key={state} className={styles.example}>
          <StateMark state={state} /> {nameOf(state)}
        </span>
      ))}
    </p>
  );
}
