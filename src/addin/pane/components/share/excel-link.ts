/**
 * The link that opens a file in the Excel application (learn.microsoft.com, "Office URI Schemes"); undefined for an address that is
 * none of a server's.
 */
export function excelLink(address: string | undefined): string | undefined {
  return address?.startsWith('https://') ? `ms-excel:ofe|u|${address}` : undefined;
}
