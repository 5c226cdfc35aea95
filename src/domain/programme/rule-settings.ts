/** The value of a rule's parameter: a number, or a list of texts such as words, domains or measures. */
export type RuleParameter = number | readonly string[];

/**
 * A programme's settings of rules by code: `false` disables a rule, `true` leaves it as it is, and an object changes
 * some of its parameters. Other rules keep their defaults.
 */
export type RuleSettings = Readonly<Record<string, boolean | Readonly<Record<string, RuleParameter>>>>;
