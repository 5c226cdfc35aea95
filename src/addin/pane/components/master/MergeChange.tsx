import { makeStyles, mergeClasses, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import type { ChangeKind, ParagraphChange, Side } from '../../../../domain/master/merge/outcomes.ts';
import { useMessages } from '../../use-messages.ts';
import { Compared } from './Compared.tsx';

/** Whose text will stand: `usual` merges the words of both. */
export type Choice = Side | 'usual';

/** A difference, and what is chosen for it. */
export interface MergeChangeProps {
  readonly change: ParagraphChange;
  readonly choice: Choice;
  /** The measure in words. */
  readonly measure: string;
  readonly onChoose: (choice: Choice) => void;
}

const useStyles = makeStyles({
  kind: { ...typographyStyles.body1Strong, margin: 0 },
  come: { color: tokens.colorPaletteGreenForeground2 },
  warning: { color: tokens.colorPaletteRedForeground2 },
  texts: { margin: `${tokens.spacingVerticalXS} 0`, display: 'grid', gap: tokens.spacingVerticalXXS },
  name: { color: tokens.colorNeutralForeground3 },
  text: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});

/** A difference between the report and the answers, in red and green and in words, and whose text will stand. */
export function MergeChange({ change, choice, measure, onChoose }: MergeChangeProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const { kind } = change;
  const name = label(`kind-${kind}`);
  const choices: readonly Choice[] = kind === 'merged' ? ['usual', 'ours', 'theirs'] : ['ours', 'theirs'];
  return (
    <>
      <p className={mergeClasses(styles.kind, kind === 'added' && styles.come, WARNINGS.has(kind) && styles.warning)}>
        {name}
      </p>
      <Texts change={change} />
      <Select
        aria-label={label('merge-choice', { kind: name, measure })}
        value={choice}
        onChange={(_, { value }) => onChoose(choices.find((each) => each === value) ?? choice)}
      >
        {choices.map((each) => (
          <option key={each} value={each}>
            {label(`side-${each}`)}
          </option>
        ))}
      </Select>
    </>
  );
}

/** What takes a text away, or meets what somebody edited. */
const WARNINGS: ReadonlySet<ChangeKind> = new Set(['gone', 'merged', 'met', 'withdrawn', 'back']);

/** The texts of a difference. They are compared again only where they differ, since long ones take a while. */
const Texts = memo(function Texts({ change }: Pick<MergeChangeProps, 'change'>): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const { kind, ours = '', base = '', theirs = '' } = change;
  // What nobody edited is as it was generated: one text shows all.
  const isEdited = ['merged', 'met', 'withdrawn'].includes(kind);
  const merged = kind === 'merged' ? (change.result ?? '') : undefined;
  return (
    <dl className={styles.texts}>
      {isEdited && (
        <div>
          <dt className={styles.name}>{label('text-ours')}</dt>
          <dd className={styles.text}>
            <Compared before={base} after={ours} />
          </dd>
        </div>
      )}
      <div>
        <dt className={styles.name}>{label(change.theirs === undefined ? 'text-base' : 'text-theirs')}</dt>
        <dd className={styles.text}>
          <Compared before={base} after={theirs} />
        </dd>
      </div>
      {merged !== undefined && (
        <div>
          <dt className={styles.name}>{label('text-result')}</dt>
          <dd className={styles.text}>{merged}</dd>
        </div>
      )}
    </dl>
  );
});
