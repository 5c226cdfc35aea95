/** Whether a text says nothing at all: it has no letter and no digit, only dashes, dots or other signs. */
export function isNoAnswer(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
