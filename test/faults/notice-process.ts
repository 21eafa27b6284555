/**
 * A worker that hands news out and sends them, as a process of its own. The drill kills it. Each message that leaves is a
 * line of the file ARRIVALS, written to disk before the way out says so, as a receiver would. Reads STORE_URI, REDIS_URL,
 * KEY_RING, ARRIVALS, and THINK_MS: how long the way out takes before and after.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_RULE } from '../../core/notices/rules.ts';
import { systemClock } from '../../server/clock.ts';
import { createLog } from '../../server/log.ts';
import type { Channel } from '../../server/outbox/channel.ts';
import { noticeSide } from '../../server/outbox/notice-side.ts';
import { createOutbox } from '../../server/outbox/outbox.ts';
import { connectStore } from '../../server/store/connect.ts';
import { DataKeys } from '../../server/store/data-keys.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { KeyRing } from '../../server/store/key-ring.ts';

const { STORE_URI = '', REDIS_URL = '', KEY_RING = '', ARRIVALS = '', THINK_MS = '0', AHEAD_MS = '0' } = process.env;
const thinkMs = Number(THINK_MS);
const clock = { now: () => new Date(systemClock.now().getTime() + Number(AHEAD_MS)) };
const connection = await connectStore({ uri: STORE_URI });
const cipher = createFieldCipher(new DataKeys({ connection, ring: KeyRing.parse(KEY_RING), clock }));
const mail: Channel = {
  name: 'mail',
  async compose({ news }) {
    await sleep(thinkMs);
    // By chance, so that words composed twice would show.
    return JSON.stringify({ told: news.map(({ fingerprint }) => fingerprint), by: Math.random() });
  },
  async send({ shop, identity }, body) {
    await sleep(thinkMs);
    appendFileSync(ARRIVALS, `${JSON.stringify({ shop, identity, body })}\n`);
    await sleep(thinkMs);
    return { outcome: 'sent' };
  },
};
const log = createLog({ level: 'info' });
const side = noticeSide({
  ...{
    connection,
    redisUrl: REDIS_URL,
    outbox: createOutbox({ connection, cipher, clock }),
    channels: [mail],
    clock,
    log,
  },
  listeners: [
    {
      channel: 'mail',
      list: async () => ['r1', 'r2', 'r3'].map((id) => ({ id, rule: DEFAULT_RULE })),
      mayHear: async () => ({ may: true, rule: DEFAULT_RULE }),
    },
  ],
  quietHoursOf: async () => null,
  isInstalled: async () => true,
  roomFor: async () => ({ isFree: true, day: '2026-11-23' }),
  accessReaders: async () => [],
});
side.startWorker({ stalledMs: 1_000 });
await side.sweep();
setInterval(() => void side.sweep().catch((error: unknown) => log.warn({ err: error }, 'sweep failed')), 300);
process.stdout.write('working\n');
