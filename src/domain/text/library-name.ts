/** What Windows and SharePoint keep for themselves, whole or, with the first, anywhere in a name. */
const RESERVED = /_vti_|^(?:con|prn|aux|nul|com\d|lpt\d|\.lock|desktop\.ini)$/i;

// eslint-disable-next-line no-control-regex -- control characters are among what is refused
const REFUSED = /["*:<>?/\\|\u0000-\u001f]|^[~ ]|[ .]$/;

/**
 * Whether a file or folder may have a name in SharePoint, and so in a folder that OneDrive keeps in step.
 *
 * support.microsoft.com, "Restrictions and limitations in OneDrive and SharePoint".
 */
export function isLibraryName(name: string): boolean {
  return name !== '' && name.length <= 255 && !REFUSED.test(name) && !RESERVED.test(name);
}
