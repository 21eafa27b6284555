import type { DeliveryRow, NewReader, NoticeSettings, Reader, ReaderChange } from '../../../core/api/notices.ts';
import type { QuietHours } from '../../../core/notices/rules.ts';
import type { Clock } from '../../clock.ts';
import { ConflictError, NotFoundError } from '../../errors.ts';
import type { NoticeSettingsStore } from '../../notices/notice-settings.ts';
import type { ReaderStore } from '../../notices/readers.ts';
import type { NoticeSide } from '../../outbox/notice-side.ts';
import type { Outbox, StoredDelivery } from '../../outbox/outbox.ts';
import type { OutgoingWebhookStore } from '../../outgoing/webhook-store.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

export type NoticeService = ReturnType<typeof noticeService>;

/** Who is told of what: a manager's business. Nobody gives a reader more than they may see themselves. */
export function noticeService({
  readers,
  settings,
  webhooks,
  outbox,
  hurry,
  isMailOn,
  clock,
}: {
  readers: ReaderStore;
  settings: NoticeSettingsStore;
  webhooks: Pick<OutgoingWebhookStore, 'list' | 'names'>;
  outbox: Outbox;
  hurry: NoticeSide['hurry'];
  isMailOn: boolean;
  clock: Clock;
}) {
  async function all(shop: string): Promise<NoticeSettings> {
    const [quietHours, flow] = [await settings.quietHours(shop), await settings.flow(shop)];
    return { quietHours, isMailOn, readers: await readers.list(shop), webhooks: await webhooks.list(shop), flow };
  }

  /** @throws {NotFoundError | ForbiddenError} there is no such reader, or it may see more than the person */
  async function within(merchant: Merchant, id: string): Promise<Reader> {
    requireRole(merchant, 'manager');
    const reader = await readers.show(merchant.shop, id);
    if (!reader) throw new NotFoundError();
    requireRole(merchant, reader.role);
    return reader;
  }

  /** Puts one invitation into the outbox; the same number twice is one. */
  async function invite(shop: string, to: string, number: number): Promise<void> {
    const identity = `invite:${to}:${number}`;
    await outbox.add({ shop, identity, channel: 'mail', kind: 'invitation', to, dueAt: clock.now() });
    await hurry({ shop, channel: 'mail' });
  }

  /** Ids as people know them: a masked address, a webhook's name. */
  async function namesOf(shop: string): Promise<ReadonlyMap<string, string>> {
    const masked = (await readers.list(shop)).map(({ id, address }) => [id, address] as const);
    return new Map([...masked, ...(await webhooks.names(shop)), ['flow', 'flow']]);
  }

  return {
    async settings(merchant: Merchant): Promise<NoticeSettings> {
      requireRole(merchant, 'manager');
      return all(merchant.shop);
    },

    async setQuietHours(merchant: Merchant, quietHours: QuietHours | null): Promise<NoticeSettings> {
      requireRole(merchant, 'manager');
      await settings.setQuietHours(merchant.shop, quietHours);
      return all(merchant.shop);
    },

    /** @throws {ForbiddenError | ConflictError} a role above one's own; the address is known, or there are too many */
    async addReader(merchant: Merchant, reader: NewReader): Promise<Reader> {
      requireRole(merchant, 'manager');
      requireRole(merchant, reader.role);
      const added = await readers.add(merchant.shop, reader, merchant.userId);
      await invite(merchant.shop, added.id, 1);
      return added;
    },

    /** @throws {NotFoundError | ForbiddenError} */
    async changeReader(merchant: Merchant, id: string, change: ReaderChange): Promise<Reader> {
      await within(merchant, id);
      if (change.role !== undefined) requireRole(merchant, change.role);
      const changed = await readers.change(merchant.shop, id, change);
      if (!changed) throw new NotFoundError();
      return changed;
    },

    /** Forgets the address; what waits for it is not sent. @throws {NotFoundError | ForbiddenError} */
    async removeReader(merchant: Merchant, id: string): Promise<void> {
      await within(merchant, id);
      await readers.remove(merchant.shop, id);
      await outbox.drop(merchant.shop, 'mail', id, 'gone');
    },

    /** @throws {NotFoundError | ForbiddenError | ConflictError} it is confirmed, or was asked a moment ago */
    async inviteReader(merchant: Merchant, id: string): Promise<Reader> {
      const reader = await within(merchant, id);
      const number = await readers.invite(merchant.shop, id);
      if (number === null) throw new NotFoundError();
      await invite(merchant.shop, id, number);
      return reader;
    },

    /** The newest hundred. */
    async deliveries(merchant: Merchant): Promise<DeliveryRow[]> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      const names = await namesOf(shop);
      return (await outbox.newest(shop)).map((delivery) => present(delivery, names));
    },

    /** @throws {NotFoundError | ConflictError} it was sent, waits already, or is not to be sent any more */
    async sendAgain(merchant: Merchant, id: string): Promise<DeliveryRow> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      if (!(await outbox.find(shop, id))) throw new NotFoundError();
      const channel = await outbox.sendAgain(shop, id);
      if (!channel) throw new ConflictError('Only what was given up can be sent again.');
      await hurry({ shop, channel });
      const delivery = await outbox.find(shop, id);
      if (!delivery) throw new NotFoundError();
      return present(delivery, await namesOf(shop));
    },
  };
}

function present({ to, dueAt, sentAt, ...rest }: StoredDelivery, names: ReadonlyMap<string, string>): DeliveryRow {
  const [due, sent] = [dueAt.toISOString(), sentAt?.toISOString() ?? null];
  return { ...rest, to: names.get(to) ?? null, dueAt: due, sentAt: sent };
}
