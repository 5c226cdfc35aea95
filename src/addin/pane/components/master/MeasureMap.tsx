import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type MouseEvent, type ReactNode } from 'react';
import type { Remark } from '../../../../domain/checks/remark.ts';
import { agencyNames } from '../../../../domain/messages/message.ts';
import { formatDigits } from '../../../../domain/messages/format-values.ts';
import { measuresOf, type MeasureKey } from '../../../../domain/programme/programme.ts';
import type { AgencyCode } from '../../../../domain/programme/roster.ts';
import type { Consolidation } from '../../../../domain/submissions/consolidation.ts';
import { useMessages } from '../../use-messages.ts';
import { AgencyDialog } from './AgencyDialog.tsx';
import { MapFilters } from './MapFilters.tsx';
import { MapRows, MapHead } from './MapTable.tsx';
import { MEASURE_STATES, mapRows, rowsOf, stateTotals, type MapFilter } from './measure-map.ts';
import { StateMark } from './StateMark.tsx';
import { useStateNames } from './use-state-names.ts';

/** The answers and problems to show. */
export interface MeasureMapProps {
  readonly consolidation: Consolidation;
  readonly problems: readonly Remark[];
}

const useStyles = makeStyles({
  legend: { margin: `${tokens.spacingVerticalS} 0` },
  example: { marginRight: tokens.spacingHorizontalM, display: 'inline-block' },
  // Wider than the page around it: 59 columns need what a window has. It scrolls within itself where that is not enough.
  scroller: {
    position: 'relative',
    width: 'min(96vw, 1280px)',
    marginLeft: 'calc(50% - min(48vw, 640px))',
    overflow: 'auto',
    maxHeight: '70vh',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: 'border-box',
  },
  // Columns of whole pixels may need one more than the table has.
  table: { width: 'calc(100% - 1px)', borderCollapse: 'separate', borderSpacing: 0, fontSize: tokens.fontSizeBase200 },
});

/**
 * How far every agency is with every measure, with numbers for each agency and each measure. An agency's name, or any cell of its
 * row, leads to its answers and the problems of its files.
 */
export function MeasureMap({ consolidation, problems }: MeasureMapProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  const { programme, roster } = consolidation;
  const [filter, setFilter] = useState<MapFilter>({ agencies: undefined, state: undefined });
  const [shown, setShown] = useState<{ readonly agency: AgencyCode; readonly measure?: MeasureKey }>();
  const rows = useMemo(() => mapRows(consolidation), [consolidation]);
  const chosen = rowsOf(rows, roster, filter);
  const totals = stateTotals(chosen);
  const nameOf = useStateNames(programme);
  const names = agencyNames(roster);
  const placed = measuresOf(programme);
  const open = ({ target }: MouseEvent): void => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-measure]') : null;
    const agency = cell?.closest<HTMLElement>('[data-agency]')?.dataset.agency;
    const of = placed.find(({ measure }) => measure.key === cell?.dataset.measure);
    const row = rows.find((one) => one.agency === agency);
    if (row && of) setShown({ agency: row.agency, measure: of.measure.key });
  };
  return (
    <>
      <MapFilters roster={roster} filter={filter} nameOf={nameOf} onChange={setFilter} />
      <p className={styles.legend}>
        {MEASURE_STATES.map((state) => (
          <span key={state} className={styles.example}>
            <StateMark state={state} /> {nameOf(state)} {formatDigits(totals.get(state) ?? 0, language)}
          </span>
        ))}
      </p>
      <p role="status" className={styles.legend}>
        {label('agencies-shown', { count: chosen.length, total: rows.length })}
      </p>
      <div className={styles.scroller} role="region" aria-label={label('map')} tabIndex={0}>
        {/* The buttons of the rows do the same for the keyboard. */}
        <table className={styles.table} onClick={open}>
          <MapHead placed={placed} rows={chosen} />
          <MapRows
            rows={chosen}
            placed={placed}
            names={names}
            nameOf={nameOf}
            onOpen={(agency) => setShown({ agency })}
          />
        </table>
      </div>
      <AgencyDialog
        agency={shown?.agency}
        measure={shown?.measure}
        consolidation={consolidation}
        problems={problems}
        onClose={() => setShown(undefined)}
      />
    </>
  );
}
