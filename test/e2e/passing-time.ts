import type { Connection } from 'mongoose';
import type { RhythmBoard } from '../../core/api/rhythm.ts';
import { alertNewsModel } from '../../server/models/alert-news.ts';
import { deliveryModel } from '../../server/models/delivery.ts';
import { scanModel } from '../../server/models/scan.ts';
import { trusted } from '../../server/store/connect.ts';
import type { System } from '../system.ts';
import { until } from '../until.ts';
import type { MerchantDriver } from './merchant.ts';

const SETTLES_WITHIN_MS = 90_000;
/** What becomes due within so much of something else is waited for with it. */
const TOGETHER_MS = 30_000;

/**
 * Lets weeks pass: the clock goes from one moment at which something is due to the next, and stands until all that was
 * due then is done. So each thing happens at its own hour, as it would if somebody waited.
 */
export class PassingTime {
  readonly #system: System;
  readonly #merchant: MerchantDriver;
  readonly #connection: Connection;

  constructor(system: System, merchant: MerchantDriver, connection: Connection) {
    this.#system = system;
    this.#merchant = merchant;
    this.#connection = connection;
  }

  async now(): Promise<Date> {
    const { now } = (await this.#system.control('GET', '/sandbox/clock')) as { now: string };
    return new Date(now);
  }

  /** Straight to a moment, before there is anybody for whom something could be due. */
  async leapTo(moment: Date): Promise<void> {
    const byMs = Math.ceil(Number(moment) - Number(await this.now()));
    if (byMs > 0) await this.#system.control('POST', '/sandbox/clock', { byMs });
  }

  /** Until a moment, with all that is due before it. */
  async to(moment: Date): Promise<void> {
    for (;;) {
      await this.settled();
      const now = await this.now();
      const due = (await this.#dueMoments()).filter((at) => at > now && at < moment);
      const next = due.length > 0 ? new Date(Math.min(...due.map(Number)) + TOGETHER_MS) : moment;
      await this.leapTo(next < moment ? next : moment);
      if (due.length === 0) break;
    }
    await this.settled();
  }

  /** Waits until nothing is due, nothing goes on, and everybody was told. */
  async settled(): Promise<void> {
    await until('all that is due is done', () => this.#isSettled(), SETTLES_WITHIN_MS);
  }

  async #isSettled(): Promise<boolean> {
    const { shop } = this.#merchant;
    const now = await this.now();
    const isDone = async () =>
      !(await scanModel(this.#connection).exists({ shop, active: true })) &&
      !(await alertNewsModel(this.#connection).exists({ shop, isHandedOut: false })) &&
      !(await deliveryModel(this.#connection).exists({
        shop,
        state: 'waiting',
        nextTryAt: trusted({ $lte: now }),
      })) &&
      (await this.#rows()).every(({ nextAt }) => nextAt === null || new Date(nextAt) > now);
    return (await isDone()) && (await isDone());
  }

  async #rows(): Promise<RhythmBoard['rows']> {
    const answer = await this.#merchant.api('GET', '/api/rhythm');
    if (!answer.ok) throw new Error(`GET /api/rhythm answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as RhythmBoard).rows;
  }

  async #dueMoments(): Promise<Date[]> {
    const waiting = await deliveryModel(this.#connection)
      .find({ shop: this.#merchant.shop, state: 'waiting' }, { nextTryAt: 1 })
      .lean();
    const rows = await this.#rows();
    return [
      ...rows.flatMap(({ nextAt }) => (nextAt === null ? [] : [new Date(nextAt)])),
      ...waiting.map(({ nextTryAt }) => nextTryAt),
    ];
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** India is five and a half hours ahead, summer and winter. */
const INDIA_AHEAD_MS = 5.5 * 60 * 60 * 1000;

/** The next moment after `after` at that hour and weekday in India; 0 is Sunday. */
export function nextInIndia(after: Date, weekday: number, hour: number): Date {
  const local = new Date(after.getTime() + INDIA_AHEAD_MS);
  const day = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  for (let ahead = 0; ; ahead += 1) {
    const at = new Date(day + ahead * DAY_MS + hour * 60 * 60 * 1000 - INDIA_AHEAD_MS);
    const isThatDay = new Date(at.getTime() + INDIA_AHEAD_MS).getUTCDay() === weekday;
    if (isThatDay && at > after) return at;
  }
}

/** Minutes since midnight in India. */
export function minuteInIndia(at: Date): number {
  const local = new Date(at.getTime() + INDIA_AHEAD_MS);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}
