import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { describeRemark, foundIn, suggestedFor } from '../../domain/messages/describe-remark.ts';
import { agencyNames, placePhrase, wordsOf } from '../../domain/messages/message.ts';
import type { Roster } from '../../domain/programme/roster.ts';
import type { Place } from '../../domain/report/problem.ts';
import { severityOfRemark, type Remark } from '../../domain/report/remark.ts';
import type { CellPlace } from '../../domain/workbook/conversion.ts';
import { placesOf } from '../../usecases/check-open-workbook.ts';
import { useVoice } from '../voice.ts';

/** What the list shows. */
export interface RemarkListProps {
  readonly remarks: readonly Remark[];
  /** Knows the names of the agencies. */
  readonly roster: Roster;
  /** Takes the person to a cell of the open workbook; undefined where the remarks are about files. */
  readonly onSelect: ((place: CellPlace) => void) | undefined;
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  remark: { padding: `${tokens.spacingVerticalM} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { margin: 0 },
});

/** What was found, each with its place, its text and what to do. */
export function RemarkList({ remarks, roster, onSelect }: RemarkListProps): ReactNode {
  const styles = useStyles();
  const { language, label } = useVoice();
  if (remarks.length === 0) return <p className={styles.line}>{label('no-remarks')}</p>;
  const names = agencyNames(roster);
  const words = wordsOf(language);
  return (
    <ul className={styles.list}>
      {remarks.map((remark, index) => {
        const { message, remedy } = describeRemark(remark, language, names);
        const found = [foundIn(remark), suggestedFor(remark)].filter(Boolean).map((text) => `“${text}”`);
        const [place] = onSelect ? placesOf([remark]) : [];
        return (
          // Remarks have no names of their own, and a list is shown as a whole.
          <li key={index} className={styles.remark}>
            {place && onSelect ? (
              <Link as="button" onClick={() => onSelect(place)}>{`${remark.sheet ?? ''} ${remark.cell ?? ''}`}</Link>
            ) : (
              placePhrase(placeOf(remark), words)
            )}
            <p className={styles.line}>{`[${words.severities[severityOfRemark(remark)]}] ${message}`}</p>
            {found.length > 0 && <p className={styles.line}>{found.join(' → ')}</p>}
            <p className={styles.line}>{remedy}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** Without the file's name where it is the open workbook. */
function placeOf({ file = '', ...place }: Remark): Place {
  return file === '' ? place : { ...place, file };
}
