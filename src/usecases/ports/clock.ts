/** The time of day, so that a test or a repeated run can fix it. */
export interface Clock {
  /** ISO 8601 instant in UTC. */
  now(): string;
}
