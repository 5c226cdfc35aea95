import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ViewProps } from '../../view-props.ts';
import { useVoice } from '../../voice.ts';

const useStyles = makeStyles({ view: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** Conversion of digits in the selected cells or in all sheets. */
export function DigitsView({ session }: ViewProps): ReactNode {
  const styles = useStyles();
  const { label } = useVoice();
  return (
    <div className={styles.view}>
      {(['selection', 'workbook'] as const).flatMap((scope) =>
        (['thai', 'arabic'] as const).map((digits) => (
          <Button key={`${digits} ${scope}`} onClick={() => void session.convert(digits, scope)}>
            {`${label(digits === 'thai' ? 'to-thai' : 'to-arabic')}: ${label(scope)}`}
          </Button>
        )),
      )}
    </div>
  );
}
