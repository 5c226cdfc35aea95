import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../use-messages.ts';

/** A list of any length. */
export interface InStepsProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
}

/** Number of items that are shown at first, and added by each click. */
const STEP = 40;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
});

/** A list that shows its first items, and more of them on request, so that long lists render quickly. */
export function InSteps<Item>({ items, keyOf, children }: InStepsProps<Item>): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [shown, setShown] = useState(STEP);
  const left = items.length - shown;
  return (
    <>
      <ul className={styles.list}>
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {left > 0 && <Button onClick={() => setShown(shown + STEP)}>{label('show-more', { count: left })}</Button>}
    </>
  );
}
