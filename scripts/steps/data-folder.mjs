import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StepError } from './step.mjs';

/** A Unix socket's path has room for 107 bytes and an end mark. */
const SOCKET_PATH_BYTES = 107;
const LONGEST_SOCKET_NAME = 'store.sock';

/** Readable by its owner only: keys, tokens and a shop's data lie in it. */
export function openDataFolder(folder, { reset = false } = {}) {
  if (reset) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** Where the sockets go: beside the data, or in a private temporary folder when that path is too long. */
export function socketFolder(dataFolder, temporary = tmpdir()) {
  const beside = join(dataFolder, 'sockets');
  if (Buffer.byteLength(join(beside, LONGEST_SOCKET_NAME)) <= SOCKET_PATH_BYTES) return beside;
  const owner = process.getuid?.() ?? 0;
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  return join(temporary, `prahari-${owner}-${name}`);
}

export function openSocketFolder(dataFolder) {
  const folder = socketFolder(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700); // Fails, as it must, when another user owns a folder of that name.
  return folder;
}

/**
 * Keys of this working copy: the key ring seals fields in the store, the client secret signs what the sandbox says.
 *
 * @typedef {{ clientId: string, clientSecret: string, keyRing: string, metricsToken: string }} Secrets
 */

/** @returns {Secrets} */
export function makeSecrets() {
  return {
    clientId: randomBytes(16).toString('hex'),
    clientSecret: randomBytes(24).toString('hex'),
    keyRing: `local1:${randomBytes(32).toString('base64')}`,
    metricsToken: randomBytes(24).toString('hex'),
  };
}

/** @returns {{ secrets: Secrets, areNew: boolean }} */
export function secretsOf(folder) {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return { secrets: readSecrets(file), areNew: false };
  const secrets = makeSecrets();
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return { secrets, areNew: true };
}

function readSecrets(file) {
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8'));
    const isWhole = Object.keys(makeSecrets()).every(
      (name) => typeof secrets[name] === 'string' && secrets[name] !== '',
    );
    if (isWhole) return secrets;
  } catch {
    // Said below, in one sentence, with what to do.
  }
  throw new StepError(`${file} is damaged. Put a copy back, or start afresh with: npm start -- --reset`);
}
