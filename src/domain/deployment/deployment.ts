/**
 * What an organisation sets for its own installation, in the file `config.json`: identifiers and addresses that every
 * computer may know, no secrets. Without `sharePoint` nobody is ever asked to sign in.
 */
export interface Deployment {
  readonly sharePoint?: SharePointSettings;
}

/** The organisation's SharePoint, and the program as the organisation registered it (docs/sharepoint.md). */
export interface SharePointSettings {
  /** Application (client) ID of the registration. */
  readonly clientId: string;
  /** Directory (tenant) ID of the organisation. */
  readonly tenantId: string;
  /** Host of its sites, such as `example.sharepoint.com`. */
  readonly host: string;
  /** Permissions of Microsoft Graph that a person is asked for, such as `Sites.Selected`. */
  readonly scopes: readonly string[];
}
