import type {
  DeliveryRow,
  FlowSettings,
  NewReader,
  NewWebhook,
  NoticeSettings,
  OutgoingWebhook,
  Reader,
  ReaderChange,
  WebhookTest,
} from '../../core/api/notices.ts';
import type { QuietHours } from '../../core/notices/rules.ts';
import type { WebhookChange } from '../api/notices.ts';
import { aReader, aWebhook, NEW_SECRET } from './notice-factories.ts';

export interface HeldNotices {
  notices: NoticeSettings;
  deliveries: DeliveryRow[];
  /** What the receiver of a test answers. */
  webhookTest: WebhookTest;
  /** Addresses of mail and of targets, as they were sent. */
  sentAddresses: string[];
}

/** The routes of notifications; undefined for those that are not. */
export function noticesRoute(held: HeldNotices, method: string, path: string, body: unknown): unknown {
  const [, , what = '', id = '', act] = path.split('/');
  const name = `${method} ${what}${id === '' ? '' : '/:id'}${act === undefined ? '' : `/${act}`}`;
  const set = (change: Partial<NoticeSettings>) => {
    held.notices = { ...held.notices, ...change };
    return held.notices;
  };
  const { readers, webhooks } = held.notices;
  switch (name) {
    case 'GET ':
      return held.notices;
    case 'PATCH ':
      return set({ quietHours: (body as { quietHours: QuietHours | null }).quietHours });
    case 'POST readers': {
      const { address, ...rest } = body as NewReader;
      held.sentAddresses.push(address);
      const masked = `${address.slice(0, 1)}…${address.slice(address.indexOf('@'))}`;
      set({
        readers: [...readers, aReader({ ...rest, id: `r${readers.length + 1}`, address: masked, state: 'waiting' })],
      });
      return held.notices.readers.at(-1);
    }
    case 'PATCH readers/:id':
      set({ readers: readers.map((one): Reader => (one.id === id ? { ...one, ...(body as ReaderChange) } : one)) });
      return held.notices.readers.find((one) => one.id === id);
    case 'DELETE readers/:id':
      set({ readers: readers.filter((one) => one.id !== id) });
      return null;
    case 'POST readers/:id/invite':
      return readers.find((one) => one.id === id);
    case 'POST webhooks': {
      const { url, ...rest } = body as NewWebhook;
      held.sentAddresses.push(url);
      const webhook = aWebhook({ ...rest, id: `w${webhooks.length + 1}`, host: new URL(url).host, last: null });
      set({ webhooks: [...webhooks, webhook] });
      return { webhook, secret: NEW_SECRET };
    }
    case 'PATCH webhooks/:id':
      set({
        webhooks: webhooks.map((one): OutgoingWebhook =>
          one.id === id ? { ...one, ...(body as WebhookChange) } : one,
        ),
      });
      return held.notices.webhooks.find((one) => one.id === id);
    case 'DELETE webhooks/:id':
      set({ webhooks: webhooks.filter((one) => one.id !== id) });
      return null;
    case 'POST webhooks/:id/secret':
      return { webhook: webhooks.find((one) => one.id === id), secret: NEW_SECRET };
    case 'POST webhooks/:id/test':
      return held.webhookTest;
    case 'PATCH flow':
      return set({ flow: body as FlowSettings }).flow;
    case 'GET deliveries':
      return { deliveries: held.deliveries };
    case 'POST deliveries/:id/again':
      held.deliveries = held.deliveries.map((row) => (row.id === id ? { ...row, state: 'waiting' as const } : row));
      return held.deliveries.find((row) => row.id === id);
    default:
      return undefined;
  }
}
