import { createPrivateKey, X509Certificate } from 'node:crypto';
import { SignInFault } from '../../usecases/ports/sign-in.ts';

/** A certificate of the program, as msal-node takes it. */
export interface Certificate {
  /** In hexadecimal digits; by it Microsoft Entra knows which of the registered certificates it is. */
  readonly thumbprintSha256: string;
  /** PEM. */
  readonly privateKey: string;
}

/**
 * Reads a certificate and its private key, one after the other in one PEM file.
 * @throws {SignInFault} `certificate-refused` if one is missing, locked or over, or if they do not belong together
 */
export function readCertificate(pem: string, now: Date): Certificate {
  const refuse = (detail: string, cause?: unknown): SignInFault =>
    new SignInFault('certificate-refused', detail, { cause });
  const privateKey = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[^-]+-----END \1-----/.exec(pem)?.[0];
  if (privateKey === undefined) throw refuse('no private key');
  try {
    const certificate = new X509Certificate(pem);
    if (!certificate.checkPrivateKey(createPrivateKey(privateKey))) throw refuse('another private key');
    if (Date.parse(certificate.validTo) < now.getTime()) throw refuse(`valid to ${certificate.validTo}`);
    return { thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''), privateKey };
  } catch (error) {
    if (error instanceof SignInFault) throw error;
    throw refuse(error instanceof Error ? error.message : String(error), error);
  }
}
