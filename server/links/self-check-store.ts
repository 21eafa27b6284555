import type { Connection } from 'mongoose';
import type { DeviceReport, KeptSelfCheck, PasswordVerdict } from '../../core/api/self-check.ts';
import type { PasswordSelfCheck } from '../../core/evidence/attestations.ts';
import type { Clock } from '../clock.ts';
import { selfCheckModel, type SelfCheckRecord } from '../models/self-check.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import type { StaffLink } from './staff-links.ts';

const MOST_RESULTS = 20_000;

export type KeptOfPerson = KeptSelfCheck & { readonly personId: string };
export type SelfCheckStore = ReturnType<typeof selfCheckStore>;

/** What people's own browsers told. */
export function selfCheckStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = selfCheckModel(connection);

  /** The first that comes is kept; what comes again is answered with it. */
  async function keep({ shop, personId, purpose, attempt }: StaffLink, fields: object): Promise<KeptSelfCheck> {
    try {
      await model.updateOne(
        { shop, attempt },
        { $setOnInsert: { personId, purpose, checkedAt: clock.now(), ...fields } },
        { upsert: true },
      );
    } catch (error) {
      if (!duplicateKey(error)) throw error; // both came at once, and the other was faster
    }
    return keptOf(await model.findOne({ shop, attempt }).lean().orFail());
  }

  return {
    keepPassword: (link: StaffLink, { isBreached, ...verdict }: PasswordVerdict): Promise<KeptSelfCheck> =>
      keep(link, { ...verdict, ...(isBreached !== null && { isBreached }) }),

    keepDevice: (link: StaffLink, { browser, operatingSystem, answers }: DeviceReport): Promise<KeptSelfCheck> =>
      keep(link, {
        ...answers,
        ...(browser && { browserName: browser.name, browserVersion: browser.majorVersion }),
        ...(operatingSystem && { operatingSystem }),
      }),

    /** The newest of each person and purpose, newest first. */
    async newest(shop: string): Promise<KeptOfPerson[]> {
      const records = await model.find({ shop }).sort({ checkedAt: -1 }).limit(MOST_RESULTS).lean();
      const newest = new Map<string, SelfCheckRecord>();
      for (const record of records) {
        const key = `${record.purpose} ${record.personId}`;
        if (!newest.has(key)) newest.set(key, record);
      }
      return [...newest.values()].map((record) => ({ personId: record.personId, ...keptOf(record) }));
    },

    /** Two people turned out to be one. */
    async move(shop: string, from: string, into: string): Promise<void> {
      await model.updateMany({ shop, personId: from }, { $set: { personId: into } });
    },

    async forget(shop: string, personId: string): Promise<void> {
      await model.deleteMany({ shop, personId });
    },
  };
}

/** Every field that its purpose needs was written with the record. */
function keptOf(record: SelfCheckRecord): KeptSelfCheck {
  const checkedAt = record.checkedAt.toISOString();
  if (record.purpose === 'password') {
    return {
      purpose: 'password',
      checkedAt,
      score: record.score as PasswordSelfCheck['score'],
      lengthClass: record.lengthClass ?? 'under-8',
      isBreached: record.isBreached ?? null,
      engineVersion: record.engineVersion ?? '',
    };
  }
  const { browserName, browserVersion } = record;
  return {
    purpose: 'device',
    checkedAt,
    browser: browserName && browserVersion != null ? { name: browserName, majorVersion: browserVersion } : null,
    operatingSystem: record.operatingSystem ?? null,
    answers: {
      diskEncryption: record.diskEncryption ?? 'unsure',
      screenLock: record.screenLock ?? 'unsure',
      systemUpdates: record.systemUpdates ?? 'unsure',
      antiMalware: record.antiMalware ?? 'unsure',
    },
  };
}
