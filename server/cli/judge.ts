/**
 * `npm run judge -- SNAPSHOT [--json] [--as-of 2026-11-22T00:00:00.000Z]`: judges a stored snapshot again with today's
 * checks, without the network. SNAPSHOT is an id of the store (MONGODB_URI and KEY_RING then as for the server) or a
 * JSON file of a snapshot. Nothing is written. Exit code 1 when there is no such snapshot.
 */
import { parseArgs } from 'node:util';
import { judge } from '../../core/judge.ts';
import { judgementTable } from './judgement-table.ts';
import { readSnapshot, SnapshotNotFoundError } from './read-snapshot.ts';

const USAGE = 'usage: npm run judge -- SNAPSHOT [--json] [--as-of INSTANT]';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, 'as-of': { type: 'string' } },
  allowPositionals: true,
});
const [name] = positionals;
const asOf = values['as-of'] === undefined ? undefined : new Date(values['as-of']);
if (!name || positionals.length > 1 || (asOf && Number.isNaN(asOf.getTime()))) {
  console.error(USAGE);
  process.exit(2);
}

try {
  const snapshot = await readSnapshot(name);
  const judgement = judge(snapshot, asOf ? { asOf: asOf.toISOString() } : {});
  const { shop, takenAt } = snapshot;
  console.log(
    values.json ? JSON.stringify({ shop, takenAt, ...judgement }, null, 2) : judgementTable(snapshot, judgement),
  );
} catch (error) {
  if (!(error instanceof SnapshotNotFoundError)) throw error;
  console.error(error.message);
  process.exit(1);
}
