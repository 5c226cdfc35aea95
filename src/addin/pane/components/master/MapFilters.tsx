import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { formatDigits } from '../../../../domain/messages/format-values.ts';
import { nameOfClass, partingClasses } from '../../../../domain/programme/agency-classes.ts';
import type { Roster } from '../../../../domain/programme/roster.ts';
import { useMessages } from '../../use-messages.ts';
import { MEASURE_STATES, type MapFilter, type MeasureState } from './measure-map.ts';

/** What the map is narrowed to, and what it can be narrowed to. */
export interface MapFiltersProps {
  readonly roster: Roster;
  readonly filter: MapFilter;
  readonly nameOf: (state: MeasureState) => string;
  readonly onChange: (filter: MapFilter) => void;
}

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  filter: { display: 'flex', flexDirection: 'column', minWidth: 'min(140px, 100%)', maxWidth: '100%' },
});

/** Narrows the map to a class of agencies, and to agencies with a measure in a state. */
export function MapFilters({ roster, filter, nameOf, onChange }: MapFiltersProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  const [agencies, states] = [useId(), useId()];
  return (
    <div className={styles.filters}>
      <div className={styles.filter}>
        <label htmlFor={agencies}>{label('agency')}</label>
        <Select
          id={agencies}
          value={filter.agencies ?? ''}
          onChange={(_, { value }) => onChange({ ...filter, agencies: value || undefined })}
        >
          <option value="">{label('every-agency')}</option>
          {partingClasses(roster).map((one) => (
            <option key={one.id} value={one.id}>
              {formatDigits(nameOfClass(roster, one), language)}
            </option>
          ))}
          <option value="others">{label('other-agencies')}</option>
        </Select>
      </div>
      <div className={styles.filter}>
        <label htmlFor={states}>{label('with-state')}</label>
        <Select
          id={states}
          value={filter.state ?? ''}
          onChange={(_, { value }) => onChange({ ...filter, state: MEASURE_STATES.find((state) => state === value) })}
        >
          <option value="">{label('every-state')}</option>
          {MEASURE_STATES.map((state) => (
            <option key={state} value={state}>
              {nameOf(state)}
            </option>
          ))}
        </Select>
      </div>
    </div>
  );
}
