import type { HostBook, OwnHostRow } from '../../../core/api/hosts.ts';
import { addDays, dayInIndia } from '../../../core/gst/days.ts';
import type { Clock } from '../../clock.ts';
import { AppError, NotFoundError } from '../../errors.ts';
import { proofName, proofText } from '../../hosts/host-proof.ts';
import type { HostStore } from '../../hosts/host-store.ts';
import { ownHostName } from '../../hosts/own-host-name.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { PageSummaryStore } from '../../shop/page-summaries.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

/** Shopify gives a signature for three months at most. */
const LONGEST_DAYS = 93;

/** `fields` say which and why: "no-host", "not-yours", "past", "too-long". */
export class RefusedHostError extends AppError {
  constructor(fields: Readonly<Record<string, string>>) {
    super({ type: 'refused-host', title: 'This cannot be entered for a host of your shop.', status: 422, fields });
  }
}

export interface NewSignature {
  readonly host: string;
  readonly signatureInput: string;
  readonly signature: string;
  readonly endsOn: string;
}

export type HostsService = ReturnType<typeof hostsService>;

/** Hosts of the merchant's own, and the signatures that let our visits through. Each change is followed by a check. */
export function hostsService({
  hosts,
  summaries,
  clock,
  ...deps
}: CheckSoonDeps & {
  readonly hosts: HostStore;
  readonly summaries: Pick<PageSummaryStore, 'newest'>;
  readonly clock: Clock;
}) {
  const soon = (shop: string) => checkSoon(deps, shop, { topic: 'hosts', change: clock.now().toISOString() });

  /** The hosts that the newest judged check visited, or would have. */
  async function visited(shop: string) {
    return (await summaries.newest(shop, 'security'))?.summary.storefront.hosts ?? [];
  }

  return {
    async read(merchant: Merchant): Promise<HostBook> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      const [own, signatures, seen] = await Promise.all([hosts.hosts(shop), hosts.signatures(shop), visited(shop)]);
      const verifiedAt = (host: string) =>
        seen.find((one) => one.host === host && one.outcome !== 'not-verified')?.visitedAt ?? null;
      return { hosts: own.map(({ host, ...one }) => rowOf({ host, ...one }, verifiedAt(host))), signatures };
    },

    /**
     * @throws {RefusedHostError} no public host, or one of the platform's
     * @throws {ConflictError} it is on the list already, or there are too many
     */
    async add(merchant: Merchant, typed: string): Promise<OwnHostRow> {
      requireRole(merchant, 'manager');
      const host = ownHostName(typed);
      if (host === null) throw new RefusedHostError({ host: 'no-host' });
      const added = await hosts.addHost(merchant.shop, host, merchant.userId);
      await soon(merchant.shop);
      return rowOf(added, null);
    },

    /** @throws {NotFoundError} no such host in this shop */
    async remove(merchant: Merchant, id: string): Promise<void> {
      requireRole(merchant, 'manager');
      if (!(await hosts.removeHost(merchant.shop, id))) throw new NotFoundError();
      await soon(merchant.shop);
    },

    /** @throws {RefusedHostError} the host is not the shop's, or the day is past or too far ahead */
    async setSignature(
      merchant: Merchant,
      { host: typed, signatureInput, signature, endsOn }: NewSignature,
    ): Promise<HostBook> {
      requireRole(merchant, 'owner');
      const { shop } = merchant;
      const host = typed.trim().toLowerCase();
      const known = [
        shop,
        ...(await visited(shop)).map((one) => one.host),
        ...(await hosts.hosts(shop)).map((one) => one.host),
      ];
      if (!known.includes(host)) throw new RefusedHostError({ host: 'not-yours' });
      const today = dayInIndia(clock.now().toISOString());
      if (endsOn < today) throw new RefusedHostError({ endsOn: 'past' });
      if (endsOn > addDays(today, LONGEST_DAYS)) throw new RefusedHostError({ endsOn: 'too-long' });
      const headers = { 'signature-input': signatureInput, signature };
      await hosts.setSignature(shop, { host, headers, endsOn }, merchant.userId);
      await soon(shop);
      return this.read(merchant);
    },

    /** @throws {NotFoundError} this host has none */
    async removeSignature(merchant: Merchant, host: string): Promise<void> {
      requireRole(merchant, 'owner');
      if (!(await hosts.removeSignature(merchant.shop, host.trim().toLowerCase()))) throw new NotFoundError();
      await soon(merchant.shop);
    },
  };
}

function rowOf(
  { id, host, proof }: { readonly id: string; readonly host: string; readonly proof: string },
  verifiedAt: string | null,
): OwnHostRow {
  return { id, host, proofName: proofName(host), proof: proofText(proof), verifiedAt };
}
