import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { DirectoryState } from './directory-state.ts';

/** The key file of the shop's service account, as Google hands it out; made when it is first asked for. */
export function googleKeyFile(handle: string, directory: DirectoryState): string {
  directory.googleKey ??= newKey();
  const { id, privateKey } = directory.googleKey;
  return JSON.stringify({
    type: 'service_account',
    project_id: handle,
    private_key_id: id,
    private_key: privateKey,
    client_email: `prahari@${handle}.iam.gserviceaccount.com`,
    client_id: '100000000000000000000',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    universe_domain: 'googleapis.com',
  });
}

function newKey(): NonNullable<DirectoryState['googleKey']> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { id: randomBytes(20).toString('hex'), publicKey, privateKey };
}
