import { Link, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cellName } from '../../../../domain/spreadsheet/address.ts';
import type { CellLocation } from '../../../../domain/spreadsheet/address.ts';
import { useMessages } from '../../use-messages.ts';

/** A cell by its name. */
export interface CellLinkProps {
  readonly location: CellLocation;
  /** Selects the cell; undefined if cells cannot be selected. */
  readonly onSelect: ((location: CellLocation) => void) | undefined;
}

/** The name of a cell, as a link to it. */
export function CellLink({ location, onSelect }: CellLinkProps): ReactNode {
  const { label } = useMessages();
  const name = label('cell', { cell: cellName(location) });
  return onSelect ? (
    <Link as="button" inline onClick={() => onSelect(location)}>
      {name}
    </Link>
  ) : (
    <Text weight="semibold">{name}</Text>
  );
}
