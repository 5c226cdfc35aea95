import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  typographyStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { excerpt } from '../../../../domain/messages/describe-remark.ts';
import { wordsOf } from '../../../../domain/messages/message.ts';
import type { CellLeft } from '../../../../domain/conversion/changes.ts';
import type { CellPlace } from '../../../../domain/spreadsheet/address.ts';
import { leftByReason } from '../../../../domain/conversion/left-cells.ts';
import { useVoice } from '../../voice.ts';
import { CellLink } from '../changes/CellLink.tsx';
import { InSteps } from '../changes/InSteps.tsx';
import { KeptTokens } from '../changes/KeptTokens.tsx';
import { placeKey } from '../changes/shown-change.ts';

/** Cells that stay as they are. */
export interface LeftCellsProps {
  readonly left: readonly CellLeft[];
  readonly onSelect: ((place: CellPlace) => void) | undefined;
}

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  line: { margin: 0, overflowWrap: 'anywhere' },
});

/** What stays and why, by reason. */
export function LeftCells({ left, onSelect }: LeftCellsProps): ReactNode {
  const styles = useStyles();
  const { language, label } = useVoice();
  const { leftCells } = wordsOf(language);
  const groups = [...leftByReason(left)];
  if (groups.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{label('what-stays')}</h3>
      <Accordion multiple collapsible>
        {groups.map(([reason, cells]) => (
          <AccordionItem key={reason} value={reason}>
            <AccordionHeader as="h4">
              {label('left-cells', { count: cells.length, reason: leftCells[reason] })}
            </AccordionHeader>
            <AccordionPanel>
              <InSteps items={cells} keyOf={placeKey}>
                {(cell) => <LeftCell cell={cell} onSelect={onSelect} />}
              </InSteps>
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </>
  );
}

type LeftCellProps = Pick<LeftCellsProps, 'onSelect'> & { readonly cell: CellLeft };

/** A cell that stays, and the parts of it that keep their digits. */
function LeftCell({ cell, onSelect }: LeftCellProps): ReactNode {
  const styles = useStyles();
  return (
    <>
      <p className={styles.line}>
        {cell.sheet} <CellLink place={cell} onSelect={onSelect} />
      </p>
      <p className={styles.line}>{excerpt(cell.text)}</p>
      <KeptTokens kept={cell.kept} />
    </>
  );
}
