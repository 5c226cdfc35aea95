import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { countsOf } from '../../../../domain/messages/describe-remark.ts';
import { useMessages } from '../../use-messages.ts';
import { SeverityMark } from '../remarks/SeverityMark.tsx';
import type { SheetGroup } from './sheet-groups.ts';

const useStyles = makeStyles({
  heading: { display: 'flex', flexDirection: 'column', flexGrow: 1, padding: `${tokens.spacingVerticalS} 0` },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  // With forced colours the empty part of the bar would get the colour of the full part.
  bar: { '@media (forced-colors: active)': { backgroundColor: 'Canvas', outline: '1px solid CanvasText' } },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

/** A sheet's name, its progress as a bar and in numbers, and its number of remarks. */
export function SheetHeading({ group }: { readonly group: SheetGroup }): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const { sheet, progress, remarks } = group;
  const { bySeverity } = countsOf(remarks);
  return (
    <span className={styles.heading}>
      <span className={styles.name}>{sheet ?? label('workbook')}</span>
      {progress && (
        <>
          <span>{label('answered-of', { answered: progress.answered, expected: progress.expected })}</span>
          {/* The line above says the same in words. */}
          <ProgressBar
            className={styles.bar}
            aria-hidden
            thickness="large"
            value={progress.answered}
            max={progress.expected}
          />
        </>
      )}
      <span className={styles.line}>
        {[...bySeverity].map(([severity, count]) => (
          <SeverityMark key={severity} severity={severity} count={count} />
        ))}
        {remarks.length === 0 && label('no-remarks')}
      </span>
    </span>
  );
}
