/** How a paragraph of a merged report came to stand as it does; one without a state is as it was generated. */
export type ParagraphState = 'edited' | 'review' | 'withdrawn' | 'added' | 'accepted';

/** Words of the column of states. Masters that were sent out have them: they are never changed. */
export const STATE_WORDS: Readonly<Record<ParagraphState, string>> = {
  edited: 'แก้ไขแล้ว',
  review: 'ต้องทบทวน',
  withdrawn: 'ต้นทางถอนแล้ว',
  added: 'เพิ่มโดยผู้รวบรวม',
  accepted: 'รับแล้ว',
};

/**
 * Stands in the column of states beside a generated paragraph that stands for several answers. It is no state of its own: the
 * paragraph is as it was generated.
 */
export const GROUPED_WORD = 'รวมคำตอบที่คล้ายกัน';

/** Whether the program writes a text into the column of states. */
export function isStateWord(word: string): boolean {
  return word.trim() === GROUPED_WORD || stateOf(word) !== undefined;
}

/** The state of a word in the column; undefined if it is none. */
export function stateOf(word: string | undefined): ParagraphState | undefined {
  const states = Object.keys(STATE_WORDS) as ParagraphState[];
  return states.find((state) => STATE_WORDS[state] === word?.trim());
}
