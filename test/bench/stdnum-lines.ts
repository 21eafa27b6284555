/**
 * The peer of `prahari gstin --json`: a loop over npm stdnum in the same form, lines in and a line of JSON out, as one
 * writes it: `node test/bench/stdnum-lines.ts FILE`
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { judgeByStdnum } from './stdnum-judge.ts';

for await (const input of createInterface({ input: createReadStream(process.argv[2] ?? '') })) {
  const verdict = judgeByStdnum(input);
  const told = verdict.isValid
    ? { input, valid: true, reason: 'ok', gstin: verdict.compact }
    : { input, valid: false, reason: verdict.error?.name, gstin: null };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
