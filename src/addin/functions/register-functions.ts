import { FUNCTION_IDS } from '../../domain/messages/functions-words.ts';
import type { Argument } from './custom-functions.ts';

/** The part of office.js that custom functions need; it is there before the page's own script. */
declare const CustomFunctions: {
  associate(id: string, implementation: (argument: Argument) => Promise<string>): void;
  readonly Error: new (code: string, message: string) => Error;
  readonly ErrorCode: { readonly invalidValue: string };
};

/**
 * Tells office.js which code runs for each function; it is loaded when a formula is first computed. A refused argument becomes
 * `#VALUE!` with its reason.
 */
export function registerFunctions(): void {
  for (const id of FUNCTION_IDS) {
    CustomFunctions.associate(id, async (argument) => {
      const { compute } = await import('./custom-functions.ts');
      const result = compute(id, argument);
      if ('value' in result) return result.value;
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, result.refused);
    });
  }
}
