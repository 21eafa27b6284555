/**
 * `npm run judge -- SNAPSHOT [--json] [--as-of 2026-11-22T00:00:00.000Z]`: judges a stored snapshot again with today's
 * checks, without the network. SNAPSHOT is an id of the store (`npm run judge -- --list` names the newest) or a JSON
 * file of a snapshot. Nothing is written. Exit code 1 when there is no such snapshot, 2 when it was asked wrongly.
 */
import { parseArgs } from 'node:util';
import { judge } from '../../core/judge.ts';
import { ConfigError } from '../config.ts';
import { snapshotStore } from '../shop/snapshots.ts';
import { judgementTable } from './judgement-table.ts';
import { withStore } from './operators-store.ts';
import { readSnapshot, SnapshotNotFoundError } from './read-snapshot.ts';

const USAGE = 'usage: npm run judge -- SNAPSHOT [--json] [--as-of INSTANT]   or   npm run judge -- --list';
const LISTED = 20;

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    'as-of': { type: 'string' },
  },
  allowPositionals: true,
});
const [name] = positionals;
const asOf = values['as-of'] === undefined ? undefined : new Date(values['as-of']);
if (positionals.length > 1 || values.list === (name !== undefined) || (asOf && Number.isNaN(asOf.getTime()))) {
  console.error(USAGE);
  process.exit(2);
}

try {
  await (name === undefined ? list() : judgeAgain(name));
} catch (error) {
  if (!(error instanceof SnapshotNotFoundError) && !(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(error instanceof ConfigError ? 2 : 1);
}

async function list(): Promise<void> {
  const newest = await withStore((store) => snapshotStore(store).newestAnywhere(LISTED));
  for (const { id, takenAt, shop } of newest) console.log(`${id}  ${takenAt}  ${shop}`);
}

async function judgeAgain(wanted: string): Promise<void> {
  const snapshot = await readSnapshot(wanted);
  const judgement = judge(snapshot, asOf ? { asOf: asOf.toISOString() } : {});
  const { shop, takenAt } = snapshot;
  console.log(
    values.json ? JSON.stringify({ shop, takenAt, ...judgement }, null, 2) : judgementTable(snapshot, judgement),
  );
}
