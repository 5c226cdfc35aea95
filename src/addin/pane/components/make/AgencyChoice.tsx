import { Checkbox, Field, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Agency, AgencyCode } from '../../../../domain/programme/roster.ts';
import { useMessages } from '../../use-messages.ts';
import { agenciesFound } from './agencies-found.ts';
import { moveFocus } from './move-focus.ts';

/** The agencies to choose from, and the chosen ones. */
export interface AgencyChoiceProps {
  readonly agencies: readonly Agency[];
  readonly chosen: ReadonlySet<AgencyCode>;
  readonly onChoose: (chosen: ReadonlySet<AgencyCode>) => void;
}

const useStyles = makeStyles({
  // No wider than the pane, however large its text.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  search: { maxWidth: 'none' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '320px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  all: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { margin: 0 },
});

/** A list of agencies to choose from, with search and arrow keys. */
export function AgencyChoice({ agencies, chosen, onChoose }: AgencyChoiceProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [query, setQuery] = useState('');
  // The only checkbox in the tab order; arrow keys reach the others.
  const [at, setAt] = useState<AgencyCode | undefined>(undefined);
  const found = agenciesFound(agencies, query);
  const isChosen = found.filter(({ code }) => chosen.has(code)).length;
  const choose = (codes: readonly AgencyCode[], isWanted: boolean): void => {
    onChoose(new Set(isWanted ? [...chosen, ...codes] : [...chosen].filter((code) => !codes.includes(code))));
  };
  return (
    <>
      <Field className={styles.field} label={label('find-agency')}>
        <SearchBox className={styles.search} value={query} onChange={(_, { value }) => setQuery(value)} />
      </Field>
      {found.length === 0 ? (
        <p className={styles.text} role="status">
          {label('none-found', { query })}
        </p>
      ) : (
        <div className={styles.list} role="group" aria-label={label('agency')} onKeyDown={moveFocus}>
          <Checkbox
            className={styles.all}
            tabIndex={found.some(({ code }) => code === at) ? -1 : 0}
            onFocus={() => setAt(undefined)}
            label={label('all-found', { count: found.length })}
            checked={isChosen === found.length || (isChosen > 0 && 'mixed')}
            onChange={(_, { checked }) =>
              choose(
                found.map(({ code }) => code),
                checked !== false,
              )
            }
          />
          {found.map(({ code, name }) => (
            <Checkbox
              key={code}
              tabIndex={code === at ? 0 : -1}
              onFocus={() => setAt(code)}
              label={`${code} ${name}`}
              checked={chosen.has(code)}
              onChange={(_, { checked }) => choose([code], checked === true)}
            />
          ))}
        </div>
      )}
    </>
  );
}
