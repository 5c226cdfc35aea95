import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ViewProps } from '../../view-props.ts';
import { useVoice } from '../../voice.ts';
import { RemarkList } from '../RemarkList.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
});

/** The workbook of an agency: whether it can be sent, and what is to be corrected first. */
export function AgencyView({ session, state }: ViewProps): ReactNode {
  const styles = useStyles();
  const { label } = useVoice();
  const { checked, data } = state;
  return (
    <div className={styles.view}>
      <Button appearance="primary" onClick={() => void session.check()}>
        {label('check')}
      </Button>
      {checked && (
        <RemarkList remarks={checked.remarks} roster={data.roster} onSelect={(place) => void session.select(place)} />
      )}
    </div>
  );
}
