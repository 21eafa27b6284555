import type { Connection } from 'mongoose';
import type { Reader, WebhookWithSecret } from '../../core/api/notices.ts';
import type { NoticeRule } from '../../core/notices/rules.ts';
import type { FlowRun, FlowState } from '../../sandbox/flow/flow-state.ts';
import type { CaughtMail } from '../../sandbox/mail/catcher.ts';
import { headerOf } from '../../sandbox/mail/read-mail.ts';
import type { ReceivedPost } from '../../sandbox/receiver/webhook-receiver.ts';
import { alertNewsModel } from '../../server/models/alert-news.ts';
import { deliveryModel } from '../../server/models/delivery.ts';
import { readerModel } from '../../server/models/reader.ts';
import { scanModel } from '../../server/models/scan.ts';
import { trusted } from '../../server/store/connect.ts';
import type { System } from '../system.ts';
import { until } from '../until.ts';
import { MerchantCalls } from './merchant-calls.ts';

/** What is mended is not told, so that nothing waits for a digest. */
const RULE: NoticeRule = { areas: ['gst', 'security'], leastSeverity: 'low', pace: 'at-once', tellsResolved: false };

/** One message as it came, by what its copies are known by. */
export interface Copy {
  /** The Message-ID, the webhook-id, or the field "Notice". */
  readonly id: string;
  /** The identity of its delivery. */
  readonly identity: string;
  /** All that it says. */
  readonly words: string;
}

/** A shop that is told of its alerts on each channel, and what it heard. */
export class ToldShop extends MerchantCalls {
  readonly #system: System;
  readonly #connection: Connection;
  readonly #handle: string;

  constructor(system: System, connection: Connection, shop: string) {
    super(system, shop);
    this.#system = system;
    this.#connection = connection;
    this.#handle = shop.replace('.myshopify.com', '');
  }

  /** Where its webhook is: a path of hooks.receiver.example. */
  get path(): string {
    return `/${this.#handle}`;
  }

  /** Names an address that confirms at once, a webhook that is signed, and switches Flow on; nothing is quiet. */
  async listen(): Promise<void> {
    await this.#done('PATCH', '/api/notices', { quietHours: null });
    const words = { role: 'owner', language: 'en', getsAlerts: true, getsWeekly: false, rule: RULE };
    const reader = await this.#done<Reader>('POST', '/api/notices/readers', { address: this.#address, ...words });
    const { shop } = this;
    await readerModel(this.#connection).updateOne({ shop, _id: reader.id }, { $set: { confirmedAt: new Date() } });
    const url = `https://hooks.receiver.example${this.path}`;
    const hook = { name: 'Drill', url, format: 'json', language: 'en', rule: RULE, getsWeekly: false };
    const { secret } = await this.#done<WebhookWithSecret>('POST', '/api/notices/webhooks', hook);
    await this.#system.control('POST', '/sandbox/posts', { secrets: { path: this.path, secrets: [secret] } });
    await this.#done('PATCH', '/api/notices/flow', { isOn: true, rule: RULE });
  }

  async mails(): Promise<(Copy & { readonly at: string })[]> {
    const { mails } = (await this.#system.control('GET', '/sandbox/mails')) as { mails: CaughtMail[] };
    return mails
      .filter(({ to, headers }) => to.includes(this.#address) && !noticeOf({ headers }).startsWith('invite:'))
      .map(({ at, headers, text, html }) => ({
        ...{ at: String(at), id: headerOf({ headers }, 'message-id') ?? '', identity: noticeOf({ headers }) },
        // Boundaries of parts are made anew for each copy; nobody reads them.
        words: JSON.stringify([headers.filter(([name]) => !/^content-type$/i.test(name)), text, html]),
      }));
  }

  async posts(): Promise<(Copy & Pick<ReceivedPost, 'answered' | 'isSigned'>)[]> {
    const { posts } = (await this.#system.control('GET', '/sandbox/posts.json')) as { posts: ReceivedPost[] };
    return posts
      .filter(({ path }) => path === this.path)
      .map(({ headers, body, answered, isSigned }) => {
        const id = headers['webhook-id'] ?? '';
        return { id, identity: id, words: body, answered, isSigned };
      });
  }

  async runs(): Promise<(Copy & Pick<FlowRun, 'payload'>)[]> {
    const { runs } = (await this.#system.control('GET', `/sandbox/shops/${this.shop}/flow`)) as FlowState;
    // Other triggers tell of other things than alerts.
    return runs
      .filter(({ handle }) => handle === 'alert-raised')
      .map(({ payload }) => {
        const id = String(payload['Notice']);
        return { id, identity: id.replace(/#[^#]*$/, ''), words: JSON.stringify(payload), payload };
      });
  }

  /** Nothing goes on, and everybody was told what is due. Looked at twice: a job may stand between two writes. */
  async settled(maxMs?: number): Promise<void> {
    const look = async () => (await this.#isSettled()) && (await this.#isSettled());
    await until(`all is checked and told in ${this.shop}`, look, maxMs);
  }

  async #isSettled(): Promise<boolean> {
    const { shop } = this;
    const now = await nowOf(this.#system);
    const due = { shop, state: 'waiting' as const, nextTryAt: trusted({ $lte: now }) };
    return (
      !(await scanModel(this.#connection).exists({ shop, active: true })) &&
      !(await alertNewsModel(this.#connection).exists({ shop, isHandedOut: false })) &&
      !(await deliveryModel(this.#connection).exists(due))
    );
  }

  get #address(): string {
    return `drill@${this.#handle}.example`;
  }

  async #done<T>(method: string, path: string, body: unknown): Promise<T> {
    const answer = await this.api(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

const noticeOf = (mail: Pick<CaughtMail, 'headers'>): string => headerOf(mail, 'x-prahari-notice') ?? '';

/** The time of the sandbox, and of an app that follows it. */
export async function nowOf(system: System): Promise<Date> {
  const { now } = (await system.control('GET', '/sandbox/clock')) as { now: string };
  return new Date(now);
}

/** Moves the time forward. */
export async function pass(system: System, byMs: number): Promise<void> {
  await system.control('POST', '/sandbox/clock', { byMs: Math.max(1, Math.ceil(byMs)) });
}

/** Identities of messages, each once, sorted; throws where copies of one say or are known by different things. */
export function identitiesOf(copies: readonly Copy[]): string[] {
  const ids = new Map<string, string>();
  const words = new Map<string, string>();
  for (const copy of copies) {
    if ((words.get(copy.id) ?? copy.words) !== copy.words) {
      throw new Error(`Copies of ${copy.id} differ:\n${words.get(copy.id)}\n${copy.words}`);
    }
    words.set(copy.id, copy.words);
    ids.set(copy.id, copy.identity);
  }
  return [...new Set(ids.values())].sort();
}
