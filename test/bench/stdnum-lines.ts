/**
 * The peer of `prahari gstin --json`: a loop over npm stdnum in the same form, lines in and a line of JSON out, as one
 * writes it: `node test/bench/stdnum-lines.ts FILE`
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { judgeByStdnum } from './stdnum-judge.ts';

for await (const input of createInterface({ input: createReadStream(process.argv[2] ?? '') })) {
  const verdict = judgeByStdnum(input);
  const { isValid } = verdict;
  const gstin = verdict.isValid ? verdict.compact : null;
  const told = {
    input,
    valid: isValid,
    reason: verdict.isValid ? 'ok' : (verdict.error?.name ?? null),
    gstin,
    type: isValid ? 'regular' : null,
    stateCode: gstin?.slice(0, 2) ?? null,
    state: null, // it knows no names
    pan: gstin?.slice(2, 12) ?? null,
    warnings: [],
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
