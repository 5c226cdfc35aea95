import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { measurePhrase } from '../../../../domain/messages/facts.ts';
import { agencyNames, messageContext, wordsOf } from '../../../../domain/messages/message.ts';
import { issuesOfAgency } from '../../../../domain/programme/assignment.ts';
import type { MeasureKey, Programme } from '../../../../domain/programme/programme.ts';
import type { AgencyCode } from '../../../../domain/programme/roster.ts';
import type { Consolidation } from '../../../../domain/submissions/consolidation.ts';
import type { Entry } from '../../../../domain/submissions/submission.ts';
import type { Remark } from '../../../../domain/checks/remark.ts';
import { useMessages } from '../../use-messages.ts';
import { DialogParts, OpenedDialog } from '../ModalDialog.tsx';
import { FileProblems } from './FileProblems.tsx';
import { statesOfAgency, type AskedState } from '../../../../domain/submissions/measure-states.ts';
import { StateMark } from './StateMark.tsx';
import { useStateNames } from './use-state-names.ts';

/** The agency to show, and all that was read. */
export interface AgencyDialogProps {
  /** Undefined while the dialog is closed. */
  readonly agency: AgencyCode | undefined;
  readonly consolidation: Consolidation;
  readonly problems: readonly Remark[];
  /** Shows the answer to this measure only; undefined for all answers. */
  readonly measure: MeasureKey | undefined;
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalM} 0 0` },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  answer: { padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { margin: 0, whiteSpace: 'pre-line' },
});

/** What an agency answered, measure by measure, and the problems of its files. */
export function AgencyDialog({ agency, consolidation, problems, measure, onClose }: AgencyDialogProps): ReactNode {
  const { label } = useMessages();
  const title = agency === undefined ? '' : `${agencyNames(consolidation.roster)(agency) ?? ''} (${agency})`;
  return (
    <OpenedDialog isOpen={agency !== undefined} title={title} onClose={onClose}>
      {agency !== undefined && (
        <DialogParts
          content={<Content agency={agency} consolidation={consolidation} problems={problems} measure={measure} />}
          actions={null}
          cancel={label('close')}
          onCancel={onClose}
        />
      )}
    </OpenedDialog>
  );
}

type ContentProps = Omit<AgencyDialogProps, 'agency' | 'onClose'> & { readonly agency: AgencyCode };

function Content({ agency, consolidation, problems, measure }: ContentProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const coverage = consolidation.agencies.find((one) => one.agency === agency);
  const submissions = coverage?.submissions ?? [];
  const states = coverage && statesOfAgency(consolidation.programme, coverage);
  const files = new Set(submissions.map(({ file }) => file));
  const entries = new Map(submissions.flatMap((one) => one.entries.map((entry) => [entry.measure, entry])));
  const keys = issuesOfAgency(consolidation.programme, agency).flatMap(({ measures }) =>
    measures.map(({ key }) => key),
  );
  const ofFiles = problems.filter((one) => one.agency === agency || (one.file !== undefined && files.has(one.file)));
  return (
    <>
      <ul className={styles.list}>
        {keys
          .filter((key) => measure === undefined || key === measure)
          .map((key) => (
            <Answer
              key={key}
              measure={key}
              entry={entries.get(key)}
              state={states?.get(key) ?? 'missing'}
              programme={consolidation.programme}
            />
          ))}
      </ul>
      <h3 className={styles.heading}>{label('problems', { count: ofFiles.length })}</h3>
      {ofFiles.length > 0 && <FileProblems problems={ofFiles} context={messageContext(consolidation, 'office')} />}
    </>
  );
}

interface AnswerProps {
  readonly measure: MeasureKey;
  readonly entry: Entry | undefined;
  readonly state: AskedState;
  readonly programme: Programme;
}

function Answer({ measure, entry, state, programme }: AnswerProps): ReactNode {
  const styles = useStyles();
  const { language } = useMessages();
  const nameOf = useStateNames(programme);
  const words = wordsOf(language);
  return (
    <li className={styles.answer}>
      <p className={styles.line}>{measurePhrase(measure, { language, words, names: () => undefined, programme })}</p>
      <p className={styles.line}>
        <StateMark state={state} /> {nameOf(state)}
      </p>
      {(entry?.paragraphs ?? []).map(({ text }, index) => (
        <p key={index} className={styles.line}>
          {text}
        </p>
      ))}
      {(entry?.notes ?? []).map(({ text }, index) => (
        <p key={index} className={styles.line}>{`${words.fields.note}: ${text}`}</p>
      ))}
    </li>
  );
}
