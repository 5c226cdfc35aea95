/**
 * Sites whose frames may show the pane. Microsoft publishes no complete list (OfficeDev/office-js-docs-pr#4911).
 * @internal
 */
export const FRAME_ANCESTORS = [
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://teams.microsoft.com',
] as const;

/** A file of the add-in, and what a server has to send with it. */
interface ServedFile {
  readonly name: string;
  readonly type: string;
  /** `asked` is asked for again at every opening; `kept` is kept for good; `icon` must not be forbidden to be kept. */
  readonly cache: 'asked' | 'kept' | 'icon';
  /** Whether Excel on the web reads it from a site of its own. */
  readonly isReadElsewhere?: true;
}

/**
 * Files of every kind, with the headers of docs/deploy.md.
 * @internal
 */
export const SERVED_FILES: readonly ServedFile[] = [
  { name: 'taskpane.html', type: 'text/html', cache: 'asked' },
  { name: 'standalone.html', type: 'text/html', cache: 'asked' },
  { name: 'taskpane.js', type: 'text/javascript', cache: 'asked' },
  { name: 'page.css', type: 'text/css', cache: 'asked' },
  { name: 'functions.json', type: 'application/json', cache: 'asked', isReadElsewhere: true },
  { name: 'functions.en-US.json', type: 'application/json', cache: 'asked', isReadElsewhere: true },
  { name: 'shortcuts.json', type: 'application/json', cache: 'asked', isReadElsewhere: true },
  { name: 'fonts/sarabun-thai-400-normal.woff2', type: 'font/woff2', cache: 'kept' },
  { name: 'assets/ita-32.png', type: 'image/png', cache: 'icon' },
];

/** What is wrong with the answer of a server. */
export type HeaderFaultCode =
  | 'not-served'
  | 'wrong-type'
  | 'frame-forbidden'
  | 'frame-ancestors-missing'
  | 'cross-origin-missing'
  | 'cached-too-long'
  | 'icon-not-kept'
  | 'not-kept'
  | 'type-guessed';

/** A fault, and what the server sent instead. */
export interface HeaderFault {
  readonly file: string;
  readonly code: HeaderFaultCode;
  readonly found: string;
  readonly wanted: string;
  /** Whether something does not work because of it. */
  readonly isSevere: boolean;
}

/** What a server answered. */
export interface ServerAnswer {
  readonly status: number;
  /** The value of a header; null if it was not sent. */
  header(name: string): string | null;
}

/** Asks a server for every kind of file, and gives what is wrong with its answers. */
export async function headerFaults(ask: (file: string) => Promise<ServerAnswer>): Promise<readonly HeaderFault[]> {
  const faults = await Promise.all(SERVED_FILES.map(async (file) => faultsOf(file, await ask(file.name))));
  return faults.flat();
}

function faultsOf(file: ServedFile, answer: ServerAnswer): readonly HeaderFault[] {
  const fault = (code: HeaderFaultCode, found: string | null, wanted: string, isSevere = true): HeaderFault => ({
    file: file.name,
    code,
    found: found ?? '',
    wanted,
    isSevere,
  });
  if (answer.status !== 200) return [fault('not-served', String(answer.status), '200')];
  const type = answer.header('Content-Type');
  const cors = answer.header('Access-Control-Allow-Origin');
  return [
    ...(isType(type, file.type) ? [] : [fault('wrong-type', type, file.type)]),
    ...(file.type === 'text/html' ? frameFaults(answer, fault) : []),
    ...(file.isReadElsewhere && cors !== '*' ? [fault('cross-origin-missing', cors, '*')] : []),
    ...cacheFaults(file, answer.header('Cache-Control'), fault),
    ...(answer.header('X-Content-Type-Options') === 'nosniff'
      ? []
      : [fault('type-guessed', answer.header('X-Content-Type-Options'), 'nosniff', false)]),
  ];
}

type MakeFault = (code: HeaderFaultCode, found: string | null, wanted: string, isSevere?: boolean) => HeaderFault;

/** Scripts have two names (RFC 9239): servers send the one or the other. Texts are UTF-8 if the type says nothing else. */
function isType(found: string | null, wanted: string): boolean {
  const [type = '', ...parameters] = (found ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((part) => part.startsWith('charset='))?.replace(/"/g, '');
  if (charset !== undefined && charset !== 'charset=utf-8') return false;
  return type === wanted || (wanted === 'text/javascript' && type === 'application/javascript');
}

/** Excel on the web shows the pane in a frame of another site. */
function frameFaults(answer: ServerAnswer, fault: MakeFault): readonly HeaderFault[] {
  const options = answer.header('X-Frame-Options');
  if (options !== null) return [fault('frame-forbidden', options, '')];
  const policy = answer.header('Content-Security-Policy') ?? '';
  const ancestors = /(?:^|[;,])\s*frame-ancestors\s+([^;,]*)/i.exec(policy)?.[1]?.trim().split(/\s+/);
  const wanted = `frame-ancestors ${FRAME_ANCESTORS.join(' ')}`;
  // Without a list every site may: the pane works, but a foreign page could show it as its own.
  if (ancestors === undefined) return [fault('frame-ancestors-missing', policy, wanted, false)];
  const missing = FRAME_ANCESTORS.filter((site) => !ancestors.includes(site) && !ancestors.includes('*'));
  return missing.length === 0 ? [] : [fault('frame-ancestors-missing', ancestors.join(' '), wanted)];
}

function cacheFaults({ cache }: ServedFile, found: string | null, fault: MakeFault): readonly HeaderFault[] {
  const directives = (found ?? '').toLowerCase();
  switch (cache) {
    case 'asked':
      return /\bno-cache\b|\bno-store\b|\bmax-age=0\b/.test(directives)
        ? []
        : [fault('cached-too-long', found, 'no-cache')];
    case 'kept':
      return /\bmax-age=[1-9]/.test(directives)
        ? []
        : [fault('not-kept', found, 'public, max-age=31536000, immutable', false)];
    case 'icon':
      return /\bno-cache\b|\bno-store\b/.test(directives) ? [fault('icon-not-kept', found, '')] : [];
  }
}
