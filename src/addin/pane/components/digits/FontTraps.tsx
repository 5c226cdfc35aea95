import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { groupBy } from '../../../../domain/text/group-by.ts';
import type { FontTrap } from '../../../../domain/conversion/changes.ts';
import type { CellLocation } from '../../../../domain/spreadsheet/address.ts';
import { useMessages } from '../../use-messages.ts';
import { CellLink } from '../changes/CellLink.tsx';
import { InSteps } from '../changes/InSteps.tsx';
import { locationKey } from '../changes/shown-change.ts';

/** Cells in fonts that draw ASCII digits as Thai ones. */
export interface FontTrapsProps {
  readonly traps: readonly FontTrap[];
  readonly onSelect: ((location: CellLocation) => void) | undefined;
}

const useStyles = makeStyles({ body: { overflowWrap: 'anywhere', whiteSpace: 'normal' } });

/** A warning for each font that makes digits look converted, with its cells. */
export function FontTraps({ traps, onSelect }: FontTrapsProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  return [...groupBy(traps, ({ font }) => font)].map(([font, cells]) => (
    <MessageBar key={font} intent="warning" layout="multiline">
      <MessageBarBody className={styles.body}>
        {label('font-trap', { font, count: cells.length })}
        <InSteps items={cells} keyOf={locationKey}>
          {(cell) => (
            <>
              {cell.sheet} <CellLink location={cell} onSelect={onSelect} />
            </>
          )}
        </InSteps>
      </MessageBarBody>
    </MessageBar>
  ));
}
