/** Signs a person or a scheduled run in to the organisation's account. */
export interface SignIn {
  /**
   * An access token for Microsoft Graph, from the cache where one is valid. Asks the person only if it must.
   * @param claims what the service asked for in addition, as JSON text; the cache is passed by
   * @throws {LibraryFault} `signed-out` if nobody signed in, with the reason in its detail
   */
  token(claims?: string): Promise<string>;
  /** Who is signed in; undefined before the first token. */
  readonly account?: { readonly name: string };
}
