import { makeStyles, tokens } from '@fluentui/react-components';
import { useContext } from 'react';
import { yearText } from '../../../../domain/messages/year.ts';
import { describeDataProblem } from '../../../../domain/messages/message.ts';
import type { Language } from '../../../../domain/messages/words.ts';
import type { DataProblem } from '../../../../domain/programme/data-problem.ts';
import type { YearArguments } from '../../../../domain/messages/year-words.ts';
import { LanguageContext } from '../../language.ts';

/** The texts of the section in the language of the component. */
export function useYearText(): (...text: YearArguments) => string {
  const language = useContext(LanguageContext);
  return (...text) => yearText(language, ...text);
}

/** A problem of the data, where it is and what to do, on one line. */
export function dataProblemLine(problem: DataProblem, language: Language): string {
  const { where, message, remedy } = describeDataProblem(problem, language);
  return [where, message, remedy].filter(Boolean).join(' ');
}

/** The looks of the section. */
export const useYearStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  item: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
  problem: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  remedy: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
