import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AgencyNames } from '../../../../domain/messages/facts.ts';
import type { AgencyCode } from '../../../../domain/programme/roster.ts';

/** The agencies to list. */
export interface AgencyListProps {
  readonly codes: readonly AgencyCode[];
  readonly names: AgencyNames;
}

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL } });

/** Agencies by name and code. */
export function AgencyList({ codes, names }: AgencyListProps): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {codes.map((code) => (
        <li key={code}>{`${names(code) ?? ''} (${code})`}</li>
      ))}
    </ul>
  );
}
