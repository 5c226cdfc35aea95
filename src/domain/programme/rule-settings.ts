/** What a parameter of a rule can be: a number, or a list of texts such as words, domains or measures. */
export type RuleParameter = number | readonly string[];

/**
 * What a programme sets of the rules of validation, by the rule's code: `false` switches a rule off, `true` leaves it as it
 * is, and an object gives some of its parameters other values. Rules that are not named stay as they are.
 */
export type RuleSettings = Readonly<Record<string, boolean | Readonly<Record<string, RuleParameter>>>>;
