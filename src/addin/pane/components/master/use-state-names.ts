import type { Programme } from '../../../../domain/programme/programme.ts';
import { useMessages } from '../../use-messages.ts';
import type { MeasureState } from './measure-map.ts';

/** The words for the states of a measure: the statuses as the form spells them, and those that it does not have. */
export function useStateNames({ statuses }: Programme): (state: MeasureState) => string {
  const { label } = useMessages();
  return (state) => {
    if (state === 'missing') return label('not-filled-in');
    if (state === 'not-asked' || state === 'unclear') return label(state);
    return statuses.find(({ id }) => id === state)?.label ?? state;
  };
}
