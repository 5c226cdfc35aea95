/** The current time, as a port so that tests and reproducible runs can fix it. */
export interface Clock {
  /** ISO 8601 instant in UTC. */
  now(): string;
}
