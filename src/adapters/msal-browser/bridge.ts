/** A token and whose it is. */
export interface PersonalToken {
  readonly token: string;
  readonly name: string;
}

/** Excel signs its person in. */
export interface Nested {
  /**
   * @param claims what the service asked for in addition, as JSON text
   * @throws {SignInFault} {@link BridgeGone}
   */
  token(claims: string | undefined): Promise<PersonalToken>;
}

/** Thrown when this Excel does not sign in after all, although it says that it can: another way is left. */
export class BridgeGone extends Error {}

/** Milliseconds in which Excel must answer without a person, and with one. */
export interface NestedLimits {
  readonly silent: number;
  readonly asking: number;
}
