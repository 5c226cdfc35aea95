import { functionsWordsOf } from '../../domain/messages/message.ts';
import type { Language } from '../../domain/messages/words.ts';
import { CUSTOM_FUNCTIONS } from './custom-functions.ts';

/** The metadata that Excel reads before it runs custom functions (custom-functions.schema.json of Office add-ins). */
export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    /** Name in formulas, after the manifest's namespace. */
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly type: 'string' | 'any';
      readonly dimensionality: 'scalar';
    }[];
    readonly result: { readonly type: 'string'; readonly dimensionality: 'scalar' };
  }[];
}

/** The metadata of every custom function, with the help in one language; ids and names are the same in all. */
export function functionsMetadata(language: Language): FunctionsMetadata {
  const words = functionsWordsOf(language);
  return {
    functions: CUSTOM_FUNCTIONS.map(({ id, parameter }) => ({
      id,
      name: id,
      description: words.descriptions[id],
      parameters: [{ ...parameter, description: words.parameters[id], dimensionality: 'scalar' }],
      result: { type: 'string', dimensionality: 'scalar' },
    })),
  };
}
