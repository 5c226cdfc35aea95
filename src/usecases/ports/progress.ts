/** Reports progress: `done` of `total` steps, and a label for the current step. */
export type Progress = (done: number, total: number, label: string) => void;
