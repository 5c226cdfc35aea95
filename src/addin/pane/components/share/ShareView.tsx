import { Button, Divider } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ViewProps } from '../../view-props.ts';
import { useSlice } from '../../use-slice.ts';
import { FollowUp } from './FollowUp.tsx';
import { GiveOut } from './GiveOut.tsx';
import { OpenFolder } from './OpenFolder.tsx';
import { Publish } from './Publish.tsx';
import { useSharedText } from './use-shared-text.ts';
import { useShareStyles } from './use-share-styles.ts';

/** The shared folder: gives out workbooks, follows up, collects the answers, and publishes the report. */
export function ShareView(props: ViewProps): ReactNode {
  const { session } = props;
  const styles = useShareStyles();
  const { text } = useSharedText();
  const name = useSlice(session, ({ shared }) => shared?.name);
  const account = useSlice(session, ({ shared }) => shared?.account);
  if (name === undefined) return <OpenFolder {...props} />;
  return (
    <div className={styles.part}>
      <p className={styles.text}>{text('folder-open', { folder: name })}</p>
      {account !== undefined && <p className={styles.text}>{text('signed-in-as', { name: account })}</p>}
      <Button appearance="subtle" onClick={() => session.shared.close()}>
        {text('close-folder')}
      </Button>
      <GiveOut session={session} />
      <Divider />
      <FollowUp session={session} />
      <Divider />
      <Collect session={session} />
      <Divider />
      <Publish {...props} />
    </div>
  );
}

/** Leads to the answers in the section where the report is consolidated. */
function Collect({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const styles = useShareStyles();
  const { text } = useSharedText();
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  return (
    <section className={styles.part} aria-labelledby="share-collect">
      <h3 id="share-collect" className={styles.heading}>
        {text('collect')}
      </h3>
      <p className={styles.text}>{text('collect-hint')}</p>
      <Button disabledFocusable={isWorking} onClick={() => void session.shared.collect()}>
        {text('collect-now')}
      </Button>
    </section>
  );
}
