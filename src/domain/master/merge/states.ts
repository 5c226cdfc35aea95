/** What happened to a paragraph of a merged report; one without a state is as it was generated. */
export type ParagraphState = 'edited' | 'review' | 'withdrawn' | 'added' | 'accepted';

/** The states as they are written in their column. They never change, because masters that were sent out have them. */
export const STATE_WORDS: Readonly<Record<ParagraphState, string>> = {
  edited: 'แก้ไขแล้ว',
  review: 'ต้องทบทวน',
  withdrawn: 'ต้นทางถอนแล้ว',
  added: 'เพิ่มโดยผู้รวบรวม',
  accepted: 'รับแล้ว',
};

/** Written in the column of states for a generated group of similar answers. It is not a state: the paragraph is as it was generated. */
export const GROUPED_WORD = 'รวมคำตอบที่คล้ายกัน';

/** Whether the program writes a text into the column of states. */
export function isStateWord(word: string): boolean {
  return word.trim() === GROUPED_WORD || stateOf(word) !== undefined;
}

/** The state that a word of the column means; undefined for any other word. */
export function stateOf(word: string | undefined): ParagraphState | undefined {
  const states = Object.keys(STATE_WORDS) as ParagraphState[];
  return states.find((state) => STATE_WORDS[state] === word?.trim());
}

/** Whether a paragraph of an edited report may stand for answers: not if an earlier merge found that it stands for none. */
export function canStandForAnswers({ state }: { readonly state?: string }): boolean {
  return !['added', 'withdrawn'].includes(stateOf(state) ?? '');
}
