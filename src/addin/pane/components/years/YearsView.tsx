import { Button, Divider } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { YearData } from '../../../../domain/programme/year-data.ts';
import type { ViewProps } from '../../view-props.ts';
import { useSlice } from '../../use-slice.ts';
import { AskDialog } from '../AskDialog.tsx';
import { FileChooser } from '../FileChooser.tsx';
import { ImportedYear } from './ImportedYear.tsx';
import { NextYear } from './NextYear.tsx';
import { OlderReport } from './OlderReport.tsx';
import { useYearStyles, useYearText } from './use-year-text.ts';

/** The programmes of years: makes the workbook in which the office edits one, and imports it. */
export function YearsView({ session, openFiles, openDrop }: ViewProps): ReactNode {
  const styles = useYearStyles();
  const text = useYearText();
  const { programme } = useSlice(session, ({ chosen }) => chosen);
  const isOpen = useSlice(session, ({ open }) => open?.kind === 'programme');
  const importing = useSlice(session, (state) => state.importing);
  const following = useSlice(session, (state) => state.following);
  const kept = useSlice(session, (state) => state.kept);
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  const { year, id, version } = programme;
  return (
    <div className={styles.part}>
      <section className={styles.part} aria-labelledby="year-import">
        <h3 id="year-import" className={styles.heading}>
          {text('import')}
        </h3>
        {isOpen && (
          <Button appearance="primary" disabledFocusable={isWorking} onClick={() => void session.years.lookAt()}>
            {text('look-open')}
          </Button>
        )}
        <FileChooser
          text={text('choose')}
          hint={text('choose-hint')}
          isPrimary={!isOpen && importing === undefined}
          isMany={false}
          onChosen={(files) => void session.years.lookAt(files)}
          openFiles={openFiles}
          openDrop={openDrop}
        />
        {importing && <ImportedYear key={importing.file} session={session} importing={importing} />}
      </section>
      <Divider />
      <section className={styles.part} aria-labelledby="year-edit">
        <h3 id="year-edit" className={styles.heading}>
          {text('edit')}
        </h3>
        <p className={styles.text}>{text('in-use', { year, programme: id, version })}</p>
        <p className={styles.text}>{text('edit-hint')}</p>
        <Button disabledFocusable={isWorking} onClick={() => void session.years.export()}>
          {text('make')}
        </Button>
        <p className={styles.text}>{text('next-hint', { year: year + 1 })}</p>
        <Button disabledFocusable={isWorking} onClick={() => void session.years.exportNext()}>
          {text('next', { year: year + 1 })}
        </Button>
        {following && <NextYear session={session} following={following} />}
      </section>
      <Divider />
      <OlderReport session={session} openFiles={openFiles} openDrop={openDrop} />
      {kept.length > 0 && <KeptYears session={session} kept={kept} />}
    </div>
  );
}

/** The years that were imported on this computer. */
function KeptYears({ session, kept }: Pick<ViewProps, 'session'> & { readonly kept: readonly YearData[] }): ReactNode {
  const styles = useYearStyles();
  const text = useYearText();
  return (
    <>
      <Divider />
      <section className={styles.part} aria-labelledby="year-kept">
        <h3 id="year-kept" className={styles.heading}>
          {text('kept')}
        </h3>
        <p className={styles.text}>{text('kept-hint')}</p>
        <ul className={styles.list}>
          {kept.map(({ programme: { id, year, version } }) => (
            <li key={id} className={styles.item}>
              <p className={styles.text}>{text('kept-year', { year, programme: id, version })}</p>
              <AskDialog
                text={text('remove', { programme: id })}
                title={text('remove-title')}
                question={text('remove-question', { year, programme: id })}
                answers={[
                  { text: text('keep-it'), isPrimary: true, onChosen: () => undefined },
                  { text: text('remove-it'), onChosen: () => void session.years.remove(id) },
                ]}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
