import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { BeaconBook, BeaconSighting } from '../../core/evidence/scripts.ts';
import { dayInIndia } from '../../core/gst/days.ts';
import type { Clock } from '../clock.ts';
import { beaconSightingModel } from '../models/beacon-sighting.ts';
import { beaconSwitchModel } from '../models/beacon-switch.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import { BEACON_PAGES, type BeaconReport } from './beacon-report.ts';

/** Anybody can read a shop's token off its page and report inventions: these bounds are what that can cost. */
const MOST_SCRIPTS = 500;
const MOST_NEW_A_DAY = 100;
const MOST_ROWS = 500;
/** What told of itself less often is one visitor's own browser, a text that is new each time, or an invention. */
const FEWEST_REPORTS = 3;

export type BeaconStore = ReturnType<typeof beaconStore>;

export interface BeaconSwitch {
  readonly isOn: boolean;
  /** Null: it never was on. */
  readonly round: string | null;
  readonly changedAt: Date | null;
  readonly lastReportAt: Date | null;
}

const NEVER_ON: BeaconSwitch = { isOn: false, round: null, changedAt: null, lastReportAt: null };

/** Which part of a round's token is random. */
export const newRound = (): string => randomBytes(12).toString('base64url');

/** Whether real browsers may report, and what they saw. */
export function beaconStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const switches = beaconSwitchModel(connection);
  const sightings = beaconSightingModel(connection);

  async function state(shop: string): Promise<BeaconSwitch> {
    const record = await switches.findOne({ shop }).lean();
    if (!record) return NEVER_ON;
    const { isOn, round, changedAt, lastReportAt } = record;
    return { isOn, round, changedAt, lastReportAt: lastReportAt ?? null };
  }

  /** Whether one more script may be new today. */
  async function mayAdd(shop: string, today: string): Promise<boolean> {
    await switches.updateOne({ shop, newOn: trusted({ $ne: today }) }, { $set: { newOn: today, newThen: 0 } });
    const counted = await switches.updateOne(
      { shop, newOn: today, newThen: trusted({ $lt: MOST_NEW_A_DAY }) },
      { $inc: { newThen: 1 } },
    );
    return counted.modifiedCount > 0;
  }

  async function add(shop: string, identity: string, page: BeaconReport['page'], now: Date): Promise<void> {
    const pages = { [page]: { firstSeenAt: now, lastSeenAt: now, reports: 1 } };
    try {
      await sightings.create({ shop, identity, lastSeenAt: now, pages });
    } catch (error) {
      if (!duplicateKey(error)) throw error; // two browsers at once: the other one told of it
    }
  }

  /** Keeps what was seen last: real scripts are seen again and again, inventions are not. */
  async function letGo(shop: string): Promise<void> {
    const surplus = (await sightings.countDocuments({ shop })) - MOST_SCRIPTS;
    if (surplus <= 0) return;
    const oldest = await sightings.find({ shop }).sort({ lastSeenAt: 1 }).limit(surplus).lean();
    await sightings.deleteMany({ shop, _id: trusted({ $in: oldest.map(({ _id }) => _id) }) });
  }

  return {
    state,

    /** `round` is the one that the shop's pages carry now. */
    async switchOn(shop: string, round: string, userId: string): Promise<void> {
      const set = { isOn: true, round, changedAt: clock.now(), changedBy: userId };
      const send = () => switches.updateOne({ shop }, { $set: set }, { upsert: true });
      try {
        await send();
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        await send(); // two first ones at once make one
      }
    },

    /** What was seen is forgotten: switched on again it begins anew. */
    async switchOff(shop: string, userId: string): Promise<void> {
      await switches.updateOne({ shop }, { $set: { isOn: false, changedAt: clock.now(), changedBy: userId } });
      await sightings.deleteMany({ shop });
    },

    /** The shop's access ended, and with it our script on its pages. */
    async forget(shop: string): Promise<void> {
      await switches.deleteMany({ shop });
      await sightings.deleteMany({ shop });
    },

    /** Folds one report in. Of scripts that nobody saw before, at most a hundred a day. */
    async keep(shop: string, page: BeaconReport['page'], identities: readonly string[]): Promise<void> {
      const now = clock.now();
      await switches.updateOne({ shop }, { $set: { lastReportAt: now } });
      const wanted = [...new Set(identities)];
      const here = { shop, identity: trusted({ $in: wanted }) };
      const known = new Set((await sightings.find(here).select('identity').lean()).map(({ identity }) => identity));
      if (known.size > 0) {
        const at = `pages.${page}`;
        await sightings.updateMany(here, {
          $set: { lastSeenAt: now, [`${at}.lastSeenAt`]: now },
          $min: { [`${at}.firstSeenAt`]: now },
          $inc: { [`${at}.reports`]: 1 },
        });
      }
      const today = dayInIndia(now.toISOString());
      let hasAdded = false;
      for (const identity of wanted) {
        if (known.has(identity)) continue;
        if (!(await mayAdd(shop, today))) break;
        await add(shop, identity, page, now);
        hasAdded = true;
      }
      if (hasAdded) await letGo(shop);
    },

    /** For evidence: what three reports told of, the newest first, at most five hundred rows; nothing while it is off. */
    async book(shop: string): Promise<BeaconBook> {
      const { isOn } = await state(shop);
      if (!isOn) return { isOn, seen: [] };
      const records = await sightings.find({ shop }).sort({ lastSeenAt: -1, identity: 1 }).limit(MOST_SCRIPTS).lean();
      const seen = records.flatMap(({ identity, pages }) => {
        const rows = BEACON_PAGES.flatMap((pageKind): BeaconSighting[] => {
          const { firstSeenAt, lastSeenAt, reports } = pages?.[pageKind] ?? {};
          if (!firstSeenAt || !lastSeenAt) return [];
          const seenAt = { firstSeenAt: firstSeenAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() };
          return [{ identity, host: hostOf(identity), pageKind, ...seenAt, reports: reports ?? 0 }];
        });
        return rows.reduce((sum, { reports }) => sum + reports, 0) < FEWEST_REPORTS ? [] : rows;
      });
      return { isOn, seen: seen.slice(0, MOST_ROWS) };
    },
  };
}

/** Null: an inline script's hash. */
function hostOf(identity: string): string | null {
  return URL.canParse(identity) ? new URL(identity).hostname : null;
}
