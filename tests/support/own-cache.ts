import { tmpdir } from 'node:os';
import path from 'node:path';

// Programs that tests start remember what they read here, and not in the cache of whoever runs the tests.
process.env.XDG_CACHE_HOME = path.join(tmpdir(), `ita-tests-${String(process.ppid)}`);
