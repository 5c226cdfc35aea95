import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { describeRemark } from '../../../../domain/messages/describe-remark.ts';
import { agencyNames, type Message } from '../../../../domain/messages/message.ts';
import { groupBy } from '../../../../domain/text/group-by.ts';
import { severityOfRemark, type Remark } from '../../../../domain/checks/remark.ts';
import type { Roster } from '../../../../domain/programme/roster.ts';
import type { MendedCell } from '../../../../domain/checks/cell-changes.ts';
import type { CellPlace } from '../../../../domain/spreadsheet/address.ts';
import { useVoice } from '../../voice.ts';
import { CellLink } from '../changes/CellLink.tsx';
import { ChangedText } from '../changes/ChangedText.tsx';
import { shownRepair } from '../changes/shown-change.ts';
import { RemarkText } from '../remarks/RemarkText.tsx';
import type { CellRemarks } from './sheet-groups.ts';

/** What a person can do with a cell. */
export interface CellActions {
  /** Takes the person to a cell; undefined where nobody can go there. */
  readonly onSelect: ((place: CellPlace) => void) | undefined;
  readonly onMend: (cells: readonly MendedCell[]) => void;
}

/** A cell with remarks. */
export interface CellCardProps extends CellActions {
  readonly cell: CellRemarks;
  readonly roster: Roster;
}

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS },
  mend: { alignSelf: 'flex-start' },
});

/** A cell, what is to be said of it and said once, and what a repair makes of it. */
export function CellCard({ cell: { place, remarks, change }, roster, onSelect, onMend }: CellCardProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useVoice();
  const describe = (remark: Remark): Message => describeRemark(remark, language, agencyNames(roster));
  const sayingTheSame = groupBy(remarks, (remark) =>
    JSON.stringify([describe(remark), severityOfRemark(remark), isMended(remark, change)]),
  );
  return (
    <div className={styles.card}>
      {place && (
        <div>
          <CellLink place={place} onSelect={onSelect} />
        </div>
      )}
      {[...sayingTheSame].map(([key, same]) => {
        const [first] = same;
        return (
          <RemarkText
            key={key}
            severity={severityOfRemark(first)}
            said={describe(first)}
            remarks={same}
            isShown={isMended(first, change)}
          />
        );
      })}
      {change && (
        <>
          <ChangedText change={shownRepair(change)} />
          <Button
            size="small"
            className={styles.mend}
            aria-label={label('mend-cell', { cell: change.cell })}
            onClick={() => onMend([change])}
          >
            {label('mend')}
          </Button>
        </>
      )}
    </div>
  );
}

function isMended(remark: Remark, change: MendedCell | undefined): boolean {
  return change?.findings.some((finding) => finding === remark) ?? false;
}
