import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { formatDigits } from '../../../../domain/messages/format-values.ts';
import { useMessages } from '../../use-messages.ts';
import type { OverviewBar, OverviewChart, PieceLook } from './overview-charts.ts';

/** Lines and dots on a tile of 6 by 6; a look without any is filled, or blank. */
const TILES: Readonly<Partial<Record<PieceLook, ReactNode>>> = {
  rising: <path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" />,
  falling: <path d="M-1 -1L7 7M5 -1L7 1M-1 5L1 7" />,
  lying: <path d="M0 1.5H6M0 4.5H6" strokeWidth="1.8" />,
  dotted: <path d="M1.5 1.5h.01M4.5 4.5h.01" strokeWidth="2" strokeLinecap="round" />,
};

const useStyles = makeStyles({
  chart: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalL}` },
  title: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  // Positions the swatches, and wraps between them.
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200 },
  bar: { marginTop: tokens.spacingVerticalS },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  lying: { display: 'block', width: '100%', height: '18px', color: tokens.colorNeutralForeground1 },
  swatch: { verticalAlign: 'middle', color: tokens.colorNeutralForeground1 },
  full: { fill: tokens.colorBrandBackground },
  dark: { fill: 'currentColor' },
  blank: { fill: 'none' },
  scroller: { position: 'relative', overflow: 'auto' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  // No number and no word is divided: the table scrolls instead.
  cell: { padding: `0 ${tokens.spacingHorizontalS}`, textAlign: 'right', overflowWrap: 'normal' },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, minWidth: '96px', overflowWrap: 'normal' },
});

/**
 * A chart of bars in pieces that differ by pattern: each bar with its name, what it comes to and the number of every piece, so that
 * nothing has to be measured by eye. A table, which can be opened, has the same.
 */
export function BarChart({ chart }: { readonly chart: OverviewChart }): ReactNode {
  const styles = useStyles();
  const id = useId();
  const { title, series, bars, isOfShares, nothing } = chart;
  const longest = Math.max(1, ...bars.map(sumOf));
  return (
    <section className={styles.chart} aria-labelledby={id}>
      <h4 id={id} className={styles.title}>
        {title}
      </h4>
      {bars.length === 0 ? (
        nothing
      ) : (
        <>
          <ul className={`${styles.list} ${styles.legend}`}>
            {series.map(({ name, look }) => (
              <li key={name}>
                <Swatch look={look} /> {name}
              </li>
            ))}
          </ul>
          <ul className={styles.list}>
            {bars.map((bar) => (
              <Bar key={bar.name} bar={bar} series={series} whole={isOfShares ? Math.max(1, sumOf(bar)) : longest} />
            ))}
          </ul>
          <Numbers chart={chart} />
        </>
      )}
    </section>
  );
}

function sumOf({ counts }: OverviewBar): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** A piece of a bar that is not empty, and what stands before it. */
interface ShownPiece {
  readonly name: string;
  readonly look: PieceLook;
  readonly from: number;
  readonly count: number;
}

function piecesOf({ counts }: OverviewBar, series: OverviewChart['series']): readonly ShownPiece[] {
  return series
    .map(({ name, look }, index): ShownPiece => {
      const from = counts.slice(0, index).reduce((sum, count) => sum + count, 0);
      return { name, look, from, count: counts[index] ?? 0 };
    })
    .filter(({ count }) => count > 0);
}

interface BarProps extends Pick<OverviewChart, 'series'> {
  readonly bar: OverviewBar;
  /** What the width of the chart stands for. */
  readonly whole: number;
}

function Bar({ bar, series, whole }: BarProps): ReactNode {
  const styles = useStyles();
  const { language } = useMessages();
  const pieces = piecesOf(bar, series);
  const numberOf = ({ count }: ShownPiece): string => formatDigits(count, language);
  return (
    <li className={styles.bar}>
      <div className={styles.head}>
        <span>{bar.name}</span>
        <span>{bar.sum}</span>
      </div>
      <svg
        className={styles.lying}
        role="img"
        aria-label={pieces.map((piece) => `${piece.name} ${numberOf(piece)}`).join(', ')}
      >
        {pieces.map(({ name, look, from, count }) => (
          <Piece
            key={name}
            look={look}
            x={`${(from / whole) * 100}%`}
            width={`${(count / whole) * 100}%`}
            height="18"
          />
        ))}
      </svg>
      <div className={styles.legend} aria-hidden="true">
        {pieces.map((piece) => (
          <span key={piece.name}>
            <Swatch look={piece.look} /> {numberOf(piece)}
          </span>
        ))}
      </div>
    </li>
  );
}

/** An example of a look, beside its name. */
function Swatch({ look }: { readonly look: PieceLook }): ReactNode {
  const styles = useStyles();
  return (
    <svg className={styles.swatch} width="18" height="12" aria-hidden="true">
      <Piece look={look} x="0" width="18" height="12" />
    </svg>
  );
}

interface PieceProps {
  readonly look: PieceLook;
  readonly x: string;
  readonly width: string;
  readonly height: string;
}

/** A piece of a bar; its pattern is its own, because an id of another drawing may go with that. */
function Piece({ look, ...box }: PieceProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const tile = TILES[look];
  return (
    <>
      {tile !== undefined && (
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          <g stroke="currentColor" fill="none">
            {tile}
          </g>
        </pattern>
      )}
      <rect
        {...box}
        {...(tile === undefined
          ? { className: look === 'full' ? styles.full : look === 'dark' ? styles.dark : styles.blank }
          : { fill: `url("#${id}")` })}
        stroke="currentColor"
      />
    </>
  );
}

/** The numbers of a chart as a table, closed at first. */
function Numbers({ chart: { title, heading, series, bars } }: { readonly chart: OverviewChart }): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  return (
    <details>
      <summary>{label('as-table')}</summary>
      <div className={styles.scroller} role="region" aria-label={`${label('as-table')}: ${title}`} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[heading, ...series.map(({ name }) => name), label('all-together')].map((text) => (
                <th key={text} scope="col" className={styles.cell}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.name}>
                <th scope="row" className={styles.name}>
                  {bar.name}
                </th>
                {[...bar.counts, sumOf(bar)].map((count, index) => (
                  <td key={index} className={styles.cell}>
                    {formatDigits(count, language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
