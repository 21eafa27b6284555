import type { PeopleSource } from '../../core/evidence/people.ts';
import type { Log } from '../log.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import type { RestUsers } from '../shopify/rest-users.ts';
import type { ReadingStore } from './keep-reading.ts';
import { restUsers as usersOf } from './sources/shopify-rest.ts';
import { readStaff, STAFF_SCOPE } from './sources/shopify-staff.ts';
import type { SourceReading } from './sources/source.ts';

/** A check waits for it, and other evidence does not. */
const PATIENCE_MS = 6_000;

/**
 * What Shopify itself tells of a store's people, where it lets us ask: before each check. What fails costs nothing, since
 * what was known stays until its end.
 */
export function platformReader({
  readings,
  restUsers,
  log,
}: {
  readings: ReadingStore;
  restUsers?: RestUsers;
  log: Log;
}) {
  async function attempt(shop: string, source: PeopleSource, read: () => Promise<SourceReading | null>): Promise<void> {
    try {
      const reading = await read();
      if (reading) await readings.keep(shop, source, reading);
    } catch (error) {
      log.warn({ shop, source, err: error }, 'the users of the store were not read');
    }
  }

  return {
    async read(shop: string, admin: AdminApi, scopes: readonly string[]): Promise<void> {
      if (!scopes.includes(STAFF_SCOPE)) return;
      await attempt(shop, 'shopify-staff', () => readStaff(admin, AbortSignal.timeout(PATIENCE_MS)));
      if (!restUsers) return;
      await attempt(shop, 'shopify-rest', async () => {
        const answer = await restUsers(shop);
        return answer === null ? null : usersOf(answer);
      });
    },
  };
}
