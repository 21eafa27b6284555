import { Types, type Connection } from 'mongoose';
import { CHECKS } from '../../core/checks/index.ts';
import type { CheckResult } from '../../core/judgement.ts';
import { SEVERITIES } from '../../core/severity.ts';
import { foldAlerts } from '../../server/shop/fold-alerts.ts';

/** As many findings and alerts as the goals speak of. */
export const MANY = 10_000;

/** 10,000 findings, spread over all checks: each names a host of its own in the places of its check's first message. */
export function manyFindings(): CheckResult[] {
  return CHECKS.map((check, index) => {
    const [messageId = '', text] = Object.entries(check.messages)[0] ?? [];
    const places = [...(text?.en ?? '').matchAll(/\{(\w+)\}/g)].map(([, place]) => place ?? '');
    const count = Math.floor(MANY / CHECKS.length) + (index < MANY % CHECKS.length ? 1 : 0);
    return {
      checkId: check.id,
      outcome: 'fail' as const,
      findings: Array.from({ length: count }, (_, at) => {
        const subject = `host-${at}.invented.example`;
        return {
          subject,
          messageId,
          data: Object.fromEntries(places.map((place) => [place, subject])),
          severity: SEVERITIES[(index + at) % SEVERITIES.length] ?? 'low',
          atStakePaise: at % 3 === 0 ? at * 100 : null,
          adminPath: null,
          isRemark: false,
        };
      }),
      rung: 'platform' as const,
      notAssessed: [],
    };
  });
}

/** Writes 10,000 alerts of a shop as a scan does. */
export async function writeManyAlerts(connection: Connection, shop: string): Promise<void> {
  await connection.transaction(async (session) => {
    const context = { shop, snapshotId: new Types.ObjectId().toString(), takenAt: new Date(), session };
    await foldAlerts(connection, manyFindings(), context);
  });
}
