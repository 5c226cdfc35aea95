/** The custom functions as called in formulas after `ITA.`; they never change, because workbooks use them. */
export const FUNCTION_IDS = ['THAIDIGITS', 'ARABICDIGITS', 'THAIDATE'] as const;
export type FunctionId = (typeof FUNCTION_IDS)[number];

/** The texts that Excel shows for custom functions. */
export interface FunctionsWords {
  /** Shown while a formula is typed and in the function wizard; at most 128 characters each. */
  readonly descriptions: Readonly<Record<FunctionId, string>>;
  /** What the function's argument is; at most 128 characters each. */
  readonly parameters: Readonly<Record<FunctionId, string>>;
  /** Shown beside `#VALUE!`. */
  readonly notDate: string;
}
