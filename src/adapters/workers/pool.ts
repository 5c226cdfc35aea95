import type { FromWorker, ToWorker, WorkerHandle } from './protocol.ts';

/**
 * Why a task got no answer: no worker could be started (and no task was begun), the worker hung and was ended, it died or met
 * an error, or the pool was closed.
 */
export type WorkerFaultKind = 'no-start' | 'took-too-long' | 'crashed' | 'closed';

/** Thrown where a task got no answer. */
export class WorkerFault extends Error {
  readonly kind: WorkerFaultKind;

  constructor(kind: WorkerFaultKind, detail: string) {
    super(detail);
    this.name = 'WorkerFault';
    this.kind = kind;
  }
}

/** How a pool works. */
export interface PoolOptions<Setup> {
  /** Starts a worker that runs `serve`. */
  readonly spawn: () => WorkerHandle;
  /** Workers at most; each is started when there is work for it. */
  readonly size: number;
  /** Milliseconds that a task may take. */
  readonly timeLimit: number;
  /** What every worker gets before its first task. */
  readonly setup: Setup;
}

interface Job<Task, Answer> {
  readonly task: Task;
  readonly transfer: readonly ArrayBuffer[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: WorkerFault) => void;
}

/**
 * Milliseconds that a worker has for what it is at when the pool is closed, unless a task has less. To end it at once is not safe: Node
 * aborts where a thread ends while it makes a stream of zlib (`close before init`, seen in 1 of 70 interruptions).
 */
const LEAVE = 1_000;

/** One worker: it starts, then it is idle or has a job; it leaves when it is at something while the pool is closed. */
interface Member<Task, Answer> {
  readonly worker: WorkerHandle;
  state: 'starting' | 'idle' | 'busy' | 'leaving';
  job?: Job<Task, Answer> | undefined;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Hands tasks to workers, one at a time to each. A worker that hangs or dies takes its task with it and no other: it is ended and
 * another one takes its place. Where not even the first message of a worker arrives, the pool gives up.
 */
export class Pool<Setup, Task, Answer> {
  readonly #options: PoolOptions<Setup>;
  readonly #members = new Set<Member<Task, Answer>>();
  readonly #waiting: Job<Task, Answer>[] = [];
  #end: WorkerFault | undefined;

  constructor(options: PoolOptions<Setup>) {
    this.#options = options;
  }

  /**
   * The answer to a task; the buffers to transfer stay with the caller until a worker takes the task.
   * @throws {WorkerFault} (as a rejection)
   */
  run(task: Task, transfer: readonly ArrayBuffer[] = []): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, transfer, resolve, reject });
      this.#handOut();
    });
  }

  /** Ends all workers, busy ones when they are done or have had their time; tasks without an answer are rejected at once. */
  close(): void {
    this.#giveUp(new WorkerFault('closed', 'the pool was closed'));
  }

  #handOut(): void {
    if (this.#end) {
      this.#giveUp(this.#end);
      return;
    }
    for (const member of this.#members) {
      if (member.state === 'idle' && this.#waiting.length > 0) this.#begin(member);
    }
    const starting = [...this.#members].filter(({ state }) => state === 'starting').length;
    const wanted = Math.min(this.#waiting.length - starting, this.#options.size - this.#members.size);
    // A start that fails leaves nothing waiting.
    for (let started = 0; started < wanted && this.#waiting.length > 0; started++) this.#start();
  }

  #start(): void {
    let worker: WorkerHandle;
    try {
      worker = this.#options.spawn();
    } catch (error) {
      this.#giveUp(new WorkerFault('no-start', error instanceof Error ? error.message : String(error)));
      return;
    }
    const member: Member<Task, Answer> = { worker, state: 'starting' };
    this.#members.add(member);
    worker.onMessage((message) => this.#answered(member, message as FromWorker<Answer>));
    worker.onEnd((reason) => this.#lose(member, 'crashed', reason));
    this.#limitTime(member);
    this.#post(member, { kind: 'setup', setup: this.#options.setup }, []);
  }

  #begin(member: Member<Task, Answer>): void {
    const job = this.#waiting.shift();
    if (job === undefined) return;
    member.state = 'busy';
    member.job = job;
    this.#limitTime(member);
    this.#post(member, { kind: 'task', task: job.task }, job.transfer);
  }

  #post(member: Member<Task, Answer>, message: ToWorker<Setup, Task>, transfer: readonly ArrayBuffer[]): void {
    try {
      member.worker.post(message, transfer);
    } catch (error) {
      this.#lose(member, 'crashed', error instanceof Error ? error.message : String(error));
    }
  }

  #answered(member: Member<Task, Answer>, message: FromWorker<Answer>): void {
    if (!this.#members.has(member)) return;
    if (member.state === 'leaving') {
      this.#lose(member, 'closed', '');
      return;
    }
    clearTimeout(member.timer);
    const { job } = member;
    member.job = undefined;
    member.state = 'idle';
    if (message.kind === 'answer') job?.resolve(message.answer);
    else if (message.kind === 'fault') job?.reject(new WorkerFault('crashed', message.detail));
    this.#handOut();
  }

  #limitTime(member: Member<Task, Answer>, timeLimit = this.#options.timeLimit): void {
    clearTimeout(member.timer);
    member.timer = setTimeout(() => this.#lose(member, 'took-too-long', `more than ${timeLimit} ms`), timeLimit);
  }

  /** Goes on without a worker; one that was not even ready is a sign that no other would be. */
  #lose(member: Member<Task, Answer>, kind: WorkerFaultKind, detail: string): void {
    if (!this.#members.delete(member)) return;
    clearTimeout(member.timer);
    member.worker.end();
    member.job?.reject(new WorkerFault(kind, detail));
    if (member.state === 'starting') this.#giveUp(new WorkerFault('no-start', detail));
    else this.#handOut();
  }

  /** Gives the worker time for what it is at, which nobody waits for any more. */
  #leave(member: Member<Task, Answer>, fault: WorkerFault): void {
    member.job?.reject(fault);
    member.job = undefined;
    member.state = 'leaving';
    this.#limitTime(member, Math.min(LEAVE, this.#options.timeLimit));
  }

  #giveUp(fault: WorkerFault): void {
    this.#end ??= fault;
    for (const job of this.#waiting.splice(0)) job.reject(this.#end);
    if (fault.kind !== 'closed') return;
    for (const member of [...this.#members]) {
      if (member.state === 'idle') this.#lose(member, 'closed', fault.message);
      else if (member.state !== 'leaving') this.#leave(member, fault);
    }
  }
}
