import { Accordion, Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { describeMeasure } from '../../../../domain/messages/message.ts';
import { describeMatch, describeReportDoubt, describeReportFault } from '../../../../domain/messages/rollover.ts';
import { measuresOf } from '../../../../domain/programme/programme.ts';
import type { ReportedYear } from '../../../session/session-state.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import type { ViewProps } from '../../view-props.ts';
import { Details } from '../Details.tsx';
import { FileChooser } from '../FileChooser.tsx';
import { LineList, Lines } from './Lines.tsx';
import { dataProblemLine, useYearStyles, useYearText } from './use-year-text.ts';

/** Starts a year's workbook from an older report for Word: chooses one, and shows what was read from it before anything is made. */
export function OlderReport({
  session,
  openFiles,
  openDrop,
}: Pick<ViewProps, 'session' | 'openFiles' | 'openDrop'>): ReactNode {
  const styles = useYearStyles();
  const text = useYearText();
  const reported = useSlice(session, (state) => state.reported);
  return (
    <section className={styles.part} aria-labelledby="year-report">
      <h3 id="year-report" className={styles.heading}>
        {text('report')}
      </h3>
      <p className={styles.text}>{text('report-hint')}</p>
      <FileChooser
        text={text('report-choose')}
        hint={text('report-choose-hint')}
        isPrimary={false}
        isMany={false}
        kind="template"
        onChosen={(files) => void session.years.lookAtReport(files)}
        openFiles={openFiles}
        openDrop={openDrop}
      />
      {reported && (
        <div className={styles.part}>
          {reported.kind === 'read' ? (
            <Found session={session} reported={reported} />
          ) : (
            <Unreadable reported={reported} />
          )}
          <div className={styles.buttons}>
            <Button onClick={() => session.years.leaveReported()}>{text('next-leave')}</Button>
          </div>
        </div>
      )}
    </section>
  );
}

type OfKind<Kind extends ReportedYear['kind']> = Extract<ReportedYear, { readonly kind: Kind }>;

function Unreadable({ reported }: { readonly reported: OfKind<'unreadable'> }): ReactNode {
  const styles = useYearStyles();
  const { language } = useMessages();
  const { message, remedy } = describeReportFault(reported, reported.file, language);
  return (
    <p className={styles.text}>
      {message} {remedy}
    </p>
  );
}

interface FoundProps extends Pick<ViewProps, 'session'> {
  readonly reported: OfKind<'read'>;
}

/** What was found in a report, what is not sure and what is different, and the button that makes the year's workbook. */
function Found({ session, reported: { file, draft, other, matches } }: FoundProps): ReactNode {
  const styles = useYearStyles();
  const text = useYearText();
  const { language } = useMessages();
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  const { data, results, doubts, problems } = draft;
  const { programme } = data;
  const measures = measuresOf(programme).map(({ measure: { key, responsible } }) =>
    text('report-measure', {
      measure: describeMeasure(key, language, { programme }),
      party: responsible.printed,
      count: results.get(key)?.length ?? 0,
    }),
  );
  const toLookAt = [
    ...doubts.map((doubt) => describeReportDoubt(doubt, programme, language)),
    ...problems.map((problem) => dataProblemLine(problem, language)),
  ];
  const different = matches.flatMap(
    (match) => describeMatch(match, { earlier: other, later: programme }, language) ?? [],
  );
  const paragraphs = [...results.values()].flat().length;
  return (
    <>
      <h4 className={styles.heading}>{text('report-found', { file, year: programme.year })}</h4>
      <p className={styles.text}>{text('report-counts', { measures: measures.length, paragraphs })}</p>
      <Lines heading={text('next-doubts', { count: toLookAt.length })} lines={toLookAt} />
      <Lines heading={text('report-different', { count: different.length, programme: other.id })} lines={different} />
      <Accordion collapsible>
        <Details name="measures" heading={text('report-measures', { count: measures.length })}>
          <LineList lines={measures} />
        </Details>
      </Accordion>
      <Button appearance="primary" disabledFocusable={isWorking} onClick={() => void session.years.exportReported()}>
        {text('report-make', { year: programme.year })}
      </Button>
    </>
  );
}
