/** Names reserved by Windows and SharePoint; `_vti_` may not occur anywhere in a name. */
const RESERVED = /_vti_|^(?:con|prn|aux|nul|com\d|lpt\d|\.lock|desktop\.ini)$/i;

// eslint-disable-next-line no-control-regex -- control characters are refused, too
const REFUSED = /["*:<>?/\\|\u0000-\u001f]|^[~ ]|[ .]$/;

/**
 * Whether SharePoint accepts a name of a file or folder, also in a folder that OneDrive synchronizes.
 *
 * support.microsoft.com, "Restrictions and limitations in OneDrive and SharePoint".
 */
export function isLibraryName(name: string): boolean {
  return name !== '' && name.length <= 255 && !REFUSED.test(name) && !RESERVED.test(name);
}
