import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  typographyStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { excerpt } from '../../../../domain/messages/excerpt.ts';
import { wordsOf } from '../../../../domain/messages/message.ts';
import type { SkippedCell } from '../../../../domain/conversion/changes.ts';
import type { CellLocation } from '../../../../domain/spreadsheet/address.ts';
import { skippedByReason } from '../../../../domain/conversion/skipped-cells.ts';
import { useMessages } from '../../use-messages.ts';
import { CellLink } from '../changes/CellLink.tsx';
import { InSteps } from '../changes/InSteps.tsx';
import { PreservedTokens } from '../changes/PreservedTokens.tsx';
import { locationKey } from '../changes/shown-change.ts';

/** Cells that a conversion skips. */
export interface SkippedCellsProps {
  readonly skipped: readonly SkippedCell[];
  readonly onSelect: ((location: CellLocation) => void) | undefined;
}

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  line: { margin: 0, overflowWrap: 'anywhere' },
});

/** The skipped cells by reason. */
export function SkippedCells({ skipped, onSelect }: SkippedCellsProps): ReactNode {
  const styles = useStyles();
  const { language, label } = useMessages();
  const { skippedCells } = wordsOf(language);
  const groups = [...skippedByReason(skipped)];
  if (groups.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{label('what-stays')}</h3>
      <Accordion multiple collapsible>
        {groups.map(([reason, cells]) => (
          <AccordionItem key={reason} value={reason}>
            <AccordionHeader as="h4">
              {label('skipped-cells', { count: cells.length, reason: skippedCells[reason] })}
            </AccordionHeader>
            <AccordionPanel>
              <InSteps items={cells} keyOf={locationKey}>
                {(cell) => <SkippedCellView cell={cell} onSelect={onSelect} />}
              </InSteps>
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </>
  );
}

type SkippedCellViewProps = Pick<SkippedCellsProps, 'onSelect'> & { readonly cell: SkippedCell };

/** A skipped cell, and its parts that keep their digits. */
function SkippedCellView({ cell, onSelect }: SkippedCellViewProps): ReactNode {
  const styles = useStyles();
  return (
    <>
      <p className={styles.line}>
        {cell.sheet} <CellLink location={cell} onSelect={onSelect} />
      </p>
      <p className={styles.line}>{excerpt(cell.text)}</p>
      <PreservedTokens preserved={cell.preserved} />
    </>
  );
}
