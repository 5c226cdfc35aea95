import { Link, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cellName } from '../../../../domain/spreadsheet/address.ts';
import type { CellPlace } from '../../../../domain/spreadsheet/address.ts';
import { useVoice } from '../../voice.ts';

/** A cell by its name. */
export interface CellLinkProps {
  readonly place: CellPlace;
  /** Takes the person there; undefined where nobody can go there. */
  readonly onSelect: ((place: CellPlace) => void) | undefined;
}

/** The name of a cell, which leads to it. */
export function CellLink({ place, onSelect }: CellLinkProps): ReactNode {
  const { label } = useVoice();
  const name = label('cell', { cell: cellName(place.row, place.column) });
  return onSelect ? (
    <Link as="button" inline onClick={() => onSelect(place)}>
      {name}
    </Link>
  ) : (
    <Text weight="semibold">{name}</Text>
  );
}
