import { Accordion, Button, makeStyles, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { ChangeKind, ChosenSides, ParagraphChange, Side } from '../../../../domain/master/merge/outcomes.ts';
import { REVIEW_SHEET } from '../../../../domain/master/sheet-names.ts';
import { measurePhrase } from '../../../../domain/messages/facts.ts';
import { wordsOf } from '../../../../domain/messages/message.ts';
import type { Programme } from '../../../../domain/programme/programme.ts';
import { groupBy } from '../../../../domain/text/group-by.ts';
import { useMessages } from '../../use-messages.ts';
import { AskDialog } from '../AskDialog.tsx';
import { InSteps } from '../changes/InSteps.tsx';
import { Details } from '../Details.tsx';
import { MergeChange, type Choice } from './MergeChange.tsx';

/** What merging would change. */
export interface MergePreviewProps {
  readonly programme: Programme;
  readonly changes: readonly ParagraphChange[];
  /** Whether the report is open in Excel, and no file that another one is saved beside. */
  readonly isLive: boolean;
  /** How many backup sheets there are, which are deleted then. */
  readonly backups: number;
  readonly onMerge: (sides: ChosenSides) => void;
}

/** Differences that can be accepted or refused together, in their order. */
const GROUPS = [
  { name: 'merge-conflicts', kinds: ['merged', 'met', 'withdrawn', 'back'] },
  { name: 'merge-added', kinds: ['added'] },
  { name: 'merge-changed', kinds: ['changed'] },
  { name: 'merge-withdrawn', kinds: ['gone'] },
] as const satisfies readonly { readonly name: string; readonly kinds: readonly ChangeKind[] }[];

/** What stands where nobody chose. */
const USUAL: Readonly<Record<ChangeKind, Choice>> = {
  added: 'theirs',
  changed: 'theirs',
  gone: 'theirs',
  back: 'theirs',
  merged: 'usual',
  met: 'ours',
  withdrawn: 'ours',
};

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  text: { margin: 0 },
  groups: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  group: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { ...typographyStyles.body1Strong, flexBasis: '220px', '@media (max-width: 479px)': { flexBasis: '100%' } },
});

/** The differences between the open report and the answers, measure by measure, and the button that merges them as chosen. */
export function MergePreview({ programme, changes, isLive, backups, onMerge }: MergePreviewProps): ReactNode {
  const styles = useStyles();
  const { language, label } = useMessages();
  const heading = useId();
  const [sides, setSides] = useState<ChosenSides>(new Map());
  const choose = (some: readonly ParagraphChange[], choice: Choice): void => {
    const chosen = new Map(sides);
    for (const { id } of some) {
      if (choice === 'usual') chosen.delete(id);
      else chosen.set(id, choice);
    }
    setSides(chosen);
  };
  const byMeasure = groupBy(changes, ({ measure }) => measure);
  const wording = { language, words: wordsOf(language), names: () => undefined };
  return (
    <section className={styles.root} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {label('merge')}
      </h3>
      <p className={styles.text}>{label('merge-hint', { sheet: REVIEW_SHEET })}</p>
      <p className={styles.text}>{label('merge-count', { count: changes.length, measures: byMeasure.size })}</p>
      <MergeButton isLive={isLive} backups={backups} onMerge={() => onMerge(sides)} />
      <div className={styles.groups}>
        {GROUPS.map(({ name, kinds }) => {
          const its = changes.filter(({ kind }) => kinds.some((each) => each === kind));
          return (
            its.length > 0 && (
              <Group
                key={name}
                name={label(name, { count: its.length })}
                isAll={(side) => its.every(({ id, kind }) => (sides.get(id) ?? USUAL[kind]) === side)}
                onChoose={(side) => choose(its, side)}
              />
            )
          );
        })}
      </div>
      <Accordion collapsible multiple defaultOpenItems={changes[0]?.measure}>
        {Array.from(byMeasure, ([measure, its]) => (
          <Details
            key={measure}
            name={measure}
            heading={label('merge-measure', {
              measure: measurePhrase(measure, { ...wording, programme }),
              count: its.length,
            })}
          >
            <InSteps items={its} keyOf={({ id }) => id}>
              {(change) => (
                <MergeChange
                  change={change}
                  choice={sides.get(change.id) ?? USUAL[change.kind]}
                  measure={measurePhrase(measure, wording)}
                  onChoose={(choice) => choose([change], choice)}
                />
              )}
            </InSteps>
          </Details>
        ))}
      </Accordion>
    </section>
  );
}

interface GroupProps {
  readonly name: string;
  readonly isAll: (side: Side) => boolean;
  readonly onChoose: (side: Side) => void;
}

/** Accepts or refuses all differences of a kind. */
function Group({ name, isAll, onChoose }: GroupProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  return (
    <div className={styles.group} role="group" aria-label={name}>
      <span className={styles.name}>{name}</span>
      <ToggleButton size="small" checked={isAll('theirs')} onClick={() => onChoose('theirs')}>
        {label('merge-all')}
      </ToggleButton>
      <ToggleButton size="small" checked={isAll('ours')} onClick={() => onChoose('ours')}>
        {label('merge-none')}
      </ToggleButton>
    </div>
  );
}

type MergeButtonProps = Pick<MergePreviewProps, 'isLive' | 'backups'> & { readonly onMerge: () => void };

/** Merges; where backups would be deleted for good, after a question. */
function MergeButton({ isLive, backups, onMerge }: MergeButtonProps): ReactNode {
  const { label } = useMessages();
  if (backups > 0) {
    return (
      <AskDialog
        text={label('merge-put-ask')}
        isPrimary
        title={label('merge-put-title')}
        question={label('replaces-backups', { count: backups })}
        answers={[
          { text: label('keep-backups'), isPrimary: true, onChosen: () => undefined },
          { text: label('merge-put'), onChosen: onMerge },
        ]}
      />
    );
  }
  return (
    <Button appearance="primary" onClick={onMerge}>
      {label(isLive ? 'merge-put' : 'merge-save')}
    </Button>
  );
}
