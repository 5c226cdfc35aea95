import { isUnreadable } from '../../../usecases/unreadable.ts';
import { accept } from '../../../usecases/sharing/send-back.ts';
import { choiceOf } from '../../args.ts';
import { jsonDocument } from '../../output/json.ts';
import { inLanguages } from '../../output/messages.ts';
import { UsageError } from '../../usage-error.ts';
import { exitCode, SHARE_OPTIONS, type ShareAction } from './action.ts';
import { agencyInLibrary, STATUS_OPTIONS } from './status-of.ts';

/** `ita share accept`: records that the office accepts what an agency has saved. */
export const acceptAction: ShareAction = {
  name: 'accept',
  options: [...SHARE_OPTIONS, ...STATUS_OPTIONS, 'agency'],
  operands: Infinity,
  async run(call) {
    const { io, languages, options, ports } = call;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const { library, run, data, status, own } = await agencyInLibrary(call);
    const { agency, files } = own;
    const unread = status.problems.filter(
      (problem) => isUnreadable(problem) && files.some(({ path }) => path === problem.file),
    );
    if (own.answered === 0 || unread.length > 0) throw new UsageError('nothing-to-accept', { agency: agency.name });
    await accept({ ...ports, library }, { programme: data.programme, ...run }, own);
    io.out(
      format === 'json'
        ? jsonDocument({ agency: agency.code, accepted: files.map(({ path }) => path) })
        : `${inLanguages(languages, (voice) => voice.line('accepted', { agency: agency.name }))}\n`,
    );
    return exitCode(!data.doubtful);
  },
};
