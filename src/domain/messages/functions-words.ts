/** The custom functions, as they are called in formulas behind `ITA.`; these never change, for workbooks hold them. */
export const FUNCTION_IDS = ['THAIDIGITS', 'ARABICDIGITS', 'THAIDATE'] as const;
export type FunctionId = (typeof FUNCTION_IDS)[number];

/** What Excel shows of the custom functions. */
export interface FunctionsWords {
  /** Shown while a formula is typed and in the function wizard; at most 128 characters each. */
  readonly descriptions: Readonly<Record<FunctionId, string>>;
  /** What the function's argument is; at most 128 characters each. */
  readonly parameters: Readonly<Record<FunctionId, string>>;
  /** Shown beside `#VALUE!`. */
  readonly notDate: string;
}
