import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { ViewProps } from '../../view-props.ts';
import { useVoice } from '../../voice.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
  agency: { width: '100%' },
});

/** Makes the workbook of an agency. */
export function MakeView({ session, state }: ViewProps): ReactNode {
  const styles = useStyles();
  const { label } = useVoice();
  const { agencies } = state.data.roster;
  const [index, setIndex] = useState(0);
  const agency = agencies[index];
  return (
    <div className={styles.view}>
      <Field label={label('agency')} className={styles.agency}>
        <Select value={index} onChange={(_, { value }) => setIndex(Number(value))}>
          {agencies.map(({ code, name }, at) => (
            <option key={code} value={at}>{`${code} ${name}`}</option>
          ))}
        </Select>
      </Field>
      <Button appearance="primary" onClick={() => agency && void session.makeWorkbooks([agency.code])}>
        {label('make-one')}
      </Button>
    </div>
  );
}
