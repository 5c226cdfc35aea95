import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AgencyNames } from '../../../../domain/messages/facts.ts';
import { formatDigits } from '../../../../domain/messages/format-values.ts';
import { groupBy } from '../../../../domain/text/group-by.ts';
import type { PlacedMeasure } from '../../../../domain/programme/programme.ts';
import type { AgencyCode } from '../../../../domain/programme/roster.ts';
import { foldDigits } from '../../../../domain/text/digits.ts';
import { useMessages } from '../../use-messages.ts';
import { columnTotals, type MapRow, type MeasureState } from './measure-map.ts';
import { StateMark } from './StateMark.tsx';

const useStyles = makeStyles({
  // The rows scroll under it.
  head: { position: 'sticky', top: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground1 },
  // The columns scroll under it.
  left: { position: 'sticky', left: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  agency: { minWidth: '96px', maxWidth: '160px', textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  number: { padding: `0 ${tokens.spacingHorizontalXS}`, whiteSpace: 'nowrap', textAlign: 'right' },
  measure: { padding: 0, verticalAlign: 'bottom', fontWeight: tokens.fontWeightRegular },
  // One number below the other, so that a column needs no more than its sign.
  upright: { writingMode: 'vertical-rl', whiteSpace: 'nowrap', lineHeight: '16px' },
  first: { borderLeft: `1px solid ${tokens.colorNeutralStroke1}` },
  // Holds the text for screen readers, which would widen the table beside it.
  cell: {
    position: 'relative',
    minWidth: '16px',
    height: '24px',
    padding: 0,
    textAlign: 'center',
    cursor: 'pointer',
  },
  spoken: { position: 'absolute', left: 0, width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The measures of the columns and the rows to show. */
export interface MapHeadProps {
  readonly placed: readonly PlacedMeasure[];
  readonly rows: readonly MapRow[];
}

/** Issues, measures, and how many of the agencies shown answered each measure. */
export function MapHead({ placed, rows }: MapHeadProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  const totals = columnTotals(rows);
  const numberOf = (printed: string): string => formatDigits(foldDigits(printed), language).replace(/\.$/, '');
  return (
    <thead className={styles.head}>
      <tr>
        <th scope="col" rowSpan={2} className={mergeClasses(styles.left, styles.agency)}>
          {label('agency')}
        </th>
        <th scope="col" rowSpan={2} className={styles.number}>
          {label('answered')}
        </th>
        {[...groupBy(placed, ({ issue }) => issue)].map(([issue, measures]) => (
          <th
            key={issue.number}
            scope="colgroup"
            colSpan={measures.length}
            title={issue.title}
            className={styles.first}
          >
            {label('issue', { issue: issue.number })}
          </th>
        ))}
      </tr>
      <tr>
        {placed.map(({ measure: { key, printed = '', text } }, index) => {
          const { answered = 0, expected = 0 } = totals[index] ?? {};
          const name = printed === '' ? [] : [label('measure-number', { measure: numberOf(printed) })];
          return (
            <th
              key={key}
              scope="col"
              title={text}
              className={mergeClasses(styles.measure, isFirst(placed, index) && styles.first)}
            >
              <span className={styles.upright}>
                {[...name, formatDigits(`${answered}/${expected}`, language)].join(' · ')}
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The rows to show, and what happens when an agency is chosen. */
export interface MapRowsProps extends MapHeadProps {
  readonly names: AgencyNames;
  readonly nameOf: (state: MeasureState) => string;
  readonly onOpen: (agency: AgencyCode) => void;
}

/** A row for each agency: how many measures it answered, and the state of each. */
export function MapRows({ rows, placed, names, nameOf, onOpen }: MapRowsProps): ReactNode {
  const styles = useStyles();
  const { language } = useMessages();
  return (
    <tbody>
      {rows.map(({ agency, states, answered, expected }) => (
        <tr key={agency} data-agency={agency}>
          <th scope="row" className={mergeClasses(styles.left, styles.agency)}>
            <Link as="button" inline onClick={() => onOpen(agency)}>
              {names(agency) ?? agency}
            </Link>
          </th>
          <td className={styles.number}>{formatDigits(`${answered}/${expected}`, language)}</td>
          {states.map((state, index) => (
            <td
              key={index}
              data-measure={placed[index]?.measure.key}
              title={nameOf(state)}
              className={mergeClasses(styles.cell, isFirst(placed, index) && styles.first)}
            >
              <StateMark state={state} />
              <span className={styles.spoken}>{nameOf(state)}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** Whether a column is the first of its issue. */
function isFirst(placed: readonly PlacedMeasure[], index: number): boolean {
  return placed[index]?.issue !== placed[index - 1]?.issue;
}
