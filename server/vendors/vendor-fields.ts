import { Types } from 'mongoose';
import type { VendorFields } from '../../core/api/vendors.ts';
import type { StoredVendor } from './vendor-record.ts';
import { SEALED_FIELDS, VENDOR_TEXTS, type VendorTexts } from './vendor-texts.ts';

type Field = keyof VendorFields;

/** Under which name each plain field stands in the store. */
const STORED = {
  ...{ name: 'name', kind: 'kind', hosts: 'hosts', handle: 'handle', dataClasses: 'dataClasses' },
  ...{ scopes: 'statedScopes', unusedSince: 'unusedSince', tokenMadeOn: 'credentialMadeOn' },
} as const satisfies Partial<Record<Field, keyof StoredVendor>>;

/** The record that these fields make. Sealing asks the store for the shop's key, so it comes before any transaction. */
export async function newRecord(
  texts: VendorTexts,
  { shop, fields, userId, now }: { shop: string; fields: VendorFields; userId: string; now: Date },
) {
  const _id = new Types.ObjectId();
  const { set } = await texts.fields(shop, _id.toString(), fields);
  return {
    ...{ _id, shop, name: fields.name, kind: fields.kind, hosts: [...fields.hosts] },
    ...(fields.handle !== null && { handle: fields.handle }),
    dataClasses: [...fields.dataClasses],
    ...(fields.scopes !== null && { statedScopes: [...fields.scopes] }),
    ...set,
    ...(fields.unusedSince !== null && { unusedSince: fields.unusedSince }),
    ...(fields.tokenMadeOn !== null && { credentialMadeOn: fields.tokenMadeOn }),
    ...{ addedAt: now, addedBy: userId, papers: [], breaches: [] },
  };
}

/** Fields whose wished value is not the present one. */
export async function newsOf(texts: VendorTexts, record: StoredVendor, wish: Partial<VendorFields>): Promise<Field[]> {
  const { shop } = record;
  const id = record._id.toString();
  const news: Field[] = [];
  for (const field of Object.keys(wish) as Field[]) {
    const now = isText(field)
      ? await texts.open(shop, field, id, record[SEALED_FIELDS[field]])
      : (record[STORED[field]] ?? null);
    if (JSON.stringify(wish[field]) !== JSON.stringify(now)) news.push(field);
  }
  return news;
}

/** What the store is told to change. */
export async function updateOf(
  texts: VendorTexts,
  record: StoredVendor,
  wish: Partial<VendorFields>,
  changed: readonly Field[],
) {
  const wished = changed.filter(isText).map((field) => [field, wish[field] ?? null] as const);
  const sealed = await texts.fields(record.shop, record._id.toString(), Object.fromEntries(wished));
  const plain = changed.filter((field) => !isText(field));
  const $set = {
    ...sealed.set,
    ...Object.fromEntries(plain.flatMap((field) => (wish[field] === null ? [] : [[STORED[field], wish[field]]]))),
  };
  const $unset = {
    ...sealed.unset,
    ...Object.fromEntries(plain.flatMap((field) => (wish[field] === null ? [[STORED[field], 1 as const]] : []))),
  };
  return {
    ...(Object.keys($set).length > 0 && { $set }),
    ...(Object.keys($unset).length > 0 && { $unset }),
  };
}

const isText = (field: Field): field is keyof typeof SEALED_FIELDS =>
  (VENDOR_TEXTS as readonly string[]).includes(field);
