import { sharingWordsOf } from '../../../domain/messages/message.ts';
import { MASTER_FOLDER } from '../../../domain/sharing/library-layout.ts';
import { sizeLimitOfMaster } from '../../../domain/master/size-limit.ts';
import { isMasterOf } from '../../../usecases/is-master-of.ts';
import { planPublish, publish, type Published } from '../../../usecases/sharing/publish.ts';
import { openWorkbook } from '../../../usecases/read-workbook.ts';
import { choiceOf } from '../../args.ts';
import { loadData } from '../../data.ts';
import { jsonDocument } from '../../output/json.ts';
import { inLanguages, type Messages } from '../../output/messages.ts';
import { UsageError } from '../../usage-error.ts';
import { exitCode, openedLibrary, SHARE_OPTIONS, type ShareAction } from './action.ts';

/** `ita share publish MASTER`: puts the master into the shared folder. */
export const publishAction: ShareAction = {
  name: 'publish',
  options: [...SHARE_OPTIONS, 'preview'],
  operands: 1,
  async run(call) {
    const { io, languages, options, ports } = call;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const [path] = call.operands;
    if (path === undefined) throw new UsageError('missing-file', { command: 'share publish' });
    const { programme, roster, doubtful } = await loadData(call);
    const bytes = await ports.files.read(path);
    const sizeLimit = sizeLimitOfMaster(programme, roster);
    const isMaster = await openWorkbook(
      ports.codec,
      bytes,
      (content) => isMasterOf(content, programme),
      path,
      sizeLimit,
    );
    if (isMaster !== true) throw new UsageError('not-master', { file: path, year: programme.year });
    const { library, run } = await openedLibrary(call);
    const request = { programme: programme.id, path, bytes, ...run };
    if (options.has('preview')) {
      const { step, name } = await planPublish({ ...ports, library }, request);
      io.out(
        format === 'json'
          ? jsonDocument({ step, name })
          : `${inLanguages(languages, (voice) => `${MASTER_FOLDER}/${name}: ${sharingWordsOf(voice.language).publishSteps[step]}`)}\n`,
      );
      return exitCode(!doubtful && step !== 'keep-both');
    }
    const published = await publish({ ...ports, library }, request);
    io.out(
      format === 'json'
        ? jsonDocument({ file: published.file.name, kept: published.kept?.name ?? null, beside: published.isBeside })
        : `${inLanguages(languages, (voice) => publishedText(published, voice))}\n`,
    );
    return exitCode(!doubtful && published.kept === undefined && !published.isBeside);
  },
};

function publishedText({ file, kept, isBeside }: Published, voice: Messages): string {
  return [
    voice.line(isBeside ? 'published-beside' : 'published', { path: `${MASTER_FOLDER}/${file.name}` }),
    ...(kept ? [voice.line('published-kept', { path: `${MASTER_FOLDER}/${kept.name}` })] : []),
  ].join('\n');
}
