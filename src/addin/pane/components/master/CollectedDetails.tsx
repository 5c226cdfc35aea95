import { Accordion, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { agencyNames, messageContext } from '../../../../domain/messages/message.ts';
import { GROUPS_SHEET } from '../../../../domain/master/sheet-names.ts';
import type { AgencyCode } from '../../../../domain/programme/roster.ts';
import { groupCounts } from '../../../../domain/submissions/group-counts.ts';
import type { FileProgress, CollectedAnswers } from '../../../session/session-state.ts';
import { useMessages } from '../../use-messages.ts';
import { Details } from '../Details.tsx';
import { AgencyList } from './AgencyList.tsx';
import { FileLines } from './FileLines.tsx';
import { FileProblems } from './FileProblems.tsx';
import { HeatMap } from './HeatMap.tsx';
import { MeasureMap } from './MeasureMap.tsx';
import { News } from './News.tsx';
import { Overview } from './Overview.tsx';

/** The answers that were read. */
export interface CollectedDetailsProps {
  readonly collected: CollectedAnswers;
  readonly files: readonly FileProgress[];
  readonly missing: readonly AgencyCode[];
}

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL },
});

/** Details of the answers, before the report is put anywhere. */
export function CollectedDetails({ collected, files, missing }: CollectedDetailsProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const { consolidation, findings, news, readAt, remarks, sheets } = collected;
  const names = agencyNames(consolidation.roster);
  const groups = groupCounts(consolidation);
  return (
    <Accordion collapsible multiple>
      {missing.length > 0 && (
        <Details name="missing" heading={label('missing-agencies', { count: missing.length })}>
          <AgencyList codes={missing} names={names} />
        </Details>
      )}
      {news && (
        <Details name="news" heading={label('news')}>
          <News news={news} names={names} />
        </Details>
      )}
      <Details name="problems" heading={label('problems', { count: remarks.length })}>
        {remarks.length === 0 ? (
          label('no-remarks')
        ) : (
          <FileProblems problems={remarks} context={messageContext(consolidation, 'office')} />
        )}
      </Details>
      <Details name="overview" heading={label('overview')}>
        <Overview consolidation={consolidation} findings={findings} readAt={readAt} />
      </Details>
      <Details name="completeness" heading={label('completeness')}>
        <HeatMap consolidation={consolidation} names={names} />
      </Details>
      <Details name="map" heading={label('map')}>
        <MeasureMap consolidation={consolidation} problems={remarks} />
      </Details>
      {groups.paragraphs > 0 && (
        <Details name="groups" heading={label('grouped', groups)}>
          {label('grouped-where', { sheet: GROUPS_SHEET })}
        </Details>
      )}
      <Details name="files" heading={label('files', { count: files.length })}>
        <FileLines files={files} problems={remarks} />
      </Details>
      <Details name="sheets" heading={label('will-write', { count: sheets.length })}>
        <ul className={styles.list}>
          {sheets.map(({ name, rows }) => (
            <li key={name}>{`${name}: ${label('rows', { rows })}`}</li>
          ))}
        </ul>
      </Details>
    </Accordion>
  );
}
