import type { SharePointSettings } from '../../domain/deployment/deployment.ts';
import type { DeviceCode, SignIn } from './sign-in.ts';

/** How a command signs in. */
export interface SignInRequest {
  /** Tells a person where to enter which code. */
  readonly tell: (prompt: DeviceCode) => void;
  /** Text of a PEM file with the program's own certificate and private key, for a scheduled run; otherwise a person signs in. */
  readonly certificate?: string | undefined;
  /** Whether to keep the person's sign-in on this computer. One that was kept is used in any case. */
  readonly remember?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The accounts that this computer signs in with. */
export interface Accounts {
  /** @throws {SignInFault} `certificate-refused` */
  signIn(settings: SharePointSettings, request: SignInRequest): Promise<SignIn>;
  /** Deletes what was kept of a sign-in to this organisation, if anything was. */
  signOut(settings: SharePointSettings): Promise<void>;
}
