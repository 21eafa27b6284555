import { randomUUID } from 'node:crypto';
import type {
  FlowSettings,
  NewWebhook,
  OutgoingWebhook,
  WebhookTest,
  WebhookWithSecret,
} from '../../../core/api/notices.ts';
import type { Clock } from '../../clock.ts';
import { AppError, NotFoundError, TooManyRequestsError } from '../../errors.ts';
import { judgeUrl } from '../../http/outbound-address.ts';
import { OutboundRefusedError } from '../../http/outbound-errors.ts';
import type { NoticeSettingsStore } from '../../notices/notice-settings.ts';
import type { PostWebhook } from '../../outgoing/post-webhook.ts';
import { TEST_GAP_MS, type OutgoingWebhookStore, type WebhookChange } from '../../outgoing/webhook-store.ts';
import type { WriteNotice } from '../../outgoing/write-notice.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

/** `fields.url` says why: "not-https", "port", "own-address" … */
export class RefusedTargetError extends AppError {
  constructor(reason: string) {
    super({
      type: 'refused-target',
      title: 'Prahari does not post to this address.',
      status: 422,
      detail: 'Enter an https address of a public host, without a port.',
      fields: { url: reason },
    });
  }
}

export type OutgoingService = ReturnType<typeof outgoingService>;

/** Targets are the owner's, since the shop's weak spots go there; trying one, and Flow, are a manager's. */
export function outgoingService({
  webhooks,
  settings,
  outbox,
  write,
  post,
  appUrl,
  clock,
}: {
  webhooks: OutgoingWebhookStore;
  settings: Pick<NoticeSettingsStore, 'flow' | 'setFlow'>;
  outbox: Pick<Outbox, 'drop'>;
  write: WriteNotice;
  post: PostWebhook;
  appUrl: string;
  clock: Clock;
}) {
  const ourHost = new URL(appUrl).hostname;

  return {
    /**
     * @throws {RefusedTargetError} not https on port 443 of a public name, or our own
     * @throws {ConflictError} there are too many
     */
    async add(merchant: Merchant, wish: NewWebhook): Promise<WebhookWithSecret> {
      requireRole(merchant, 'owner');
      const url = targetOf(wish.url, ourHost);
      return webhooks.add(merchant.shop, { ...wish, url }, merchant.userId);
    },

    /** @throws {NotFoundError} no such target in this shop */
    async change(merchant: Merchant, id: string, change: WebhookChange): Promise<OutgoingWebhook> {
      requireRole(merchant, 'owner');
      const changed = await webhooks.change(merchant.shop, id, change);
      if (!changed) throw new NotFoundError();
      return changed;
    },

    /** What still waits for it is dropped. @throws {NotFoundError} no such target in this shop */
    async remove(merchant: Merchant, id: string): Promise<void> {
      requireRole(merchant, 'owner');
      if (!(await webhooks.remove(merchant.shop, id))) throw new NotFoundError();
      await outbox.drop(merchant.shop, 'webhook', id, 'gone');
    },

    /**
     * @throws {NotFoundError} no such target in this shop
     * @throws {ConflictError} somebody else did the same at this moment
     */
    async rotate(merchant: Merchant, id: string): Promise<WebhookWithSecret> {
      requireRole(merchant, 'owner');
      const rotated = await webhooks.rotate(merchant.shop, id);
      if (!rotated) throw new NotFoundError();
      return rotated;
    },

    /**
     * Posts an invented notice now, to a target that is switched off too.
     *
     * @throws {NotFoundError} no such target in this shop
     * @throws {TooManyRequestsError} it was tried a moment ago
     */
    async test(merchant: Merchant, id: string): Promise<WebhookTest> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      const webhook = await webhooks.open(shop, id, { evenOff: true });
      if (!webhook) throw new NotFoundError();
      if (!(await webhooks.mayTest(shop, id))) throw new TooManyRequestsError(JUST_TRIED, TEST_GAP_MS / 1_000);
      const identity = `test:${id}:${randomUUID()}`;
      const notice = { shop, identity, kind: 'test', news: [], monday: null, createdAt: clock.now() } as const;
      const { last } = await post(webhook, identity, (await write(notice, webhook)) ?? '');
      if (last.code !== 'crowded') await webhooks.told(shop, id, last);
      return { isDelivered: last.code === 'sent', ...last };
    },

    async changeFlow(merchant: Merchant, change: FlowSettings): Promise<FlowSettings> {
      requireRole(merchant, 'manager');
      await settings.setFlow(merchant.shop, change);
      return settings.flow(merchant.shop);
    },
  };
}

const JUST_TRIED = 'This webhook was tried a moment ago. Try again in a few seconds.';

/** @throws {RefusedTargetError} */
function targetOf(typed: string, ourHost: string): string {
  try {
    const url = judgeUrl(typed);
    if (url.hostname === ourHost) throw new RefusedTargetError('own-address');
    return url.href;
  } catch (error) {
    throw error instanceof OutboundRefusedError ? new RefusedTargetError(error.reason) : error;
  }
}
