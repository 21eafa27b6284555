import { Redis } from 'ioredis';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { redisOptions } from '../redis.ts';
import { sharedBudget, type SharedBudget } from './shared-budget.ts';

const MINUTE_MS = 60_000;
/** Checks that the sweep begins in a minute, over all shops and workers: a missed hour is worked off, not thrown at Shopify. */
export const SCANS_A_MINUTE = 250;
/** Of one shop in an hour: an app that changes something every minute does not have everything read every minute. */
export const SCANS_A_SHOP_AND_HOUR = 30;
/** Short questions to Shopify (the theme's checksums, whether a frozen shop is open) in a minute, over all shops. */
export const LOOKS_A_MINUTE = 600;
/** Calls to one look-up service for one shop, and for all shops together. No service publishes a limit: these are ours. */
const CALLS_OF_A_SHOP = { points: 5, spanMs: 5_000 };
const CALLS_OF_A_SERVICE = { points: 600, spanMs: MINUTE_MS };
const ALL = 'all';

/** What holds work back, shared by all workers. A budget only delays: what is due stands in Mongo. */
export interface Budgets {
  readonly scans: SharedBudget;
  readonly scansOfShop: SharedBudget;
  readonly looks: SharedBudget;
  /** How long one call to a look-up service must still wait; 0 takes the turn. */
  callWaitMs(shop: string, service: string): Promise<number>;
  /** One more, kept in the same way: what others may ask of us. */
  more(name: string, limits: { points: number; spanMs: number }): SharedBudget;
  close(): void;
}

/** `whose` of budgets that all shops share. */
export const EVERYBODY = ALL;

export function createBudgets({ redisUrl, clock, log }: { redisUrl: string; clock: Clock; log: Log }): Budgets {
  const redis = new Redis({
    ...redisOptions(redisUrl),
    enableOfflineQueue: false, // who asks is answered from memory instead
    maxRetriesPerRequest: 0,
    commandTimeout: 1_000,
  });
  redis.on('error', (error) => log.debug({ err: error }, 'budgets are kept in memory until redis answers'));
  const budget = (name: string, limits: { points: number; spanMs: number }) =>
    sharedBudget({ redis, name, ...limits, clock });
  const ofShop = budget('calls', CALLS_OF_A_SHOP);
  const ofService = budget('calls', CALLS_OF_A_SERVICE);

  return {
    scans: budget('scans', { points: SCANS_A_MINUTE, spanMs: MINUTE_MS }),
    scansOfShop: budget('scans', { points: SCANS_A_SHOP_AND_HOUR, spanMs: 60 * MINUTE_MS }),
    looks: budget('looks', { points: LOOKS_A_MINUTE, spanMs: MINUTE_MS }),
    async callWaitMs(shop, service) {
      const until = (await ofShop.take(`${shop}:${service}`)) ?? (await ofService.take(service));
      return until === null ? 0 : Math.max(1, until.getTime() - clock.now().getTime());
    },
    more: budget,
    close: () => redis.disconnect(),
  };
}
