import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { CellChange, ConversionPlan } from '../../../../domain/conversion/changes.ts';
import type { CellLocation } from '../../../../domain/spreadsheet/address.ts';
import { useMessages } from '../../use-messages.ts';
import { ChangeList } from '../changes/ChangeList.tsx';
import { shownConversion } from '../changes/shown-change.ts';
import { useExcluded } from '../changes/use-excluded.ts';
import { FontTraps } from './FontTraps.tsx';
import { SkippedCells } from './SkippedCells.tsx';

/** A conversion that is shown before it is carried out. */
export interface DigitPreviewProps {
  readonly plan: ConversionPlan;
  readonly onConvert: (wanted: (change: CellChange) => boolean) => void;
  readonly onCancel: () => void;
  /** Selects a cell; undefined if cells cannot be selected. */
  readonly onSelect: ((location: CellLocation) => void) | undefined;
}

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  line: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The cells that a conversion would change and those that it would skip; it changes nothing until the person confirms. */
export function DigitPreview({ plan, onConvert, onCancel, onSelect }: DigitPreviewProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const excluded = useExcluded(plan);
  const shown = useMemo(() => plan.changes.map((change) => shownConversion(change, plan.to)), [plan]);
  const chosen = shown.filter((change) => !excluded.has(change));
  const locations = chosen.reduce((sum, { edits }) => sum + edits.length, 0);
  return (
    <section className={styles.view} aria-labelledby="preview">
      <h3 id="preview" className={styles.heading}>
        {label(plan.to === 'thai' ? 'preview-thai' : 'preview-arabic')}
      </h3>
      <p className={styles.line}>{label('will-change', { cells: chosen.length, locations })}</p>
      <p className={styles.line}>{label('opt-out')}</p>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabled={chosen.length === 0}
          onClick={() => onConvert((change) => !excluded.has(change))}
        >
          {label('convert-cells', { count: chosen.length })}
        </Button>
        <Button onClick={onCancel}>{label('cancel')}</Button>
      </div>
      <FontTraps traps={plan.fontTraps} onSelect={onSelect} />
      <ChangeList changes={shown} excluded={excluded} onSelect={onSelect} />
      <SkippedCells skipped={plan.skipped} onSelect={onSelect} />
    </section>
  );
}
