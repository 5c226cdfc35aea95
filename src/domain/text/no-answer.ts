/** Whether a text is no answer: it has no letters or digits, only dashes, dots or other signs. */
export function isNoAnswer(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
