import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { owedMeasures, chasesOwing, type Chase } from '../../../../domain/chasing/chase.ts';
import { planLetters } from '../../../../domain/chasing/letter.ts';
import { textsOfDocument } from '../../../../domain/document/plan.ts';
import {
  chaseMessage,
  linkToMessage,
  messageText,
  requestWordsOf,
  timingText,
} from '../../../../domain/messages/requests.ts';
import type { Chasing as KnownChasing } from '../../../session/session-state.ts';
import type { ChosenFiles } from '../../../../usecases/ports/file-store.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { CopyText } from '../CopyText.tsx';
import { Letterhead } from './Letterhead.tsx';
import { RecordReminders } from './RecordReminders.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, padding: 0, listStyleType: 'none', maxHeight: '420px', overflowY: 'auto' },
  item: { padding: `${tokens.spacingVerticalXS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { textAlign: 'start' },
});

/** How agencies are probably asked, as the sheet ติดตาม says it. */
const ASKED_BY = { letter: 'หนังสือ', email: 'อีเมล' };

/** Who owes answers by the report that is open, with an e-mail and a letter to each, and all letters as one document. */
export function Chasing({ session, ...openers }: ViewProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const heading = useId();
  const [template, setTemplate] = useState<ChosenFiles>();
  const chasing = useSlice(session, (state) => state.chasing);
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  const owing = chasing ? chasesOwing(chasing.chases) : [];
  return (
    <section className={styles.root} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {label('chasing')}
      </h3>
      <p className={styles.text}>{label('chasing-hint')}</p>
      <Button disabledFocusable={isWorking} onClick={() => void session.lookAtChases()}>
        {label('chasing-look')}
      </Button>
      {chasing && <Owing chasing={chasing} session={session} />}
      {chasing && owing.length > 0 && (
        <>
          <Letterhead template={template} onChange={setTemplate} {...openers} />
          <Button disabledFocusable={isWorking} onClick={() => void session.writeLetters(template)}>
            {label('chasing-letters')}
          </Button>
          <RecordReminders session={session} codes={owing.map(({ agency }) => agency.code)} usual={ASKED_BY.letter} />
        </>
      )}
    </section>
  );
}

interface OwingProps extends Pick<ViewProps, 'session'> {
  readonly chasing: KnownChasing;
}

/** Those who owe something; the chosen one with its messages. */
function Owing({ chasing, session }: OwingProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [chosen, choose] = useState<string>();
  const owing = chasesOwing(chasing.chases);
  if (owing.length === 0) return <p role="status">{label('chasing-none')}</p>;
  return (
    <>
      <p className={styles.text} role="status">
        {label('chasing-count', { count: owing.length, total: chasing.chases.length })}
      </p>
      <ul className={styles.list} aria-label={label('chasing')} tabIndex={0}>
        {owing.map((chase) => {
          const { code, name } = chase.agency;
          const isOpen = chosen === code;
          return (
            <li key={code} className={styles.item}>
              <Link
                as="button"
                className={styles.name}
                aria-expanded={isOpen}
                onClick={() => choose(isOpen ? undefined : code)}
              >
                {code} {name}
              </Link>
              <Facts chase={chase} chasing={chasing} />
              {isOpen && (
                <>
                  <Messages chase={chase} chasing={chasing} />
                  <RecordReminders session={session} codes={[code]} usual={ASKED_BY.email} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface ChaseProps {
  readonly chase: Chase;
  readonly chasing: KnownChasing;
}

/** How an agency stands, and whom to ask. */
function Facts({ chase, chasing }: ChaseProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  const { agency, state, timing, contact } = chase;
  const last = chasing.remindersTo(agency.code).at(-1);
  const facts = [
    requestWordsOf(language).states[state],
    label('chasing-owes', { count: owedMeasures(chase).length }),
    timingText(timing, language),
    contact.name,
    contact.phone,
    contact.email,
    last === undefined ? '' : label('chasing-asked', { when: [last.when, last.channel].filter(Boolean).join(' ') }),
  ];
  return <p className={styles.text}>{facts.filter(Boolean).join(' · ')}</p>;
}

/** The e-mail and the letter to an agency. */
function Messages({ chase, chasing: { programme, asOf } }: ChaseProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  const email = chaseMessage(chase, programme, language);
  const { href, isShortened } = linkToMessage(email, language);
  const { name: agency } = chase.agency;
  const outcomes = { copied: label('copied'), 'copy-by-hand': label('copy-by-hand') };
  const copyWhole = (): void => {
    if (isShortened) void copied(email.body);
  };
  return (
    <>
      <CopyText
        label={label('chasing-email-to', { agency })}
        text={messageText(email)}
        copy={label('chasing-copy-email')}
        outcomes={outcomes}
      />
      {isShortened && <p className={styles.text}>{label('chasing-shortened')}</p>}
      <Link href={href} target="_blank" rel="noopener" onClick={copyWhole}>
        {label('chasing-mailto')}
      </Link>
      <CopyText
        label={label('chasing-letter-to', { agency })}
        text={textsOfDocument(planLetters([chase], { programme, asOf, created: asOf })).join('\n')}
        copy={label('chasing-copy-letter')}
        outcomes={outcomes}
      />
    </>
  );
}

/** Copies a text where the page may. */
async function copied(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Where Excel's frame refuses, the text that is shown is there to be copied.
  }
}
