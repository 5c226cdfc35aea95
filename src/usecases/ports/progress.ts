/** Told as long work goes on; `done` of `total` steps, and what the step was about. */
export type Progress = (done: number, total: number, label: string) => void;
