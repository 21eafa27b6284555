import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { webhookReceiptModel } from '../models/webhook-receipt.ts';
import type { WebhookReceipt } from '../models/webhook-receipt.ts';
import { trusted } from '../store/connect.ts';
import type { WebhookFacts } from './webhook-topics.ts';

/** Work that takes longer is taken for dead, and done again. */
const LEASE_MS = 60_000;
const BACKOFF_AT_MOST_MS = 3_600_000;
/** In one process; the rest waits in the store until there is room. */
const AT_ONCE = 20;
/** What waits is read in pages of this many. */
const PAGE = 100;

/** Does what an event asks for. What takes long says now and then that it is still at work. */
export type WebhookWork = (receipt: WebhookReceipt, stillAtWork: () => Promise<void>) => Promise<unknown>;

export interface Delivery {
  readonly shop: string;
  readonly topic: string;
  readonly webhookId: string;
  readonly triggeredAt: Date;
  readonly facts: WebhookFacts;
}

/** Records events before any work, and works on each until it is done, across crashes. */
export class WebhookInbox {
  readonly #model: ReturnType<typeof webhookReceiptModel>;
  readonly #work: WebhookWork;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #running = new Set<Promise<void>>();
  #resuming: Promise<number> | null = null;
  /** An event found no room and lies in the store. */
  #isBehind = false;
  #isClosed = false;

  constructor({ connection, work, clock, log }: { connection: Connection; work: WebhookWork; clock: Clock; log: Log }) {
    this.#model = webhookReceiptModel(connection);
    this.#work = work;
    this.#clock = clock;
    this.#log = log;
  }

  /** True when the event is new. It is on disk when this answers. */
  async record({ shop, topic, webhookId, triggeredAt, facts }: Delivery): Promise<boolean> {
    try {
      await this.#model.create({
        shop,
        topic,
        webhookId,
        triggeredAt,
        receivedAt: this.#clock.now(),
        scopes: [...facts.scopes],
        requestId: facts.requestId,
        orders: [...facts.orders],
        ordersLeftOut: facts.ordersLeftOut,
        leaseUntil: this.#clock.now(), // free to be worked on
      });
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code === 11000) return false;
      throw error;
    }
  }

  /** Starts the work without waiting for it. What finds no room is taken up from the store as soon as there is some. */
  start(event: Pick<Delivery, 'shop' | 'topic' | 'webhookId'>): void {
    if (this.#running.size >= AT_ONCE) {
      this.#isBehind = true;
      return;
    }
    const run = this.#handle(event).catch((error: unknown) => {
      this.#log.error({ err: error, topic: event.topic }, 'webhook work failed; it will be tried again');
    });
    this.#running.add(run);
    void run.finally(() => {
      this.#running.delete(run);
      if (this.#isBehind) this.#catchUp();
    });
  }

  /** What a crash, a failure or a flood left undone, to its end. Called at start and every minute; answers how many. */
  resumeUnhandled(): Promise<number> {
    this.#resuming ??= this.#takeUpAll().finally(() => {
      this.#resuming = null;
    });
    return this.#resuming;
  }

  /** All work that was started has ended. */
  async idle(): Promise<void> {
    while (this.#running.size > 0 || this.#resuming) {
      await Promise.all([...this.#running, this.#resuming?.catch(() => undefined)]);
    }
  }

  /** Takes up nothing more, and ends when what runs has ended. The rest is for another process, or for the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.idle();
  }

  #leaseEnd(): Date {
    return new Date(this.#clock.now().getTime() + LEASE_MS);
  }

  #catchUp(): void {
    if (this.#resuming || this.#isClosed) return;
    this.resumeUnhandled().catch((error: unknown) => {
      this.#log.error({ err: error }, 'what waits could not be read; the next minute tries again');
    });
  }

  async #takeUpAll(): Promise<number> {
    let count = 0;
    for (let isMore = true; isMore && !this.#isClosed;) {
      this.#isBehind = false;
      const left = await this.#waiting();
      for (const event of left) {
        while (this.#running.size >= AT_ONCE) await Promise.race(this.#running);
        if (this.#isClosed) break;
        this.start(event);
        count += 1;
      }
      await Promise.all(this.#running); // done or put off, so that the next page holds others
      isMore = left.length === PAGE || this.#isBehind;
    }
    return count;
  }

  /** The longest waiting first, of all shops alike. */
  #waiting() {
    return this.#model
      .find({ isHandled: false, leaseUntil: trusted({ $lte: this.#clock.now() }) })
      .setOptions({ acrossTenants: 'take up what a crash left undone' })
      .sort({ leaseUntil: 1 })
      .limit(PAGE)
      .lean();
  }

  async #handle({ shop, topic, webhookId }: Pick<Delivery, 'shop' | 'topic' | 'webhookId'>): Promise<void> {
    const now = this.#clock.now();
    const event = { shop, topic, webhookId };
    const receipt = await this.#model
      .findOneAndUpdate(
        { ...event, isHandled: false, leaseUntil: trusted({ $lte: now }) },
        { $set: { leaseUntil: this.#leaseEnd() }, $inc: { attempts: 1 } },
        { returnDocument: 'after' },
      )
      .lean();
    if (!receipt) return; // done, or another is at it
    const stillAtWork = async (): Promise<void> => {
      await this.#model.updateOne({ ...event, isHandled: false }, { $set: { leaseUntil: this.#leaseEnd() } });
    };
    try {
      const outcome = await this.#work(receipt, stillAtWork);
      if (outcome === 'not-confirmed')
        this.#log.warn({ shop, topic }, 'event not confirmed by the shop itself; ignored');
      await this.#model.updateOne(event, { $set: { isHandled: true, handledAt: this.#clock.now() } });
    } catch (error) {
      const backoffMs = Math.min(BACKOFF_AT_MOST_MS, 5_000 * 2 ** Math.min(receipt.attempts, 12));
      await this.#model.updateOne(event, { $set: { leaseUntil: new Date(this.#clock.now().getTime() + backoffMs) } });
      throw error;
    }
  }
}
