import path from 'node:path';
import type { SharePointSettings } from '../../domain/deployment/deployment.ts';
import type { Accounts } from '../../usecases/ports/accounts.ts';
import { createNodeSignIn } from './sign-in.ts';
import { createTokenFile, type TokenStore } from './token-file.ts';

/** The accounts of the command line. Sign-ins are kept in files in a folder, each of which only its owner can read. */
export function createAccounts(folder: string): Accounts {
  const tokensOf = ({ tenantId, clientId }: SharePointSettings): TokenStore =>
    createTokenFile(path.join(folder, `${tenantId}-${clientId}.json`));
  return {
    async signIn(settings, { tell, certificate, signal, remember = false }) {
      const tokens = tokensOf(settings);
      const isKept = remember || (await tokens.read()) !== undefined;
      return createNodeSignIn(settings, { tell, certificate, signal, ...(isKept ? { tokens } : {}) });
    },
    signOut: (settings) => tokensOf(settings).remove(),
  };
}
