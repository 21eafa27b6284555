/**
 * `npm run operator:password`: reads a password from standard input, so that it stands in no list of processes and no
 * history of a shell, and writes the value of OPERATOR_PASSWORD_HASH.
 */
import { createInterface } from 'node:readline';
import { passwordHash } from '../operator-password.ts';

const LEAST_CHARS = 16;

process.stderr.write('A password of 16 characters or more, then Enter: ');
const input = createInterface({ input: process.stdin });
let password = '';
for await (const line of input) {
  password = line;
  break;
}
input.close();
if ([...password].length < LEAST_CHARS) {
  process.stderr.write(`\nToo short: ${LEAST_CHARS} characters are the least.\n`);
  process.exitCode = 2;
} else {
  process.stdout.write(`OPERATOR_PASSWORD_HASH=${await passwordHash(password)}\n`);
}
