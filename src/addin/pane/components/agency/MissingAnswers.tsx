import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CellLocation } from '../../../../domain/spreadsheet/address.ts';
import { useMessages } from '../../use-messages.ts';
import type { MissingAnswer } from './sheet-groups.ts';

/** Measures without an answer. */
export interface MissingAnswersProps {
  readonly missing: readonly MissingAnswer[];
  /** Shows the cell, in Excel or in the form. */
  readonly onSelect: (location: CellLocation) => void;
}

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  line: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  measure: { padding: `${tokens.spacingVerticalXS} 0` },
});

/** The measures without an answer, as links to their answer cells, and what to do. */
export function MissingAnswers({ missing, onSelect }: MissingAnswersProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  if (missing.length === 0) return null;
  return (
    <>
      <h4 className={styles.heading}>{label('missing-answers', { count: missing.length })}</h4>
      <p className={styles.line}>{label('missing-remedy')}</p>
      <ul className={styles.list}>
        {missing.map(({ measure: { key, printed = '', text }, location }) => {
          const name = `${printed} ${text}`.trim();
          return (
            <li key={key} className={styles.measure}>
              {location ? (
                <Link as="button" inline onClick={() => onSelect(location)}>
                  {name}
                </Link>
              ) : (
                name
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
