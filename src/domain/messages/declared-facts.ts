import type { TemplateValues } from './format-values.ts';

/** The facts of texts, by text and name. A text that needs none is left out or has an empty record. */
export type DeclaredFacts = Readonly<Record<string, Readonly<Record<string, 'number' | 'text'>>>>;

/** The values of one text's facts. */
export type ValuesOf<Declared extends DeclaredFacts[string]> = {
  readonly [Name in keyof Declared]: Declared[Name] extends 'number' ? number : string;
};

/** The arguments that name a text and give its facts: a text of `Facts` needs all of them, a `Plain` one needs none. */
export type TextArguments<Facts extends DeclaredFacts, Plain extends string> =
  | readonly [name: Plain, facts?: TemplateValues]
  | { [Name in keyof Facts]: ArgumentsOf<Name, Facts[Name]> }[keyof Facts];

type ArgumentsOf<Name, Declared extends DeclaredFacts[string]> = keyof Declared extends never
  ? readonly [name: Name, facts?: TemplateValues]
  : readonly [name: Name, facts: ValuesOf<Declared>];
