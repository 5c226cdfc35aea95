import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cellName } from '../../../../domain/spreadsheet/address.ts';
import type { CellLocation } from '../../../../domain/spreadsheet/address.ts';
import { useMessages } from '../../use-messages.ts';
import { CellLink } from './CellLink.tsx';
import { ChangedText } from './ChangedText.tsx';
import { InSteps } from './InSteps.tsx';
import { PreservedTokens } from './PreservedTokens.tsx';
import { locationKey, type ShownChange } from './shown-change.ts';
import type { Excluded } from './use-excluded.ts';

/** Changes that are shown before they are made. */
export interface SheetChangesProps {
  readonly changes: readonly ShownChange[];
  readonly excluded: Excluded;
  /** Selects a cell; undefined if cells cannot be selected. */
  readonly onSelect?: ((location: CellLocation) => void) | undefined;
}

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** The changes of one sheet, with a checkbox for all of them and one for each. */
export function SheetChanges({ changes, excluded, onSelect }: SheetChangesProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const out = changes.filter(excluded.has).length;
  return (
    <>
      <Checkbox
        label={label('whole-sheet')}
        checked={out === 0 || (out === changes.length ? false : 'mixed')}
        onChange={() => excluded.set(changes, out === 0)}
      />
      <InSteps items={changes} keyOf={locationKey}>
        {(change) => (
          <>
            <div className={styles.line}>
              <Checkbox
                aria-label={label('change-cell', { cell: cellName(change) })}
                checked={!excluded.has(change)}
                onChange={(_, { checked }) => excluded.set([change], checked === false)}
              />
              <CellLink location={change} onSelect={onSelect} />
            </div>
            <ChangedText change={change} />
            <PreservedTokens preserved={change.preserved} />
            {change.isLookOnly && <p className={styles.note}>{label('look-only')}</p>}
          </>
        )}
      </InSteps>
    </>
  );
}
