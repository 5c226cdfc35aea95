import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AgencyNames } from '../../../../domain/messages/facts.ts';
import type { MasterChanges } from '../../../../usecases/master-changes.ts';
import { useMessages } from '../../use-messages.ts';
import { AgencyList } from './AgencyList.tsx';

/** The changes to show. */
export interface NewsProps {
  readonly news: MasterChanges;
  readonly names: AgencyNames;
}

const useStyles = makeStyles({
  news: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  hint: { margin: 0 },
});

/** What answers would change in the report that is open. */
export function News({ news, names }: NewsProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  return (
    <div className={styles.news}>
      {(['added', 'changed'] as const)
        .filter((kind) => news[kind].length > 0)
        .map((kind) => (
          <section key={kind}>
            <h4 className={styles.heading}>{label(`news-${kind}`, { count: news[kind].length })}</h4>
            <AgencyList codes={news[kind]} names={names} />
          </section>
        ))}
      <p className={styles.hint}>{label('news-same', { count: news.same.length })}</p>
    </div>
  );
}
