import { sentBackMessage } from '../../../domain/messages/requests.ts';
import { agencyFolderName } from '../../../domain/sharing/library-layout.ts';
import { planSendBack, sendBack, type SendBackPlan } from '../../../usecases/sharing/send-back.ts';
import { choiceOf, valueOf } from '../../args.ts';
import type { Data } from '../../data.ts';
import { jsonDocument } from '../../output/json.ts';
import { inLanguages, type Messages } from '../../output/messages.ts';
import { exitCode, SHARE_OPTIONS, type ShareAction } from './action.ts';
import { agencyInLibrary, STATUS_OPTIONS } from './status-of.ts';

/** `ita share send-back`: a workbook of remarks beside the agency's own, and a message that tells of it. */
export const sendBackAction: ShareAction = {
  name: 'send-back',
  options: [...SHARE_OPTIONS, ...STATUS_OPTIONS, 'agency', 'note', 'preview'],
  operands: Infinity,
  async run(call) {
    const { io, languages, options, ports } = call;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const { library, run, data, status, own } = await agencyInLibrary(call);
    const { agency } = own;
    const plan = planSendBack(status, agency);
    const isPreview = options.has('preview');
    const note = valueOf(options, 'note');
    const request = { ...data, ...run, ...(note === undefined ? {} : { note }) };
    const file = isPreview ? undefined : await sendBack({ ...ports, library }, request, plan);
    const path = `${agencyFolderName(agency)}/${file?.name ?? plan.name}`;
    io.out(
      format === 'json'
        ? jsonDocument({ agency: agency.code, path, remarks: plan.remarks.length, written: file !== undefined })
        : `${inLanguages(languages, (voice) => asText(plan, path, isPreview, data, voice))}\n`,
    );
    return exitCode(!data.doubtful);
  },
};

function asText(
  { agency, remarks }: SendBackPlan,
  path: string,
  isPreview: boolean,
  { programme }: Data,
  voice: Messages,
): string {
  const { language } = voice;
  const facts = { agency: agency.name, path, remarks: remarks.length };
  if (isPreview) return [voice.line('sent-back-plan', facts), voice.line('next-preview')].join('\n');
  const { subject, body } = sentBackMessage({ ...facts, title: programme.title }, language);
  return [voice.line('sent-back', facts), voice.line('message-for'), '', subject, body].join('\n');
}
