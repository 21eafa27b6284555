import type { Connection } from 'mongoose';
import type { BeaconBook, ScriptBook, ScriptSighting } from '../../core/evidence/scripts.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { scriptSightingModel } from '../models/script-sighting.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { sightingsIn } from './fold-scripts.ts';
import { scriptDecisionStore } from './script-decisions.ts';
import { scriptLog } from './script-log.ts';
import { scriptTextStore } from './script-texts.ts';
import { sightingOf } from './sightings.ts';

export type ScriptSide = ReturnType<typeof scriptSide>;

/** All that is kept of a shop's scripts, wired once for each process. */
export function scriptSide({
  connection,
  cipher,
  beacon,
  clock,
  log,
}: {
  connection: Connection;
  cipher: FieldCipher;
  beacon: { book(shop: string): Promise<BeaconBook> };
  clock: Clock;
  log: Pick<Log, 'warn'>;
}) {
  const model = scriptSightingModel(connection);
  const decisions = scriptDecisionStore({ connection, cipher, clock });
  const events = scriptLog({ connection, cipher, clock });

  async function seen(
    shop: string,
  ): Promise<{ readonly sightings: readonly ScriptSighting[]; readonly comparedAt: Instant | null }> {
    const record = await model.findOne({ shop }).lean();
    const sightings = record ? (await sightingsIn(record.sightingsPacked)).map(sightingOf) : [];
    return { sightings, comparedAt: record?.comparedAt?.toISOString() ?? null };
  }

  /** Texts that were decided on, and those that run now. */
  async function inUse(shop: string): Promise<ReadonlySet<string>> {
    const [decided, { sightings }] = await Promise.all([decisions.list(shop), seen(shop)]);
    const running = sightings.filter(({ goneAt }) => goneAt === null);
    return new Set([...decided, ...running].flatMap(({ hash }) => hash ?? []));
  }

  const texts = scriptTextStore({ connection, cipher, clock, inUse });

  return {
    ...{ decisions, events, texts },

    /** As evidence has it. */
    async book(shop: string): Promise<ScriptBook> {
      const [{ sightings, comparedAt }, decided, told] = await Promise.all([
        seen(shop),
        decisions.list(shop),
        beacon.book(shop),
      ]);
      return { sightings, decisions: decided, lastComparedAt: comparedAt, beacon: told };
    },

    /** For a visit, which a text that cannot be kept must not fail. */
    async keepText(shop: string, script: { readonly hash: string; readonly text: string }): Promise<void> {
      try {
        await texts.keep(shop, script);
      } catch (error) {
        log.warn({ shop, err: error }, 'text of a script not kept');
      }
    },
  };
}
