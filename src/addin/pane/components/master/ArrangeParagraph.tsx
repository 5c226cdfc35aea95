import { Button, Checkbox, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { PairedParagraph } from '../../../../domain/master/merge/regroup.ts';
import type { RowChange } from '../../../../domain/master/merge/row-changes.ts';
import { measurePhrase } from '../../../../domain/messages/facts.ts';
import { wordsOf } from '../../../../domain/messages/message.ts';
import { nameAgencies } from '../../../../domain/programme/name-agencies.ts';
import type { Roster } from '../../../../domain/programme/roster.ts';
import type { Variant } from '../../../../domain/submissions/consolidation.ts';
import { variantsOf } from '../../../../domain/submissions/merge-paragraphs.ts';
import { planArrangement, type ArrangeWish } from '../../../../usecases/arrange-report.ts';
import type { Arranging } from '../../../session/session-state.ts';
import { useMessages } from '../../use-messages.ts';
import { Compared } from './Compared.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  part: { ...typographyStyles.body1Strong, margin: 0 },
  text: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  texts: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, border: 'none' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  // A line tells what differs without colours.
  mark: {
    backgroundColor: 'transparent',
    color: 'inherit',
    textDecorationLine: 'underline',
    textUnderlineOffset: '0.3em',
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText' },
  },
  result: {
    margin: `${tokens.spacingVerticalXS} 0`,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** A paragraph of the open report, and what can be made of it. */
export interface ArrangeParagraphProps {
  readonly arranging: Arranging;
  readonly onApply: (changes: readonly RowChange[]) => void;
  readonly onLeave: () => void;
}

/** Shows a paragraph and the texts that it stands for, and what would stand in the report after what the person chooses. */
export function ArrangeParagraph({ arranging, onApply, onLeave }: ArrangeParagraphProps): ReactNode {
  const styles = useStyles();
  const { language, label } = useMessages();
  const { report, measure, paragraph } = arranging;
  const [wish, setWish] = useState<ArrangeWish>();
  const { programme, roster, paired } = report;
  const words = wordsOf(language);
  const others = (paired.measures.get(measure) ?? []).filter((each) => each !== paragraph);
  return (
    <>
      <p className={styles.part}>{measurePhrase(measure, { language, words, programme, names: () => undefined })}</p>
      <p className={styles.text}>{paragraph.own.text}</p>
      <Texts paragraph={paragraph} roster={roster} onWish={setWish} />
      {others.length > 0 && (
        <Others others={others} onJoin={(other) => setWish({ kind: 'join', paragraphs: [paragraph, other] })} />
      )}
      <div className={styles.buttons}>
        <Button onClick={() => setWish({ kind: 'accept', paragraph })}>{label('arrange-accept')}</Button>
        <Button appearance="subtle" onClick={onLeave}>
          {label('close')}
        </Button>
      </div>
      {wish && <Preview arranging={arranging} wish={wish} onApply={onApply} onCancel={() => setWish(undefined)} />}
    </>
  );
}

interface TextsProps {
  readonly paragraph: PairedParagraph;
  readonly roster: Roster;
  readonly onWish: (wish: ArrangeWish) => void;
}

/** The agencies' own texts, of which some can be taken out. */
function Texts({ paragraph, roster, onWish }: TextsProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [chosen, choose] = useState<ReadonlySet<Variant>>(new Set());
  const texts = paragraph.generated ? variantsOf(paragraph.generated) : [];
  if (texts.length < 2)
    return <p className={styles.text}>{label(texts.length === 0 ? 'arrange-none' : 'arrange-one')}</p>;
  const takeOut = (taken: readonly Variant[]): void => onWish({ kind: 'take-out', paragraph, texts: taken });
  return (
    <>
      <fieldset className={styles.texts}>
        <legend>{label('arrange-texts')}</legend>
        {texts.map((each) => (
          <Checkbox
            key={`${each.sources[0]?.agency} ${each.text}`}
            label={
              <>
                {nameAgencies(roster, new Set(each.sources.map(({ agency }) => agency))).words}
                <br />
                <Marked {...each} />
              </>
            }
            checked={chosen.has(each)}
            onChange={(_, { checked }) => {
              const left = [...chosen].filter((one) => one !== each);
              choose(new Set(checked === true ? [...left, each] : left));
            }}
          />
        ))}
      </fieldset>
      <div className={styles.buttons}>
        <Button disabledFocusable={chosen.size === 0} onClick={() => takeOut(texts.filter((each) => chosen.has(each)))}>
          {label('arrange-take-out')}
        </Button>
        <Button onClick={() => takeOut(texts)}>{label('arrange-dissolve')}</Button>
      </div>
    </>
  );
}

/** A text in which what differs from the wording in common is marked. */
function Marked(variant: Variant): ReactNode {
  const styles = useStyles();
  return piecesOf(variant).map(({ text, isDifferent }, index) =>
    isDifferent ? (
      <mark key={index} className={styles.mark}>
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}

/** The pieces of a text, in order: what differs from the wording in common, and what does not. */
function piecesOf({ text, differences }: Variant): readonly { readonly text: string; readonly isDifferent: boolean }[] {
  const pieces: { text: string; isDifferent: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const isDifferent = differences.some(({ start, end }) => at >= start && at < end);
    const last = pieces.at(-1);
    if (last?.isDifferent === isDifferent) last.text += text.charAt(at);
    else pieces.push({ text: text.charAt(at), isDifferent });
  }
  return pieces;
}

interface OthersProps {
  readonly others: readonly PairedParagraph[];
  readonly onJoin: (other: PairedParagraph) => void;
}

/** The other paragraphs of the measure, of which one can be joined. */
function Others({ others, onJoin }: OthersProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [index, setIndex] = useState(0);
  const other = others[index];
  return (
    <div className={styles.buttons}>
      <Select
        aria-label={label('arrange-other')}
        value={String(index)}
        onChange={(_, { value }) => setIndex(Number(value))}
      >
        {others.map(({ own }, at) => (
          <option key={own.location.row} value={String(at)}>
            {own.text.slice(0, SHOWN)}
          </option>
        ))}
      </Select>
      <Button onClick={() => other && onJoin(other)}>{label('arrange-join')}</Button>
    </div>
  );
}

/** So much of a paragraph is shown where it can be chosen. */
const SHOWN = 80;

interface PreviewProps {
  readonly arranging: Arranging;
  readonly wish: ArrangeWish;
  readonly onApply: (changes: readonly RowChange[]) => void;
  readonly onCancel: () => void;
}

/** What would stand in the report, in words that went and words that came; nothing is changed yet. */
function Preview({ arranging: { report, measure }, wish, onApply, onCancel }: PreviewProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const heading = useId();
  const { replacements, changes } = planArrangement(report, measure, wish);
  return (
    <section className={styles.root} aria-labelledby={heading}>
      <h4 id={heading} className={styles.part}>
        {label('arrange-preview')}
      </h4>
      {replacements.flatMap(({ own, by }) =>
        // What is joined into another paragraph goes from its place.
        (by.length === 0 ? [{ text: '', state: '' }] : by).map(({ text, state = '' }, index) => (
          <div key={`${own.location.row} ${index}`} className={styles.result}>
            <p className={styles.text}>
              <Compared before={index === 0 ? own.text : ''} after={text} />
            </p>
            {state !== '' && <p className={styles.text}>{state}</p>}
          </div>
        )),
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => onApply(changes)}>
          {label('arrange-apply')}
        </Button>
        <Button onClick={onCancel}>{label('cancel')}</Button>
      </div>
    </section>
  );
}
