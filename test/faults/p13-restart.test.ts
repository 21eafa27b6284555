import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { aDataRequest, eventSender } from './event-sender.ts';
import { CLEAN_SHOP, MerchantCalls, PLANTED_SHOP } from './merchant-calls.ts';

const CALLERS = 12;
const EVENTS = 60;
/** Answers that each caller may still get after the signal: it takes a moment to arrive. */
const LAST_ANSWERS = 25;

/** What became of one request: its status, "refused" when nobody listened, "cut" when it broke off after it was sent. */
type Fate = number | 'refused' | 'cut';

describe('P13: a rolling restart', () => {
  let system: System;
  let planted: MerchantCalls;
  let clean: MerchantCalls;

  beforeAll(async () => {
    system = await startSystem();
    planted = new MerchantCalls(system, PLANTED_SHOP);
    clean = new MerchantCalls(system, CLEAN_SHOP);
    await planted.install();
    await planted.scanEnded();
  }, 60_000);
  afterAll(() => system?.stop());

  it('of the web role cuts no request that it took, and ends though callers keep their connections', async () => {
    const token = await planted.sessionToken();
    const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
    const fates: Fate[] = [];
    const caller = async (): Promise<void> => {
      for (let fate: Fate = 0; fate !== 'refused'; fates.push(fate)) fate = await call(agent, token);
    };
    const calling = Promise.all(Array.from({ length: CALLERS }, caller));
    const events = Array.from({ length: EVENTS }, (_, n) => aDataRequest(PLANTED_SHOP, n));
    const delivering = Promise.all(events.map((event) => eventSender(system).deliver(event)));
    await until('requests are answered', async () => fates.length > CALLERS);
    const before = fates.length;
    system.signal('web', 'SIGTERM');
    expect(await system.ended('web')).toBe(0);
    await calling;
    await system.start('web');
    const tries = await delivering;
    agent.destroy();

    expect(fates.filter((fate) => fate === 'cut')).toEqual([]);
    expect(fates.length - before).toBeLessThan(LAST_ANSWERS * CALLERS);
    expect([...new Set(fates)].filter((fate) => fate !== 200 && fate !== 429 && fate !== 'refused')).toEqual([]);
    expect(tries.map((statuses) => statuses.at(-1))).toEqual(events.map(() => 200));
    expect(system.wordsOf('web')).not.toContain('"level":"error"');
  }, 60_000);

  it('of the worker role in the middle of a check: it ends well, and the check ends as if nothing had been', async () => {
    await clean.faults({ slowMs: 700 });
    await clean.install();
    await until('the check has begun', async () => (await clean.home()).scan?.state === 'collecting');
    system.signal('worker', 'SIGTERM');
    expect(await system.ended('worker')).toBe(0);
    await system.start('worker');
    const scan = await clean.scanEnded(60_000);
    await clean.faults({ slowMs: 0 });
    expect(scan.state).toBe('done');
    const missing = scan.collectors.filter(({ state }) => state !== 'collected').map(({ kind }) => kind);
    expect(missing).toEqual([
      'registry',
      'orders',
      'companyBuyers',
      'catalogue',
      'people',
      'dataSample',
      'themeBaseline',
    ]); // nobody allowed or connected these
    // What nobody entered yet: a registration, and a word on the apps that are known by name.
    expect((await clean.alerts()).map(({ checkId }) => checkId).toSorted()).toEqual([
      'gst/registration-present',
      'security/script-owners',
      'security/vendor-register',
    ]);
  }, 90_000);

  function call(agent: Agent, token: string): Promise<Fate> {
    return new Promise((resolve) => {
      let isSent = false;
      const sent = request(`${system.appUrl}/api/home`, { agent, headers: { Authorization: `Bearer ${token}` } });
      sent.on('response', (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
        answer.on('error', () => resolve('cut'));
      });
      sent.on('finish', () => (isSent = true));
      // An idle connection that is closed at the same moment was not taken; the caller sends again.
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') resolve('refused');
        else if (sent.reusedSocket && error.code === 'ECONNRESET')
          void sleep(10)
            .then(() => call(agent, token))
            .then(resolve);
        else resolve(isSent ? 'cut' : 'refused');
      });
      sent.end();
    });
  }
});
