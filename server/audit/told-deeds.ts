import type { AskedVendors } from '../vendor-links/questionnaire-desk.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { ReaderStore } from '../notices/readers.ts';
import type { AlertStore } from '../shop/alerts.ts';
import type { ShopLifecycle } from '../shopify/lifecycle.ts';
import type { Audit, NewAuditEntry } from './audit.ts';

const SHOPIFY: NewAuditEntry['actor'] = { kind: 'webhook', id: null };
const PRAHARI: NewAuditEntry['actor'] = { kind: 'job', id: null };
const holder = (id: string): NewAuditEntry['actor'] => ({ kind: 'link', id });

/**
 * What Shopify tells of a shop, with its line in the log. The line comes after the work, which is repeated until both are
 * done; a shop that is not known, or whose documents all went, gets none.
 */
export function toldLifecycle(
  lifecycle: ShopLifecycle,
  { audit, isKnown }: { audit: Audit; isKnown: (shop: string) => Promise<boolean> },
): ShopLifecycle {
  async function tell(shop: string, entry: Omit<NewAuditEntry, 'actor'>): Promise<void> {
    if (await isKnown(shop)) await audit.append(shop, { actor: SHOPIFY, ...entry });
  }

  return {
    ...lifecycle,
    async installed(shop, scopes) {
      await lifecycle.installed(shop, scopes);
      await tell(shop, { action: 'shop.installed', details: { scopes: scopes.length } });
    },
    async uninstalled(shop, triggeredAt) {
      await lifecycle.uninstalled(shop, triggeredAt);
      await tell(shop, { action: 'webhook.app/uninstalled', details: { triggeredAt: triggeredAt.toISOString() } });
    },
    async scopesChanged(shop, scopes) {
      await lifecycle.scopesChanged(shop, scopes);
      await tell(shop, { action: 'webhook.app/scopes_update', details: { scopes: scopes.length } });
    },
    async changed(shop, topic) {
      await lifecycle.changed(shop, topic);
      await tell(shop, { action: 'webhook.shop', details: { topic } });
    },
    async customerDataRequested(shop, request, stillAtWork) {
      await lifecycle.customerDataRequested(shop, request, stillAtWork);
      await tell(shop, { action: 'webhook.customers/data_request', details: { orders: request.orders.length } });
    },
    async customerRedacted(shop, request, stillAtWork) {
      await lifecycle.customerRedacted(shop, request, stillAtWork);
      await tell(shop, { action: 'webhook.customers/redact', details: { orders: request.orders.length } });
    },
  };
}

/** What readers do with the links of their mail. The line comes first: nothing is done without it. */
export function toldReaders(readers: ReaderStore, audit: Audit): ReaderStore {
  return {
    ...readers,
    async confirm(shop, id) {
      await audit.append(shop, { actor: holder(id), action: 'link.confirm', subjects: [id], outcome: 'asked' });
      await readers.confirm(shop, id);
    },
    async stop(shop, id, what) {
      const line = { action: 'link.unsubscribe', subjects: [id], outcome: 'asked', details: { what } } as const;
      await audit.append(shop, { actor: holder(id), ...line });
      await readers.stop(shop, id, what);
    },
  };
}

/** Alerts as readers of mail acknowledge them: `by` names the reader, "link:ID". */
export function toldAlerts(alerts: Pick<AlertStore, 'act'>, audit: Audit): Pick<AlertStore, 'act'> {
  return {
    async act(shop, ids, act, by) {
      const line = {
        action: 'link.acknowledge',
        subjects: ids,
        outcome: 'asked',
        details: { count: ids.length },
      } as const;
      await audit.append(shop, { actor: holder(by.replace(/^link:/, '')), ...line });
      return alerts.act(shop, ids, act, by);
    },
  };
}

/** The outbox as it gives up: a notice that nobody got is in the log. */
export function toldOutbox(outbox: Outbox, audit: Audit): Outbox {
  return {
    ...outbox,
    async parked(taken, code) {
      const answer = await outbox.parked(taken, code);
      const { shop, id, channel, kind } = taken.delivery;
      const line = { action: 'delivery.parked', subjects: [id], outcome: 'failed' } as const;
      await audit.append(shop, { actor: PRAHARI, ...line, details: { channel, kind, code } });
      return answer;
    },
  };
}

/** Vendors who send their answers. */
export function toldVendors(vendors: AskedVendors, audit: Audit): AskedVendors {
  return {
    ...vendors,
    async answered(shop, vendorId) {
      await audit.append(shop, { actor: holder(vendorId), action: 'link.vendor-answers', subjects: [vendorId] });
      await vendors.answered(shop, vendorId);
    },
  };
}
