import { foldNews } from '../../core/notices/fold-news.ts';
import { isWanted } from '../../core/notices/plan.ts';
import type { NoticeRule } from '../../core/notices/rules.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { CapAnswer } from '../notices/mail-caps.ts';
import type { Attempt, Channel, Delivery } from './channel.ts';
import type { Lane } from './hand-out.ts';
import type { Listeners } from './listeners.ts';
import type { Outbox } from './outbox.ts';
import { nextTryAt, RETRY_POLICIES } from './retry-policy.ts';
import { LOCK_MS, type TakenDelivery } from './tries.ts';

/** A way out that says nothing for so long is taken to have failed. Well within the lock. */
const PATIENCE_MS = LOCK_MS / 2;
/** One turn of a shop ends after so many, so that others get theirs. */
const TURN = 25;

export interface DeliverDeps {
  readonly outbox: Outbox;
  readonly channels: readonly Channel[];
  readonly listeners: readonly Listeners[];
  readonly isInstalled: (shop: string) => Promise<boolean>;
  /** Room for one more mail to this reader today. */
  readonly roomFor: (delivery: Delivery) => Promise<CapAnswer>;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1, without 1. */
  readonly chance?: () => number;
  readonly patienceMs?: number;
}

export type Deliver = ReturnType<typeof createDeliver>;

/**
 * Sends what is due in one shop on one way out, one after the other: a receiver that hangs holds up nobody but its own
 * shop's others on the same way. Killed anywhere, it goes on where it was: a message that was sent and not marked is sent
 * again, the same and under the same identity.
 */
export function createDeliver(deps: DeliverDeps) {
  const { outbox, channels, listeners, isInstalled, roomFor, clock, log } = deps;
  const { chance = Math.random, patienceMs = PATIENCE_MS } = deps;
  const channelOf = (name: Lane['channel']) => channels.find((channel) => channel.name === name);

  /** The words to send; a code: it is not to be sent, or not by us. */
  async function words(channel: Channel, taken: TakenDelivery, rule: NoticeRule): Promise<{ body: string } | string> {
    if (taken.body !== null) return { body: taken.body };
    const delivery = asWanted(taken.delivery, rule);
    const tellsNews = delivery.kind === 'alerts' || delivery.kind === 'digest';
    const body = tellsNews && delivery.news.length === 0 ? null : await channel.compose(delivery);
    if (body === null) return 'not-wanted';
    return (await outbox.keepBody(taken, body)) ? { body } : 'taken-over';
  }

  /** False: it waits for another day. */
  async function hasRoom(taken: TakenDelivery): Promise<boolean> {
    const { delivery, isUrgent, countedOn } = taken;
    if (delivery.channel !== 'mail' || isUrgent || countedOn !== null) return true;
    const room = await roomFor(delivery);
    if (room.isFree) return outbox.counted(taken, room.day);
    await outbox.held(taken, room.code, room.until);
    return false;
  }

  async function mark(taken: TakenDelivery, attempt: Attempt): Promise<boolean> {
    if (attempt.outcome === 'sent') return outbox.sent(taken);
    if (attempt.outcome === 'never') return outbox.dropped(taken, attempt.code);
    const { triedSince, delivery } = taken;
    const tries = { triedSince, now: clock.now(), afterMs: attempt.afterMs, chance: chance() };
    const next = nextTryAt(RETRY_POLICIES[delivery.channel], tries);
    return next ? outbox.again(taken, attempt.code, next) : outbox.parked(taken, attempt.code);
  }

  async function attemptOf(channel: Channel, delivery: Delivery, body: string): Promise<Attempt> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<Attempt>((resolve) => {
      timer = setTimeout(resolve, patienceMs, { outcome: 'again', code: 'timed-out' });
    });
    try {
      return await Promise.race([channel.send(delivery, body), tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function tryOne(channel: Channel, taken: TakenDelivery): Promise<void> {
    const { delivery } = taken;
    const { shop, id } = delivery;
    const hearing = await listeners.find((one) => one.channel === channel.name)?.mayHear(delivery);
    if (!hearing?.may) return void (await outbox.dropped(taken, hearing?.code ?? 'switched-off'));
    if (!(await hasRoom(taken))) return;
    const said = await words(channel, taken, hearing.rule);
    if (said === 'taken-over') return;
    if (typeof said === 'string') return void (await outbox.dropped(taken, said));
    const attempt = await attemptOf(channel, delivery, said.body);
    const isMarked = await mark(taken, attempt);
    const code = attempt.outcome === 'sent' ? 'sent' : attempt.code;
    if (!isMarked) log.warn({ shop, delivery: id, code }, 'a late result came too late; another worker took over');
    else if (code !== 'sent') log.warn({ shop, delivery: id, channel: channel.name, code }, 'not delivered');
  }

  return {
    /** One turn: what is due, and no more than so many. The sweep brings the shop back for the rest. */
    async run({ shop, channel: name }: Lane): Promise<void> {
      const channel = channelOf(name);
      for (let count = 0; channel && count < TURN; count += 1) {
        const taken = await outbox.take(shop, name);
        if (!taken) return;
        if (!(await isInstalled(shop))) {
          await outbox.dropped(taken, 'uninstalled');
          continue;
        }
        try {
          await tryOne(channel, taken);
        } catch (error) {
          log.error({ err: error, shop, delivery: taken.delivery.id }, 'a delivery broke off; it is tried again');
          await mark(taken, { outcome: 'again', code: 'internal' });
        }
      }
    },
  };
}

/** What the reader's rule asks for now; wishes may have changed since the delivery was planned. */
function asWanted(delivery: Delivery, rule: NoticeRule): Delivery {
  return { ...delivery, news: foldNews(delivery.news).filter((news) => isWanted(news, rule)) };
}
