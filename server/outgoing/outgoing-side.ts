import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { flowChannel, type FlowChannelDeps } from '../flow/flow-channel.ts';
import { flowListeners } from '../flow/flow-listeners.ts';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import type { Channel } from '../outbox/channel.ts';
import { targetListeners, type Listeners } from '../outbox/listeners.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import type { AdminLink } from '../shopify/admin-link.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { alertIds } from './alert-ids.ts';
import { postWebhook } from './post-webhook.ts';
import { webhookChannel } from './webhook-channel.ts';
import { outgoingWebhookStore } from './webhook-store.ts';
import { writeNotice, type WeeklyLetter } from './write-notice.ts';

export interface OutgoingDeps {
  readonly connection: Connection;
  readonly cipher: FieldCipher;
  readonly clock: Clock;
  readonly guardedFetch: GuardedFetch;
  readonly adminFor: (shop: string) => AdminApi;
  readonly adminLink: AdminLink;
  readonly settings: FlowChannelDeps['settings'];
  readonly vendorsOf: FlowChannelDeps['vendorsOf'];
  readonly weekly: WeeklyLetter;
}

/** The ways out that lead to programs: posts to targets of the shop's own, and Shopify Flow. */
export function outgoingSide({ connection, cipher, clock, guardedFetch, settings, ...deps }: OutgoingDeps) {
  const webhooks = outgoingWebhookStore({ connection, cipher, clock });
  const ids = alertIds({ connection });
  const post = postWebhook({ guardedFetch, clock });
  const write = writeNotice({ ...deps, alertIds: ids });
  const channels: readonly Channel[] = [
    webhookChannel({ webhooks, write, post }),
    flowChannel({ ...deps, settings, alertIds: ids }),
  ];
  const listeners: readonly Listeners[] = [
    targetListeners('webhook', (shop) => webhooks.listeners(shop)),
    flowListeners(settings),
  ];
  return { webhooks, write, post, channels, listeners };
}
