import type { Language } from '../../domain/messages/words.ts';
import { functionsMetadata } from './functions-metadata.ts';

/** The text of a metadata file, when the add-in is built: a template of html-webpack-plugin, which takes default exports only. */
export default ({ language }: { readonly language: Language }): string =>
  `${JSON.stringify(functionsMetadata(language), null, 2)}\n`;
