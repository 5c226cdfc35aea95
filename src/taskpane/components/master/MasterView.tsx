import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import type { ViewProps } from '../../view-props.ts';
import { useVoice } from '../../voice.ts';
import { RemarkList } from '../RemarkList.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
  warning: { margin: 0, overflowWrap: 'anywhere' },
});

/** Takes in agencies' files, and puts the report of them where the person says. */
export function MasterView({ session, state, openFiles }: ViewProps): ReactNode {
  const styles = useStyles();
  const { label } = useVoice();
  const input = useRef<HTMLInputElement>(null);
  const { collected, open, data, notice } = state;
  const unread = notice?.kind === 'said' && notice.code === 'nothing-read' ? notice.remarks : undefined;
  const remarks = collected?.consolidation.problems ?? unread;
  const take = (chosen: readonly File[]): void => {
    const files = openFiles(chosen);
    if (files.paths.length > 0) void session.collect(files, files.paths);
  };
  return (
    <div className={styles.view}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".xlsx,.xlsm,.xls,.ods"
        aria-label={label('choose-files')}
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])]);
          // The same files can then be chosen again, after they were changed.
          currentTarget.value = '';
        }}
      />
      <Button appearance={collected ? 'secondary' : 'primary'} onClick={() => input.current?.click()}>
        {label('choose-files')}
      </Button>
      {collected && (
        <Button appearance="primary" onClick={() => void session.putMaster('new')}>
          {label('put-new')}
        </Button>
      )}
      {collected && open?.kind === 'master' && (
        <>
          <Button onClick={() => void session.putMaster('here')}>{label('put-here')}</Button>
          <p className={styles.warning}>{label('replaces', { sheets: session.sheetsOfMaster().join(', ') })}</p>
        </>
      )}
      {remarks && <RemarkList remarks={remarks} roster={data.roster} onSelect={undefined} />}
    </div>
  );
}
