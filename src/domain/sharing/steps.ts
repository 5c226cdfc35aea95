/**
 * What giving out does with an agency's workbook. `create`: there is none yet. `keep`: it is there as it was given out. `changed`:
 * somebody works in it. `locked`: somebody has it open. `taken`: something else has its name. `denied`: the folder is closed to this
 * account. Only `create` writes anything.
 */
export type FileStep = 'create' | 'keep' | 'changed' | 'locked' | 'taken' | 'denied';

/**
 * What giving out does with an agency's access. `grant`: it is to be given. `granted`: it was given earlier. `no-address`: the roster
 * names nobody. `elsewhere`: whoever shares the folder decides.
 */
export type AccessStep = 'grant' | 'granted' | 'no-address' | 'elsewhere';

/** What became of a step. `not-done`: there was nothing to do, or it was stopped before. */
export type StepOutcome = 'done' | 'there' | 'failed' | 'not-done';

/**
 * What publishing does with the master. `create`: nothing is there yet. `same`: these bytes are there. `replace`: what the program
 * published last is there. `keep-both`: somebody has saved another version since, which stays beside it.
 */
export type PublishStep = 'create' | 'same' | 'replace' | 'keep-both';
