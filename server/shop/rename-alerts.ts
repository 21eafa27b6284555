import type { ClientSession, Connection } from 'mongoose';
import type { Area } from '../../core/checks/check.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import { alertModel } from '../models/alert.ts';
import { trusted } from '../store/connect.ts';
import type { KnownAlert } from './fold-alerts.ts';

/**
 * Carries the alerts of a check that has a new id over to it, so that what was known stays known. One whose new name is
 * taken already stays behind: the scan resolves it.
 */
export async function renameAlerts(
  connection: Connection,
  known: readonly KnownAlert[],
  {
    shop,
    session,
    renamed,
  }: {
    readonly shop: string;
    readonly session: ClientSession;
    readonly renamed: Readonly<Record<string, string>>;
  },
): Promise<readonly KnownAlert[]> {
  const newName = ({ checkId, subject }: KnownAlert): string | null => {
    const now = Object.hasOwn(renamed, checkId) ? renamed[checkId] : undefined;
    return now === undefined ? null : fingerprint(now, subject);
  };
  const wanted = known.flatMap((alert) => newName(alert) ?? []);
  if (wanted.length === 0) return known;
  const model = alertModel(connection);
  const taken = new Set<string>(
    await model.distinct('fingerprint', { shop, fingerprint: trusted({ $in: wanted }) }).session(session),
  );
  const carried = known.map((alert) => {
    const name = newName(alert);
    if (name === null || taken.has(name)) return { alert, from: null };
    const checkId = renamed[alert.checkId] ?? alert.checkId;
    const area = checkId.slice(0, checkId.indexOf('/')) as Area;
    return { alert: { ...alert, fingerprint: name, checkId, area }, from: alert.fingerprint };
  });
  const operations = carried.flatMap(({ alert, from }) =>
    from === null
      ? []
      : [
          {
            updateOne: {
              filter: { shop, fingerprint: from },
              update: { $set: { fingerprint: alert.fingerprint, checkId: alert.checkId, area: alert.area } },
            },
          },
        ],
  );
  if (operations.length > 0) await model.bulkWrite(operations, { session, ordered: true });
  return carried.map(({ alert }) => alert);
}
