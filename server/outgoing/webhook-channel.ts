import type { Channel } from '../outbox/channel.ts';
import type { PostWebhook } from './post-webhook.ts';
import type { OutgoingWebhookStore } from './webhook-store.ts';
import type { WriteNotice } from './write-notice.ts';

/** Posts notices to targets that the shop named. What a target answered is told on its line of the settings. */
export function webhookChannel({
  webhooks,
  write,
  post,
}: {
  webhooks: Pick<OutgoingWebhookStore, 'open' | 'told'>;
  write: WriteNotice;
  post: PostWebhook;
}): Channel {
  return {
    name: 'webhook',

    async compose(delivery) {
      const webhook = await webhooks.open(delivery.shop, delivery.to);
      return webhook && write(delivery, webhook);
    },

    async send({ shop, to, identity }, body) {
      const webhook = await webhooks.open(shop, to);
      if (!webhook) return { outcome: 'never', code: 'switched-off' };
      const { attempt, last } = await post(webhook, identity, body);
      if (last.code !== 'crowded') await webhooks.told(shop, to, last); // nothing was sent
      return attempt;
    },
  };
}
