import { AuthError } from '@azure/msal-browser';

/** Code and description of whatever was thrown. */
export function codeOf(error: unknown): readonly [code: string, description: string] {
  if (error instanceof AuthError) return [error.errorCode, error.errorMessage];
  return error instanceof Error ? [error.name, error.message] : ['', String(error)];
}
