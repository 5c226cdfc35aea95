import { describeLibraryFault, sharingWordsOf } from '../../../domain/messages/message.ts';
import { giveOut, needsPerson, type GivenOut } from '../../../usecases/sharing/give-out.ts';
import { planGiveOut, type GiveOutLine } from '../../../usecases/sharing/plan-give-out.ts';
import { choiceOf } from '../../args.ts';
import { loadData } from '../../data.ts';
import { agenciesOf, namedAgencies } from '../../named-agencies.ts';
import { jsonDocument } from '../../output/json.ts';
import { inLanguages, type Messages } from '../../output/messages.ts';
import { createProgress } from '../../output/progress.ts';
import { alignRows } from '../../output/render.ts';
import { exitCode, openedLibrary, SHARE_OPTIONS, type ShareAction } from './action.ts';

/** `ita share give-out`: a folder with a workbook for every agency, and access to it. */
export const giveOutAction: ShareAction = {
  name: 'give-out',
  options: [...SHARE_OPTIONS, 'agency', 'all', 'preview'],
  operands: Infinity,
  async run(call) {
    const { io, languages, options, ports } = call;
    const format = choiceOf(options, 'format', ['text', 'json']);
    const named = namedAgencies(options, call.operands, 'share give-out');
    const { programme, roster, doubtful } = await loadData(call);
    const { library, run, signal } = await openedLibrary(call);
    const request = { programme, roster, agencies: agenciesOf(named, roster) };
    const plan = await planGiveOut({ library, codec: ports.codec }, request);
    if (options.has('preview')) {
      io.out(
        format === 'json'
          ? jsonDocument({ plan: plan.lines.map(lineJson) })
          : `${inLanguages(languages, (voice) => planText(plan.lines, voice))}\n`,
      );
      return exitCode(!doubtful && plan.lines.every(({ file }) => file !== 'taken' && file !== 'denied'));
    }
    const given = await giveOut({ ...ports, library, progress: createProgress(io) }, request, plan, {
      ...run,
      ...(signal === undefined ? {} : { signal }),
    });
    io.out(
      format === 'json'
        ? jsonDocument({ given: given.map(givenJson) })
        : `${inLanguages(languages, (voice) => givenText(given, library.root.name, voice))}\n`,
    );
    signal?.throwIfAborted();
    return exitCode(!doubtful && !given.some(needsPerson));
  },
};

function planText(lines: readonly GiveOutLine[], voice: Messages): string {
  const words = sharingWordsOf(voice.language);
  const count = lines.filter(({ file }) => file === 'create').length;
  const rows = lines.map(
    ({ agency, file, access }) =>
      [`${agency.code} ${agency.name}`, `${words.fileSteps[file]} · ${words.accessSteps[access]}`] as const,
  );
  return [
    voice.line('give-out-plan', { count, total: lines.length }),
    alignRows(rows),
    voice.line('next-preview'),
  ].join('\n');
}

function givenText(given: readonly GivenOut[], folder: string, voice: Messages): string {
  const words = sharingWordsOf(voice.language);
  const count = given.filter(({ file }) => file === 'done').length;
  const shared = given.filter(({ access }) => access === 'done').length;
  const flawed = given.filter(needsPerson);
  const rows = flawed.map(({ line, file, access, fault }) => {
    const isOpenToUs = line.file !== 'taken' && line.file !== 'denied';
    const said = fault ? describeLibraryFault(fault, voice.language) : undefined;
    const step = isOpenToUs
      ? `${words.fileOutcomes[file]} · ${words.accessOutcomes[access]}`
      : words.fileSteps[line.file];
    return [
      `${line.agency.code} ${line.agency.name}`,
      [step, said?.message, said?.remedy].filter(Boolean).join(' '),
    ] as const;
  });
  return [
    voice.line('given-out', { count, total: given.length, folder }),
    ...(shared > 0 ? [voice.line('shared-with', { count: shared })] : []),
    ...(flawed.length > 0 ? [voice.line('given-out-failed', { count: flawed.length }), alignRows(rows)] : []),
    voice.line('give-out-next'),
  ].join('\n');
}

function lineJson({ agency, file, access, found }: GiveOutLine): Record<string, unknown> {
  return { agency: agency.code, file, access, found: found?.name ?? null };
}

function givenJson({ line, file, access, fault }: GivenOut): Record<string, unknown> {
  return {
    ...lineJson(line),
    outcome: file,
    accessOutcome: access,
    fault: fault ? { reason: fault.reason, item: fault.item, detail: fault.detail } : null,
  };
}
