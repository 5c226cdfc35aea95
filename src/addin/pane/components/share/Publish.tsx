import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { MASTER_FOLDER } from '../../../../domain/sharing/library-layout.ts';
import type { ViewProps } from '../../view-props.ts';
import { useSlice } from '../../use-slice.ts';
import { FileChooser } from '../FileChooser.tsx';
import { useSharedText } from './use-shared-text.ts';
import { useShareStyles } from './use-share-styles.ts';

/** Publishes the report that a person has checked and saved, after showing where and in place of what. */
export function Publish({ session, openFiles, openDrop }: ViewProps): ReactNode {
  const styles = useShareStyles();
  const { text, words } = useSharedText();
  const publishing = useSlice(session, ({ shared }) => shared?.publishing);
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  return (
    <section className={styles.part} aria-labelledby="share-publish">
      <h3 id="share-publish" className={styles.heading}>
        {text('publish')}
      </h3>
      <p className={styles.text}>{text('publish-hint')}</p>
      {publishing && (
        <>
          <p className={styles.text}>
            {MASTER_FOLDER}/{publishing.plan.name}: {words.publishSteps[publishing.plan.step]}
          </p>
          {publishing.plan.savedBy && (
            <p className={styles.text}>{text('last-saved-by', { name: publishing.plan.savedBy.name })}</p>
          )}
          <Button appearance="primary" disabledFocusable={isWorking} onClick={() => void session.shared.publish()}>
            {text('publish-now')}
          </Button>
        </>
      )}
      <FileChooser
        text={text('choose-master')}
        hint={text('drop-master')}
        isPrimary={false}
        isMany={false}
        openFiles={openFiles}
        openDrop={openDrop}
        onChosen={(files) => void session.shared.planPublishing(files)}
      />
    </section>
  );
}
