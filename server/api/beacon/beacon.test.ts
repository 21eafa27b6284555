import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Denied, fakeAdmin, shopAnswers, type AdminAnswers } from '../../../test/fake-admin.ts';
import { testClock } from '../../../test/product.ts';
import { openTestStore, type TestStore } from '../../../test/store.ts';
import { beaconIntake, type BeaconIntake } from '../../beacon/beacon-intake.ts';
import { beaconPublisher, type BeaconAddress } from '../../beacon/beacon-publisher.ts';
import { NotPublishedError, ownMetafields } from '../../metafields/own-metafields.ts';
import { beaconStore, type BeaconStore } from '../../beacon/beacon-store.ts';
import { beaconTokens } from '../../beacon/beacon-token.ts';
import { ForbiddenError } from '../../errors.ts';
import { AdminUnreachableError, EvidenceShapeError } from '../../shopify/admin-errors.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { ensureIndexes } from '../../store/connect.ts';
import { KeyRing } from '../../store/key-ring.ts';
import { beaconService, type BeaconService } from './beacon.service.ts';

const SHOP = 'marigold.myshopify.com';
const OWNER: Merchant = { shop: SHOP, userId: '1001', role: 'owner' };
const OWNER_ID = 'gid://shopify/AppInstallation/1';
const tokens = beaconTokens(KeyRing.parse(`test:${randomBytes(32).toString('base64')}`));
const clock = testClock();
const begun: string[] = [];
/** What Shopify holds: the value of the app's metafield. */
let held: string | null = null;
let answers: AdminAnswers;
let store: TestStore;
let beacon: BeaconStore;
let intake: BeaconIntake;
let service: BeaconService;

beforeAll(async () => {
  store = await openTestStore();
  beacon = beaconStore({ connection: store.connection, clock });
  intake = beaconIntake({ store: beacon, tokens, ownHosts: async () => [], clock });
  service = beaconService({
    ...{ store: beacon, intake, tokens, clock },
    publisher: beaconPublisher({ metafields: ownMetafields({ adminFor: () => fakeAdmin(answers) }) }),
    ...{ appUrl: 'https://prahari.example', clientId: 'client-1' },
    lifecycle: { changed: async () => undefined },
    starter: {
      async begin(shop, { cause }) {
        begun.push(`${shop} ${cause.split(':')[0]}`);
        return { started: true, scan: null as never };
      },
    },
  });
  await ensureIndexes(store.connection);
});
afterAll(() => store.close());
beforeEach(async () => {
  await beacon.forget(SHOP);
  intake.forget(SHOP);
  clock.pass(60_000);
  begun.length = 0;
  held = null;
  answers = {
    ...shopAnswers(),
    SetMetafields({ metafields }) {
      const [field] = metafields as Record<string, string>[];
      expect(field).toMatchObject({ ownerId: OWNER_ID, namespace: 'prahari', key: 'beacon', type: 'json' });
      held = field?.['value'] ?? null;
      return { metafieldsSet: { metafields: [{ id: 'gid://shopify/Metafield/1' }], userErrors: [] } };
    },
    ClearMetafields({ metafields }) {
      expect(metafields).toEqual([{ ownerId: OWNER_ID, namespace: 'prahari', key: 'beacon' }]);
      const deleted = held === null ? null : { key: 'beacon' };
      held = null;
      return { metafieldsDelete: { deletedMetafields: [deleted], userErrors: [] } };
    },
  };
});

const published = () => JSON.parse(held ?? 'null') as BeaconAddress;
const send = (token: string) =>
  intake.take({ token, page: 'home', scripts: ['https://cdn.reviews.example/x.js'], inline: [] });
const refusal = { field: ['metafields', '0', 'value'], message: 'Value is invalid JSON.', code: 'INVALID_VALUE' };

describe('the switch', () => {
  it('is off at first, and says where the merchant switches the block on', async () => {
    expect(await service.read({ ...OWNER, role: 'viewer' })).toEqual({
      isOn: false,
      changedAt: null,
      lastReportAt: null,
      editorUrl: `https://${SHOP}/admin/themes/current/editor?context=apps&activateAppId=client-1/script-beacon`,
    });
  });

  it('tells the pages where to report and by which token, and a check follows', async () => {
    expect(await service.change(OWNER, true)).toMatchObject({ isOn: true, lastReportAt: null });
    expect(published().url).toBe('https://prahari.example/beacon');
    expect(tokens.read(published().token)?.shop).toBe(SHOP);
    expect(begun).toEqual([`${SHOP} beacon`]);
    expect(await send(published().token)).toBe('kept');
    expect((await service.read(OWNER)).lastReportAt).not.toBeNull();
  });

  it('counts no report of before once it was switched off, nor after on again', async () => {
    await service.change(OWNER, true);
    const { token } = published();
    expect(await service.change(OWNER, false)).toMatchObject({ isOn: false, lastReportAt: null });
    expect(held).toBeNull();
    expect(await send(token)).toBe('off');
    await service.change(OWNER, true);
    expect(published().token).not.toBe(token);
    expect(await send(token)).toBe('off');
    expect(await send(published().token)).toBe('kept');
  });

  it('may be put off twice', async () => {
    await service.change(OWNER, false);
    expect(await service.change(OWNER, false)).toMatchObject({ isOn: false });
  });

  it.each(['manager', 'viewer'] as const)('is not for a %s', async (role) => {
    for (const isOn of [true, false]) {
      await expect(service.change({ ...OWNER, role }, isOn)).rejects.toThrow(ForbiddenError);
    }
    expect([held, begun]).toEqual([null, []]);
  });
});

describe('when Shopify does not take it over', () => {
  it.each([
    ['a refusal', () => ({ metafieldsSet: { metafields: null, userErrors: [refusal] } }), NotPublishedError],
    ['a denial', () => new Denied('metafieldsSet'), NotPublishedError],
    ['nothing', () => ({ metafieldsSet: null }), EvidenceShapeError],
    ['another shape', () => ({ metafieldsSet: { userErrors: 'none' } }), EvidenceShapeError],
    ['silence', () => Promise.reject(new AdminUnreachableError()), AdminUnreachableError],
  ])('%s: it stays off', async (_what, answer, error) => {
    answers['SetMetafields'] = answer;
    const failed = service.change(OWNER, true);
    await expect(failed).rejects.toThrow(error);
    await expect(failed).rejects.not.toThrow(/prahari\.example|AAAA|INVALID_VALUE/);
    expect(await service.read(OWNER)).toMatchObject({ isOn: false, changedAt: null });
    expect(begun).toEqual([]);
  });

  it('off counts at once, and may be asked for again', async () => {
    await service.change(OWNER, true);
    const { token } = published();
    const clear = answers['ClearMetafields'];
    answers['ClearMetafields'] = () => Promise.reject(new AdminUnreachableError());
    await expect(service.change(OWNER, false)).rejects.toThrow(AdminUnreachableError);
    expect(await service.read(OWNER)).toMatchObject({ isOn: false });
    expect(await send(token)).toBe('off');
    if (clear) answers['ClearMetafields'] = clear;
    await service.change(OWNER, false);
    expect(held).toBeNull();
  });
});
