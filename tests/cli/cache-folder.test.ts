import { homedir } from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../../src/cli/cache-folder.ts';

describe('the cache folder', () => {
  it.each([
    ['linux', {}, path.join(homedir(), '.cache', 'ita-workbook')],
    ['linux', { XDG_CACHE_HOME: '/x' }, '/x/ita-workbook'],
    ['linux', { XDG_CACHE_HOME: 'x' }, path.join(homedir(), '.cache', 'ita-workbook')],
    ['linux', { XDG_CACHE_HOME: '' }, path.join(homedir(), '.cache', 'ita-workbook')],
    ['darwin', {}, path.join(homedir(), 'Library', 'Caches', 'ita-workbook')],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/Cache/ita-workbook'],
  ] as const)('on %s with %j is %s', (platform, env, folder) => {
    expect(cacheFolder(platform, env)).toBe(folder);
  });
});
