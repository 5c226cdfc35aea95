/** The same function, which remembers its last result: several rules in turn ask the same about one text. */
export function rememberLast<Result>(resultOf: (text: string) => Result): (text: string) => Result {
  let last: { readonly text: string; readonly result: Result } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, result: resultOf(text) };
    return last.result;
  };
}
