import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { LOOK_UP_SERVICES, type LookUpService } from '../../core/evidence/registry.ts';
import { LOOK_UP_ADAPTERS } from '../../server/verify/index.ts';
import { createGuardedFetch } from '../../server/http/guarded-fetch.ts';
import { serviceClient } from '../../server/verify/service-client.ts';
import { NotKnown } from '../../server/verify/service.ts';
import { sandboxKey } from '../../test/look-up-services.ts';
import type { Sandbox } from '../start.ts';
import { CLEAN, PLANTED, testSandbox } from '../testing/test-sandbox.ts';
import { cleanRegistry, registryOf } from './registry-state.ts';
import { filedReturns } from './filed-returns.ts';

const GSTIN = '27AAPFU0939F1ZV';

let sandbox: Sandbox;
let guardedFetch: ReturnType<typeof createGuardedFetch>;
beforeAll(async () => {
  sandbox = await testSandbox();
  const [host = '', port = ''] = sandbox.connectTo.split(':');
  guardedFetch = createGuardedFetch({ connectTo: { host, port: Number(port) }, caFile: sandbox.caFile });
});
afterAll(async () => {
  await guardedFetch.close();
  await sandbox.close();
});
beforeEach(() => control(CLEAN, { fault: null, status: 'Active' }));

/** As the product asks: through the guarded fetch, by the service's own name. */
async function ask(service: LookUpService, handle: string, gstin = GSTIN, isTestMode = false): Promise<unknown> {
  let token: string | null = null;
  const client = serviceClient({
    ...{
      adapter: LOOK_UP_ADAPTERS[service],
      isTestMode,
      credentials: sandboxKey(service, handle),
      guardedFetch,
    },
    session: {
      read: async () => token,
      keep: async (kept) => void (token = kept),
      forget: async () => void (token = null),
    },
    ...{ spend: async () => true, turn: async () => undefined, now: () => sandbox.clock.now() },
  });
  try {
    const answer = await LOOK_UP_ADAPTERS[service].lookUp(gstin, client);
    return answer.kind === 'known' ? answer.record : answer.kind;
  } catch (error) {
    if (error instanceof NotKnown) return error.reason;
    throw error;
  }
}

async function control(domain: string, change: object): Promise<number> {
  const answer = await fetch(`${sandbox.adminUrl}/sandbox/shops/${domain}/registry`, {
    method: 'POST',
    body: JSON.stringify(change),
    headers: { 'Content-Type': 'application/json' },
  });
  return answer.status;
}

describe.each(LOOK_UP_SERVICES)('%s', (service) => {
  it('answers under its own names, live and test, for the shop whose key it is', async () => {
    const clean = { legalName: 'Meera Invented', tradeName: 'Saaf Dukaan (invented)' };
    expect(await ask(service, 'saaf-dukaan')).toMatchObject(clean);
    expect(await ask(service, 'saaf-dukaan', GSTIN, true)).toMatchObject(clean);
    expect(await ask(service, 'vastra-niketan')).toMatchObject({ tradeName: 'Vastra Niketan (invented)' });
  });

  it('knows no number of another State, and no key of a stranger', async () => {
    expect(await ask(service, 'saaf-dukaan', '29AAAAA0000A1ZY')).toBe('not-found');
    expect(await ask(service, 'nobody')).toBe('key-refused');
  });

  it.each([
    ['html', 'unexpected-shape'],
    ['truncated', 'unexpected-shape'],
    ['huge', 'unexpected-shape'],
    ['other-number', 'unexpected-shape'],
    ['limited', 'limited'],
    ['payment', 'payment-needed'],
    ['key-refused', 'key-refused'],
    ['source-down', service === 'cleartax' ? 'unreachable' : 'source-down'],
  ])('misbehaves with %s', async (fault, reason) => {
    expect(await control(CLEAN, { fault })).toBe(200);
    expect(await ask(service, 'saaf-dukaan')).toBe(reason);
  });
});

it('answers numbers of the services’ documentation on their test hosts alone', async () => {
  expect(await ask('setu', 'saaf-dukaan', '27AAICB3918J1CT', true)).toMatchObject({ legalName: 'Meera Invented' });
  expect(await ask('setu', 'saaf-dukaan', '27AAICB3918J1CT')).toBe('not-found');
  expect(await ask('sandbox-co-in', 'saaf-dukaan', '33DMOPD7318K1ZT', true)).toMatchObject({ status: 'active' });
  expect(await ask('sandbox-co-in', 'saaf-dukaan', '34ACXP00001E0Z0', true)).toBe('not-supported');
  expect(await ask('sandbox-co-in', 'saaf-dukaan', '07CQZCD1111I4Z7', true)).toBe('not-found');
});

describe('the registry', () => {
  it('differs between the shops: one is suspended, its showroom missing', async () => {
    expect(await ask('setu', 'vastra-niketan')).toMatchObject({ status: 'suspended', principal: { pin: '400001' } });
    expect(await ask('setu', 'saaf-dukaan')).toMatchObject({
      status: 'active',
      taxpayerKind: 'regular',
      constitution: 'Partnership', // as the fourth letter of its PAN says
      principal: { pin: '400013', stateCode: '27' },
      additional: [{ pin: '421302' }, { pin: '440010' }],
    });
    expect(sandbox.shops.find(({ domain }) => domain === PLANTED)?.registry?.unfiledMonths).toBe(1);
  });

  it('changes by its switches, and refuses what it does not know', async () => {
    expect(await control(CLEAN, { status: 'Cancelled suo-moto' })).toBe(200);
    expect(await ask('cashfree', 'saaf-dukaan')).toMatchObject({ status: 'cancelled' });
    expect(await control(CLEAN, { fault: 'flood' })).toBe(400);
    expect(await control(CLEAN, { pan: 'AAAPZ1234C' })).toBe(400);
    expect(await control('nobody.myshopify.com', { fault: null })).toBe(404);
  });
});

describe('filed returns', () => {
  const periods = (now: string, over = {}, year = '2026-27') =>
    filedReturns({ ...cleanRegistry('x'), ...over }, year, now).map(({ rtntype, ret_prd }) => `${rtntype} ${ret_prd}`);

  it.each([
    ['2026-11-08T06:30:00Z', ['GSTR1 092026', 'GSTR3B 092026']],
    ['2026-11-09T06:30:00Z', ['GSTR1 102026', 'GSTR1 092026', 'GSTR3B 092026']],
    ['2026-11-18T06:30:00Z', ['GSTR1 102026', 'GSTR3B 102026', 'GSTR1 092026']],
  ])('at %s begin with %j', (now, first) => expect(periods(now).slice(0, 3).slice(0, first.length)).toEqual(first));

  it('stand in their year of filing', () => {
    expect(periods('2026-04-20T06:30:00Z')).toEqual(['GSTR1 032026', 'GSTR3B 032026']);
    expect(periods('2026-04-20T06:30:00Z', {}, '2025-26')).not.toContain('GSTR1 032026');
  });

  it('miss the newest due months that were not filed', () => {
    expect(periods('2026-11-22T06:30:00Z', { unfiledMonths: 1 })[0]).toBe('GSTR1 092026');
    expect(periods('2026-11-22T06:30:00Z', { unfiledMonths: 2 })[0]).toBe('GSTR1 082026');
  });

  it('are quarterly statements under composition', () => {
    const all = periods('2026-11-22T06:30:00Z', { taxpayerType: 'Composition' });
    expect(all).toEqual(['CMP08 092026', 'CMP08 062026', 'CMP08 032026']);
  });
});

it('keeps a shop’s registry with its state', () => {
  const shop = sandbox.shops.find(({ domain }) => domain === CLEAN);
  expect(shop && registryOf(shop)).toBe(shop?.registry);
});
