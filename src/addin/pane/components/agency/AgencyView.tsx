import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { paneWordsOf, messageContext } from '../../../../domain/messages/message.ts';
import { ownFolderIn } from '../../../../domain/sharing/own-folder.ts';
import { isVerdict } from '../../../session/notice.ts';
import { programmeInUse } from '../../../session/programmes.ts';
import { checkOf } from '../../../session/selectors.ts';
import type { Check } from '../../../session/session-state.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { UndoLast } from '../UndoLast.tsx';
import type { CellActions } from './CellCard.tsx';
import { FixDialog } from './FixDialog.tsx';
import { Readiness } from './Readiness.tsx';
import { firstLocation, sheetGroups } from './sheet-groups.ts';
import { SheetHeading } from './SheetHeading.tsx';
import { SheetPanel } from './SheetPanel.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** An agency's workbook: whether it is ready to send, the next step, and all remarks by sheet. */
export function AgencyView({ session }: ViewProps): ReactNode {
  const { language } = useMessages();
  const check = useSlice(session, checkOf);
  const open = useSlice(session, (state) => state.open?.kind);
  if (check) return <Checked session={session} check={check} />;
  if (open === 'agency' || open === undefined) return <Unchecked session={session} />;
  const { message, remedy } = paneWordsOf(language).notices['not-agency-workbook'];
  return (
    <>
      <p>{message}</p>
      <p>{remedy}</p>
    </>
  );
}

/** Before the first check: a message that it is running, or a button to try again. */
function Unchecked({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const { label } = useMessages();
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  if (isWorking) return <Spinner label={label('checking')} />;
  return <Button onClick={() => void session.start()}>{label('try-again')}</Button>;
}

type CheckedProps = Pick<ViewProps, 'session'> & { readonly check: Check };

function Checked({ session, check: { result: checked, isStale } }: CheckedProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const folder = useSlice(session, ({ settings }) => settings.folder);
  const isWhole = useSlice(session, ({ notice }) => isVerdict(notice));
  const data = useSlice(session, programmeInUse);
  const [code, ...others] = checked.agencies;
  const ownFolder = code === undefined || others.length > 0 ? undefined : ownFolderIn(session.openedFrom, { code });
  const groups = useMemo(() => sheetGroups(checked, data.programme), [checked, data]);
  const context = messageContext(data, 'agency');
  const actions: CellActions = {
    onSelect: session.isLive ? (location) => void session.select(location) : undefined,
    onAnswer: (location) => session.answers.goTo(location),
    onFix: (cells) => void session.fix(cells),
    onMove: (move) => void session.moveTexts(move),
  };
  const next = firstLocation(groups);
  const { onSelect } = actions;
  return (
    <div className={styles.view}>
      <Readiness
        checked={checked}
        folder={folder}
        ownFolder={ownFolder}
        isLive={session.isLive}
        isStale={isStale}
        isWhole={isWhole}
      />
      <div className={styles.actions}>
        {next && onSelect && (
          <Button appearance="primary" onClick={() => onSelect(next)}>
            {label('go-on')}
          </Button>
        )}
        {checked.changes.length > 0 && (
          <FixDialog changes={checked.changes} isNext={!next || !onSelect} onFix={actions.onFix} />
        )}
        <Button
          appearance={session.isLive || checked.changes.length > 0 ? 'secondary' : 'primary'}
          onClick={() => session.show('answer')}
        >
          {label('answer-in-form')}
        </Button>
        {session.isLive && <Button onClick={() => void session.check()}>{label('check-whole')}</Button>}
        <UndoLast session={session} />
      </div>
      <Accordion multiple collapsible>
        {groups.map((group) => (
          <AccordionItem key={group.sheet ?? ''} value={group.sheet ?? ''}>
            <AccordionHeader as="h3">
              <SheetHeading group={group} />
            </AccordionHeader>
            <AccordionPanel>
              <SheetPanel group={group} context={context} {...actions} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </div>
  );
}
