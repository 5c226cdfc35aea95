import { homedir } from 'node:os';
import path from 'node:path';

/** The user's cache folder (XDG base directories, and the customary folders of other systems). */
export function cacheFolder(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): string {
  return path.join(userCache(platform, env), 'ita-workbook');
}

function userCache(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  // The XDG specification says to ignore relative paths.
  if (xdg !== undefined && path.isAbsolute(xdg)) return xdg;
  if (platform === 'win32' && local !== undefined && path.isAbsolute(local)) return path.join(local, 'Cache');
  return platform === 'darwin' ? path.join(homedir(), 'Library', 'Caches') : path.join(homedir(), '.cache');
}
