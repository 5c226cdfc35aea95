import { cellName } from '../../../../domain/spreadsheet/address.ts';
import { Accordion, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { countSeverities, describeRemark } from '../../../../domain/messages/describe-remark.ts';
import type { MessageContext } from '../../../../domain/messages/message.ts';
import { groupBy } from '../../../../domain/text/group-by.ts';
import type { Remark } from '../../../../domain/checks/remark.ts';
import { useMessages } from '../../use-messages.ts';
import { RemarkText } from '../remarks/RemarkText.tsx';
import { Details } from '../Details.tsx';

/** What the list shows. */
export interface FileProblemsProps {
  readonly problems: readonly Remark[];
  readonly context: MessageContext;
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  problem: { padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  location: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Problems by file, each with its place, its text and what to do. */
export function FileProblems({ problems, context }: FileProblemsProps): ReactNode {
  const { language, label } = useMessages();
  return (
    <Accordion collapsible multiple>
      {[...groupBy(problems, ({ file = '' }) => file)].map(([file, ofFile]) => (
        <Details
          key={file}
          name={file}
          heading={`${file === '' ? label('of-no-file') : file} – ${countSeverities(ofFile, language)}`}
        >
          <Problems problems={ofFile} context={context} />
        </Details>
      ))}
    </Accordion>
  );
}

function Problems({ problems, context }: FileProblemsProps): ReactNode {
  const styles = useStyles();
  const { language } = useMessages();
  return (
    <ul className={styles.list}>
      {problems.map((problem, index) => {
        const location = [problem.sheet, problem.cell && cellName(problem.cell)].filter(Boolean).join(' ');
        return (
          // Problems have no names of their own, and the list is shown as a whole.
          <li key={index} className={styles.problem}>
            {location !== '' && <p className={styles.location}>{location}</p>}
            <RemarkText message={describeRemark(problem, language, context)} remarks={[problem]} />
          </li>
        );
      })}
    </ul>
  );
}
