import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { ArrangeParagraph } from './ArrangeParagraph.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  text: { margin: 0 },
});

/** Shows the paragraph of the selected cell, and joins or splits it as the person chooses. */
export function ArrangeParagraphs({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const heading = useId();
  const arranging = useSlice(session, (state) => state.arranging);
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  return (
    <section className={styles.root} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {label('arrange')}
      </h3>
      <p className={styles.text}>{label('arrange-hint')}</p>
      <Button disabledFocusable={isWorking} onClick={() => void session.lookAtParagraph()}>
        {label('arrange-look')}
      </Button>
      {arranging && (
        <ArrangeParagraph
          arranging={arranging}
          onApply={(changes) => void session.arrange(changes)}
          onLeave={() => session.leaveParagraph()}
        />
      )}
    </section>
  );
}
