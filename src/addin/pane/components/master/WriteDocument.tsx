import { Button, Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { AnnexId } from '../../../../domain/master/document/annexes.ts';
import type { PlainLabel } from '../../../../domain/messages/pane-words.ts';
import type { ChosenFiles } from '../../../../usecases/ports/file-store.ts';
import { programmeOfReport } from '../../../session/programmes.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { Letterhead } from './Letterhead.tsx';

/** What can be put into the document, in its order. */
type Extra = 'letter' | 'statements' | AnnexId;

const LABELS: Readonly<Record<Extra, PlainLabel>> = {
  letter: 'document-letter',
  statements: 'document-unfinished',
  answers: 'annex-answers',
  pictures: 'annex-pictures',
  completeness: 'annex-completeness',
  status: 'annex-status',
  unfinished: 'annex-unfinished',
};

const EXTRAS = Object.keys(LABELS) as readonly Extra[];

/** What is in the document unless the person says otherwise: who has not finished a measure, as the master prints it. */
const USUAL: ReadonlySet<Extra> = new Set(['statements']);

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  text: { margin: 0 },
  extras: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, border: 'none' },
});

/** Makes the report for Word from the master that is open, with what the person chooses. */
export function WriteDocument({ session, ...openers }: ViewProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const heading = useId();
  const [chosen, choose] = useState(USUAL);
  const [template, setTemplate] = useState<ChosenFiles>();
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  const hasLetter = useSlice(session, (state) => programmeOfReport(state).programme.report.letter !== undefined);
  const offered = EXTRAS.filter((extra) => extra !== 'letter' || hasLetter);
  const { withoutDownloads } = session;
  const write = (): void => {
    const letter = hasLetter && chosen.has('letter');
    const annexes = EXTRAS.filter((extra) => extra !== 'letter' && extra !== 'statements').filter((extra) =>
      chosen.has(extra),
    );
    void session.writeReport({ letter, annexes, unfinished: chosen.has('statements'), ...(template && { template }) });
  };
  return (
    <section className={styles.root} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {label('document')}
      </h3>
      <p className={styles.text}>{label('document-hint')}</p>
      <fieldset className={styles.extras}>
        <legend>{label('document-options')}</legend>
        {offered.map((extra) => (
          <Checkbox
            key={extra}
            label={label(LABELS[extra])}
            checked={chosen.has(extra)}
            onChange={(_, { checked }) => {
              const others = [...chosen].filter((each) => each !== extra);
              choose(new Set(checked === true ? [...others, extra] : others));
            }}
          />
        ))}
      </fieldset>
      <Letterhead template={template} onChange={setTemplate} {...openers} />
      <Button disabledFocusable={isWorking} onClick={write}>
        {label('document-create')}
      </Button>
      {withoutDownloads && (
        <>
          <p className={styles.text}>{label('document-in-browser')}</p>
          <Button onClick={withoutDownloads.openInBrowser}>{label('open-in-browser')}</Button>
        </>
      )}
    </section>
  );
}
