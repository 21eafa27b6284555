import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SellerDisclosure } from '../../../core/api/seller-disclosure.ts';
import type { RegistryEntry } from '../../../core/evidence/registry.ts';
import { aGstin } from '../../../test/a-gstin.ts';
import { Denied, fakeAdmin, shopAnswers, type AdminAnswers } from '../../../test/fake-admin.ts';
import { aRegistryEntry } from '../../../test/gst-factories.ts';
import { stoppedClock } from '../../../test/stopped-clock.ts';
import { sellerDisclosure } from '../../disclosure/seller-disclosure.ts';
import { ForbiddenError } from '../../errors.ts';
import { NotPublishedError, ownMetafields } from '../../metafields/own-metafields.ts';
import { NewSellerDisclosure, SellerDisclosureAnswer } from './seller-disclosure.schema.ts';
import { sellerDisclosureService } from './seller-disclosure.service.ts';

const SHOP = 'marigold.myshopify.com';
const EDITOR = `https://${SHOP}/admin/themes/current/editor`;
const OWNER = { shop: SHOP, userId: '1', role: 'owner' } as const;
const SHOWN: SellerDisclosure = {
  legalName: 'Marigold Crafts Private Limited',
  gstin: aGstin(),
  address: '12 Invented Road\nPune 411001',
  email: 'care@marigold.example',
  phone: '+91 20 0000 0000',
  officerName: 'Nobody Invented',
  officerTitle: 'Grievance officer',
  officerEmail: 'officer@marigold.example',
  officerPhone: '+91 20 0000 0001',
};
interface Field {
  readonly ownerId: string;
  readonly namespace: string;
  readonly key: string;
  readonly value?: string;
}

const clock = stoppedClock('2026-11-23T06:30:00Z');
let held: Map<string, string>;
let answers: AdminAnswers;
let entries: RegistryEntry[];

function lab() {
  const adminFor = () => fakeAdmin(answers);
  const metafields = ownMetafields({ adminFor });
  const registry = { entries: async () => entries };
  const disclosure = sellerDisclosure({ metafields, adminFor, registry, clock });
  const registrations = { list: async () => [{ id: 'r', gstin: aGstin() }] as never };
  return {
    disclosure,
    service: sellerDisclosureService({ disclosure, registrations, registry, clientId: 'client-1' }),
  };
}

beforeEach(() => {
  held = new Map();
  entries = [];
  const placeOf = ({ ownerId, namespace, key }: Field) => `${ownerId} ${namespace}.${key}`;
  answers = {
    ...shopAnswers(),
    OwnMetafield: () => {
      const value = held.get('gid://shopify/AppInstallation/1 prahari.seller');
      return {
        currentAppInstallation: {
          metafield: value === undefined ? null : { value, updatedAt: '2026-11-23T06:30:00Z' },
        },
      };
    },
    SetMetafields({ metafields }) {
      for (const field of metafields as Field[]) held.set(placeOf(field), field.value ?? '');
      return { metafieldsSet: { metafields: [{ id: 'gid://shopify/Metafield/1' }], userErrors: [] } };
    },
    ClearMetafields({ metafields }) {
      for (const field of metafields as Field[]) held.delete(placeOf(field));
      return { metafieldsDelete: { deletedMetafields: [null], userErrors: [] } };
    },
  };
});

function activeEntry(over: object = {}, learnedAt = '2026-11-22T06:30:00.000Z'): RegistryEntry {
  const entry = aRegistryEntry({ gstin: aGstin() });
  if (!entry.known) throw new Error('The factory’s entry is known.');
  const record = { ...entry.known.record, legalName: 'MARIGOLD CRAFTS PVT LTD', status: 'active' as const, ...over };
  return { ...entry, known: { ...entry.known, learnedAt, record } };
}

describe('what the shop shows of its seller', () => {
  it('is nothing at first, with what is known already to begin with', async () => {
    entries = [activeEntry()];
    const state = await lab().service.read({ ...OWNER, role: 'viewer' });
    expect(SellerDisclosureAnswer.parse(state)).toEqual({
      ...{ shown: null, updatedAt: null, verifiedAsOf: null },
      suggested: { gstin: aGstin(), legalName: 'MARIGOLD CRAFTS PVT LTD' },
      editorUrls: {
        seller: `${EDITOR}?template=index&addAppBlockId=client-1/verified-seller&target=newAppsSection`,
        cart: `${EDITOR}?template=cart&addAppBlockId=client-1/buyer-gstin&target=mainSection`,
        cartEmbed: `${EDITOR}?context=apps&activateAppId=client-1/buyer-gstin-embed`,
      },
    });
  });

  it('stands in Shopify, for our block and for the merchant to see, and reads back', async () => {
    const { service } = lab();
    expect(await service.publish(OWNER, SHOWN)).toMatchObject({ shown: SHOWN, verifiedAsOf: null, suggested: {} });
    expect([...held.keys()]).toEqual([
      'gid://shopify/AppInstallation/1 prahari.seller',
      'gid://shopify/Shop/1 $app.seller',
    ]);
    await service.clear(OWNER);
    expect((await service.read(OWNER)).shown).toBeNull();
    expect(held.size).toBe(0);
  });

  it('is called verified only while a service says that the number is active and bears this name', async () => {
    const { service, disclosure } = lab();
    entries = [activeEntry()];
    expect((await service.publish(OWNER, SHOWN)).verifiedAsOf).toBe('2026-11-22T06:30:00.000Z');
    // A look-up a day later does not write to the shop; one a week later does; a suspension does at once.
    entries = [activeEntry({}, '2026-11-23T06:00:00.000Z')];
    await disclosure.renew(SHOP);
    expect((await service.read(OWNER)).verifiedAsOf).toBe('2026-11-22T06:30:00.000Z');
    entries = [activeEntry({ status: 'suspended' })];
    await disclosure.renew(SHOP);
    expect((await service.read(OWNER)).verifiedAsOf).toBeNull();
    entries = [activeEntry()];
    await disclosure.renew(SHOP);
    expect((await service.read(OWNER)).verifiedAsOf).toBe('2026-11-22T06:30:00.000Z');
  });

  it('renews nothing where nothing is shown', async () => {
    await lab().disclosure.renew(SHOP);
    expect(held.size).toBe(0);
  });

  it('does not need the copy on the shop', async () => {
    answers['ShopId'] = () => new Denied('shop');
    expect((await lab().service.publish(OWNER, SHOWN)).shown).toEqual(SHOWN);
  });

  it.each<[string, () => unknown]>([
    ['a refusal', () => ({ metafieldsSet: { metafields: null, userErrors: [{ message: 'Value is invalid' }] } })],
    ['a denial', () => new Denied('metafieldsSet')],
  ])('%s changes nothing', async (_name, answer) => {
    answers['SetMetafields'] = answer;
    const { service } = lab();
    await expect(service.publish(OWNER, SHOWN)).rejects.toThrow(NotPublishedError);
    expect((await service.read(OWNER)).shown).toBeNull();
  });

  it.each(['{', '[]', '{"legalName":1}', 'null'])('what is not ours counts as nothing: %s', async (value) => {
    held.set('gid://shopify/AppInstallation/1 prahari.seller', value);
    expect((await lab().service.read(OWNER)).shown).toBeNull();
  });

  it('is for managers to change', async () => {
    const viewer = { ...OWNER, role: 'viewer' } as const;
    await expect(lab().service.publish(viewer, SHOWN)).rejects.toThrow(ForbiddenError);
    await expect(lab().service.clear(viewer)).rejects.toThrow(ForbiddenError);
  });
});

describe('what may be shown', () => {
  it('is cleaned of what turns or hides text, line by line', () => {
    const parsed = NewSellerDisclosure.parse({
      ...SHOWN,
      legalName: '  Marigold\u202E  Crafts\n ',
      address: ' 12 Invented Road\r\n\r\n\u200BPune ',
      gstin: ` ${aGstin().toLowerCase()} `,
    });
    expect([parsed.legalName, parsed.address, parsed.gstin]).toEqual([
      'Marigold Crafts',
      '12 Invented Road\nPune',
      aGstin(),
    ]);
  });

  it.each([
    ['legalName', ''],
    ['legalName', '\u200B'],
    ['legalName', 'x'.repeat(201)],
    ['gstin', '27AAAPZ0000C1ZX'],
    ['gstin', ''],
    ['address', '\n \n'],
    ['address', 'x'.repeat(501)],
    ['email', 'nobody'],
    ['phone', '12'],
    ['phone', '0900 CALL ME'],
    ['officerName', ' '],
    ['officerEmail', 'a@b'],
    ['officerPhone', ''],
  ])('%s is not %j', (field, value) => {
    expect(NewSellerDisclosure.safeParse({ ...SHOWN, [field]: value }).success).toBe(false);
  });

  it('is all of it, and no more', () => {
    for (const field of Object.keys(SHOWN)) {
      const { [field as keyof SellerDisclosure]: _left, ...rest } = SHOWN;
      expect(NewSellerDisclosure.safeParse(rest).success).toBe(false);
    }
    expect(NewSellerDisclosure.safeParse({ ...SHOWN, pan: 'x' }).success).toBe(false);
  });
});
