import type { ProxyAnswer } from '../../core/api/buyer-gstin.ts';
import type { RegistrationStatus } from '../../core/evidence/registry.ts';
import { judgeGstin } from '../../core/gst/gstin.ts';
import type { Instant } from '../../core/time.ts';
import type { BuyerRegistry } from '../buyers/buyer-registry.ts';
import { NotFoundError } from '../errors.ts';
import type { RegistryStore } from '../verify/registry-store.ts';

type Told = NonNullable<ProxyAnswer['registry']>;

/**
 * What a visitor is told. An active number is answered like one that nobody asked for: who types the numbers of others
 * does not learn which of them buy here.
 */
const TOLD: ReadonlySet<Told['status']> = new Set(['suspended', 'cancelled', 'inactive', 'not-found']);

export type ProxyDesk = ReturnType<typeof proxyDesk>;

/** Answers visitors of a shop's pages from what is known already. Never asks a service, and never has one asked. */
export function proxyDesk({
  isInstalled,
  buyers,
  registry,
}: {
  isInstalled: (shop: string) => Promise<boolean>;
  buyers: Pick<BuyerRegistry, 'known'>;
  registry: Pick<RegistryStore, 'entryOf'>;
}) {
  async function registryOf(shop: string, gstin: string): Promise<Told | null> {
    const [buyer, own] = await Promise.all([
      buyers.known(shop, [gstin]).then((known) => known.get(gstin)),
      registry.entryOf(shop, gstin),
    ]);
    const told = [
      buyer ? tell(buyer.isFound ? buyer.status : 'not-found', buyer.learnedAt) : null,
      own?.known ? tell(own.known.record.status, own.known.learnedAt) : null,
      own?.asked?.outcome === 'not-found' ? tell('not-found', own.asked.at) : null,
    ].filter((one) => one !== null);
    const [newest] = told.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));
    return newest && TOLD.has(newest.status) ? newest : null;
  }

  return {
    /** @throws {NotFoundError} this shop does not use Prahari */
    async answer(shop: string, typed: string): Promise<ProxyAnswer> {
      if (!(await isInstalled(shop))) throw new NotFoundError();
      const verdict = judgeGstin(typed);
      if (!verdict.ok) return { couldExist: false, reason: verdict.reason, stateCode: null, registry: null };
      const { gstin, stateCode } = verdict;
      return { couldExist: true, reason: 'ok', stateCode, registry: await registryOf(shop, gstin) };
    },
  };
}

const tell = (status: RegistrationStatus | 'not-found' | null, asOf: Instant): Told | null =>
  status === null ? null : { status, asOf };
