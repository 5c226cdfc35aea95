/** Why nobody is signed in, as far as a person can act on it. */
export type SignInReason =
  /** The person closed the window, or declined. */
  | 'cancelled'
  /** The browser or the person let no window open. */
  | 'window-refused'
  /** Another window of the add-in is open, and Excel allows one at a time. */
  | 'window-taken'
  /** An administrator has not consented to the program yet. */
  | 'not-approved'
  /** The account, or this way to sign in, is not allowed by the organisation. */
  | 'forbidden'
  /** The registration of the program and the settings of the deployment do not fit. */
  | 'misconfigured'
  /** The certificate of a scheduled run cannot be used: unreadable, over, or not the registered one. */
  | 'certificate-refused'
  /** It was not done in time. */
  | 'timed-out'
  /** Any other fault; the detail says what. */
  | 'failed';

/**
 * Numbers of Microsoft Entra (learn.microsoft.com/entra/identity-platform/reference-error-codes). They only choose the words:
 * Microsoft may change them, and then a person reads the detail.
 */
const NUMBERS: Readonly<Partial<Record<SignInReason, readonly number[]>>> = {
  cancelled: [65004],
  'not-approved': [65001, 90093, 90094, 90095],
  forbidden: [50020, 50034, 50057, 50105, 53000, 53001, 53002, 53003, 53004, 530003, 530035, 7000112],
  misconfigured: [50011, 70011, 90002, 650053, 650057, 700016, 900023, 7000218, 9002326],
  'certificate-refused': [700024, 700027, 1000502, 7000214, 7000274, 7000277],
};

/** Errors of OAuth 2.0, of OpenID Connect and of Microsoft Entra that tell enough by themselves. */
const CODES: Readonly<Record<string, SignInReason>> = {
  access_denied: 'cancelled',
  authorization_declined: 'cancelled',
  consent_required: 'not-approved',
  expired_token: 'timed-out',
  invalid_client: 'misconfigured',
  unauthorized_client: 'misconfigured',
  invalid_scope: 'misconfigured',
};

/** What a refusal of Microsoft Entra means: its number in the description first, then its code. */
export function reasonOfRefusal(code: string, description = ''): SignInReason {
  const numbers = [...description.matchAll(/AADSTS(\d+)/g)].map(([, number]) => Number(number));
  const [reason] = Object.entries(NUMBERS).find(([, known]) => known.some((number) => numbers.includes(number))) ?? [];
  return (reason as SignInReason | undefined) ?? CODES[code] ?? 'failed';
}
