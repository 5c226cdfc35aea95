import { withLibrary } from '../../../usecases/sharing/library-files.ts';
import { librarySource } from '../../../usecases/sharing/library-source.ts';
import { readTree } from '../../../usecases/sharing/library-tree.ts';
import { recordCollected } from '../../../usecases/sharing/record-collected.ts';
import { valueOf } from '../../args.ts';
import { loadData } from '../../data.ts';
import { CONSOLIDATE_OPTIONS, consolidateFiles } from '../consolidate.ts';
import { openedLibrary, SHARE_OPTIONS, type ShareAction } from './action.ts';

/** `ita share collect`: consolidates what agencies saved in the shared folder. */
export const collectAction: ShareAction = {
  name: 'collect',
  options: [...SHARE_OPTIONS, ...CONSOLIDATE_OPTIONS],
  operands: 0,
  async run(call) {
    const { ports } = call;
    const { library, run } = await openedLibrary(call);
    const memory = call.options.has('no-cache') ? undefined : await ports.openCache?.(valueOf(call.options, 'cache'));
    const source = librarySource(library, await readTree(library, memory));
    const files = withLibrary(ports.files, source);
    const data = await loadData(call, { files, paths: [source.path] });
    const { consolidation, exitCode } = await consolidateFiles(call, data, {
      files,
      paths: [source.path],
      command: 'share collect',
    });
    if (consolidation) {
      const { clock } = ports;
      await recordCollected({ library, clock, memory }, consolidation, source, {
        programme: data.programme.id,
        ...run,
      });
    }
    return exitCode;
  },
};
