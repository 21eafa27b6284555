import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aGstin } from '../../../test/a-gstin.ts';
import { testProduct, type TestProduct } from '../../../test/product.ts';
import { registrationStore, type RegistrationStore } from '../../shop/registrations.ts';
import { taxProfileStore, type TaxProfileStore } from '../../shop/tax-profiles.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { ChangeProfile, ChangeStatedRegistration } from './gst-profile.schema.ts';
import { gstProfileService, type GstProfileService } from './gst-profile.service.ts';

const SHOP = 'marigold.myshopify.com';
const manager: Merchant = { shop: SHOP, userId: '1', role: 'manager' };
const NOTHING = { turnover: null, isUnregistered: null, sellsForOthers: null };
const NOTHING_OF_IT = { scheme: null, filing: null, registeredOn: null, hasBankAccount: null, lutYears: [] };

describe('what may be stated', () => {
  it.each<[unknown, boolean]>([
    [{ turnover: 'to-5-crore' }, true],
    [{ turnover: null, sellsForOthers: true }, true],
    [{}, false],
    [{ turnover: 'a lot' }, false],
    [{ isUnregistered: 'no' }, false],
    [{ turnover: undefined }, false],
  ])('of the business: %j: %j', (change, isGood) => expect(ChangeProfile.safeParse(change).success).toBe(isGood));

  it.each<[unknown, boolean]>([
    [{ scheme: 'composition', filing: null }, true],
    [{ registeredOn: '2017-07-01' }, true],
    [{ registeredOn: '2017-06-30' }, false], // before there was GST
    [{ registeredOn: '2026-02-29' }, false],
    [{ registeredOn: '01/07/2017' }, false],
    [{ lutYears: [] }, true],
    [{ lutYears: ['2026-27', '2025-26'] }, true],
    [{ lutYears: ['2026-27', '2026-27'] }, false],
    [{ lutYears: ['2026-28'] }, false],
    [{ lutYears: ['2099-00'] }, true],
    [{ lutYears: ['2016-17'] }, false],
    [{ lutYears: Array.from({ length: 21 }, (_, year) => `${2017 + year}-${18 + year}`) }, false],
    [{ gstin: aGstin() }, false],
    [{}, false],
  ])('of a registration: %j: %j', (change, isGood) =>
    expect(ChangeStatedRegistration.safeParse(change).success).toBe(isGood),
  );
});

describe('the profile', () => {
  let system: TestProduct;
  let store: TaxProfileStore;
  let registrations: RegistrationStore;
  let service: GstProfileService;
  const began: string[] = [];
  beforeAll(async () => {
    system = await testProduct();
    const parts = { connection: system.store.connection, cipher: system.cipher, clock: system.clock };
    registrations = registrationStore(parts);
    store = taxProfileStore({ ...parts, registrations });
    service = gstProfileService({
      taxProfiles: store,
      lifecycle: { changed: async () => undefined },
      starter: {
        begin: async (_shop, { cause }) => {
          began.push(cause);
          return { started: false, why: 'active' };
        },
      },
      clock: system.clock,
    });
  });
  afterAll(() => system.close());

  it('says nothing before anything was stated', async () => {
    expect(await store.read(SHOP)).toEqual({ ...NOTHING, registrations: [] });
    await registrations.add(SHOP, aGstin(), '1');
    expect(await store.read(SHOP)).toEqual({ ...NOTHING, registrations: [{ gstin: aGstin(), ...NOTHING_OF_IT }] });
  });

  it('keeps what was stated, field by field, and begins a check for each change', async () => {
    const [{ id = '' } = {}] = await registrations.list(SHOP);
    await service.changeBusiness(manager, { turnover: 'to-5-crore' });
    await service.changeBusiness(manager, { sellsForOthers: false });
    await service.changeRegistration(manager, id, { scheme: 'regular', lutYears: ['2026-27'] });
    const stated = await service.changeRegistration(manager, id, { scheme: null, filing: 'quarterly' });
    expect(stated).toEqual({
      turnover: 'to-5-crore',
      isUnregistered: null,
      sellsForOthers: false,
      registrations: [{ gstin: aGstin(), ...NOTHING_OF_IT, filing: 'quarterly', lutYears: ['2026-27'] }],
    });
    expect(new Set(began).size).toBe(4);
  });

  it('loses no change when several come at once', async () => {
    await Promise.all([
      store.changeBusiness(SHOP, { turnover: 'above-10-crore' }),
      store.changeBusiness(SHOP, { isUnregistered: true }),
      store.changeBusiness(SHOP, { sellsForOthers: true }),
    ]);
    expect(await store.read(SHOP)).toMatchObject({
      turnover: 'above-10-crore',
      isUnregistered: true,
      sellsForOthers: true,
    });
  });

  it('knows no registration of another shop, and none that begins tomorrow', async () => {
    const other = await registrations.add('jasmine.myshopify.com', aGstin(), '1');
    await expect(service.changeRegistration(manager, other.id, { scheme: 'regular' })).rejects.toMatchObject({
      status: 404,
    });
    const [{ id = '' } = {}] = await registrations.list(SHOP);
    const tomorrow = new Date(system.clock.now().getTime() + 48 * 60 * 60 * 1000).toISOString().slice(0, 10);
    await expect(service.changeRegistration(manager, id, { registeredOn: tomorrow })).rejects.toMatchObject({
      status: 400,
      fields: { registeredOn: 'in_future' },
    });
  });

  it('forgets what was stated of a registration that was removed', async () => {
    const [{ id = '' } = {}] = await registrations.list(SHOP);
    await registrations.remove(SHOP, id);
    const again = await registrations.add(SHOP, aGstin(), '1');
    expect((await store.read(SHOP)).registrations).toEqual([{ gstin: aGstin(), ...NOTHING_OF_IT }]);
    await service.changeRegistration(manager, again.id, { hasBankAccount: true });
    expect((await store.read(SHOP)).registrations).toEqual([
      { gstin: aGstin(), ...NOTHING_OF_IT, hasBankAccount: true },
    ]);
  });
});
