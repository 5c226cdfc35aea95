import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cellName } from '../../../../domain/spreadsheet/address.ts';
import type { CellPlace } from '../../../../domain/spreadsheet/address.ts';
import { useVoice } from '../../voice.ts';
import { CellLink } from './CellLink.tsx';
import { ChangedText } from './ChangedText.tsx';
import { InSteps } from './InSteps.tsx';
import { KeptTokens } from './KeptTokens.tsx';
import { placeKey, type ShownChange } from './shown-change.ts';
import type { Excluded } from './use-excluded.ts';

/** Changes that are shown before they are made. */
export interface SheetChangesProps {
  readonly changes: readonly ShownChange[];
  readonly excluded: Excluded;
  /** Takes the person to a cell; undefined where nobody can go there. */
  readonly onSelect?: ((place: CellPlace) => void) | undefined;
}

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** The changes of one sheet; a box takes all of them out, and one each of them. */
export function SheetChanges({ changes, excluded, onSelect }: SheetChangesProps): ReactNode {
  const styles = useStyles();
  const { label } = useVoice();
  const out = changes.filter(excluded.has).length;
  return (
    <>
      <Checkbox
        label={label('whole-sheet')}
        checked={out === 0 || (out === changes.length ? false : 'mixed')}
        onChange={() => excluded.set(changes, out === 0)}
      />
      <InSteps items={changes} keyOf={placeKey}>
        {(change) => (
          <>
            <div className={styles.line}>
              <Checkbox
                aria-label={label('change-cell', { cell: cellName(change.row, change.column) })}
                checked={!excluded.has(change)}
                onChange={(_, { checked }) => excluded.set([change], checked === false)}
              />
              <CellLink place={change} onSelect={onSelect} />
            </div>
            <ChangedText change={change} />
            <KeptTokens kept={change.kept} />
            {change.isLookOnly && <p className={styles.note}>{label('look-only')}</p>}
          </>
        )}
      </InSteps>
    </>
  );
}
