import type { FromWorker, ToWorker, WorkerHandle } from './protocol.ts';

/**
 * Why a task failed: no worker could start (and no task began), the worker hung and was terminated, it crashed or
 * threw, or the pool was closed.
 */
export type WorkerFaultKind = 'no-start' | 'took-too-long' | 'crashed' | 'closed';

/** Thrown for a task without an answer. */
export class WorkerFault extends Error {
  readonly kind: WorkerFaultKind;

  constructor(kind: WorkerFaultKind, detail: string) {
    super(detail);
    this.name = 'WorkerFault';
    this.kind = kind;
  }
}

/** Options of a pool. */
export interface PoolOptions<Setup> {
  /** Starts a worker that runs `serve`. */
  readonly spawn: () => WorkerHandle;
  /** Most workers; each starts when there is work for it. */
  readonly size: number;
  /** Time limit of a task in milliseconds. */
  readonly timeLimit: number;
  /** Setup that every worker receives before its first task. */
  readonly setup: Setup;
}

interface Job<Task, Answer> {
  readonly task: Task;
  readonly transfer: readonly ArrayBuffer[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: WorkerFault) => void;
}

/**
 * Milliseconds for a worker to finish its task when the pool is closed, or less if its task has less. Terminating at
 * once is not safe: Node aborts if a thread ends while it creates a zlib stream (`close before init`, seen in 1 of 70
 * interruptions).
 */
const LEAVE = 1_000;

/** One worker: starting, idle, busy, or leaving when the pool was closed while it was busy. */
interface Member<Task, Answer> {
  readonly worker: WorkerHandle;
  state: 'starting' | 'idle' | 'busy' | 'leaving';
  job?: Job<Task, Answer> | undefined;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Distributes tasks to workers, one at a time to each. A worker that hangs or crashes fails its own task only: it is
 * terminated and replaced. If a worker fails before its first message, the pool gives up.
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
   * Runs a task; the buffers to transfer stay with the caller until a worker takes the task.
   * @throws {WorkerFault} (as a rejection)
   */
  run(task: Task, transfer: readonly ArrayBuffer[] = []): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, transfer, resolve, reject });
      this.#handOut();
    });
  }

  /**
   * Closes the pool. Pending tasks are rejected at once; busy workers are terminated when they finish or their time is
   * up.
   */
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
    // A failed start rejects all waiting tasks.
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

  /** Removes a worker. If it failed before it was ready, others would fail too. */
  #lose(member: Member<Task, Answer>, kind: WorkerFaultKind, detail: string): void {
    if (!this.#members.delete(member)) return;
    clearTimeout(member.timer);
    member.worker.end();
    member.job?.reject(new WorkerFault(kind, detail));
    if (member.state === 'starting') this.#giveUp(new WorkerFault('no-start', detail));
    else this.#handOut();
  }

  /** Gives the worker time to finish a task that nobody waits for. */
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
