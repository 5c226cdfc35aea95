import type { Agency } from '../programme/roster.ts';
import { agencyFolderName } from './library-layout.ts';

/**
 * The end of the path of an agency's own folder, such as `ITA 2565/5019`, if the address of its open workbook says that it lies in
 * there: in SharePoint, or in a folder that OneDrive keeps in step. Undefined for any other address; where one cannot be known for sure,
 * an agency must not think that saving is all.
 * @param address of the document, as Excel tells it: an URL, a path, or ''
 */
export function ownFolderIn(address: string, agency: Pick<Agency, 'code'>): string | undefined {
  const folders = foldersOf(address);
  const own = folders.at(-1);
  if (own?.toLowerCase() !== agencyFolderName(agency).toLowerCase()) return undefined;
  return folders.slice(-2).join('/');
}

/** The folders that a document lies in, where they are shared with others. */
function foldersOf(address: string): readonly string[] {
  const onSite = /^https:\/\/[a-z\d-]+\.sharepoint\.com\/([^?#]*)\/[^/?#]+(?:[?#]|$)/i.exec(address)?.[1];
  if (onSite !== undefined) return onSite.split('/').map(decoded);
  const names = /^(?:[a-z]:|\/|\\\\)/i.test(address) ? address.split(/[\\/]/).slice(0, -1) : [];
  return names.some((name) => /^OneDrive\b/i.test(name)) ? names : [];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
