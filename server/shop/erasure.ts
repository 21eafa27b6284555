import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { erasureReceiptModel } from '../models/erasure-receipt.ts';
import type { FieldCipher } from '../store/field-cipher.ts';

/** What keeps the app signed in; a reinstall has just made it anew. */
const ACCESS_MODELS = new Set(['ShopSession', 'WebhookReceipt', 'DataKey']);
/** The request itself goes last: if we break off before, it is done again. */
const LAST_MODEL = 'WebhookReceipt';

export interface ErasureDeps {
  readonly connection: Connection;
  readonly cipher: FieldCipher;
  readonly forgetAccess: (shop: string) => Promise<void>;
  readonly clock: Clock;
}

/**
 * Deletes every document of the shop in every model that has a `shop`, its tokens and its data key, so that what an old
 * dump still holds cannot be read. A receipt stays: the shop's hash, the date and counts. Safe to repeat.
 */
export async function eraseShop(deps: ErasureDeps, shop: string): Promise<void> {
  const names = tenantModels(deps.connection);
  const counts = await deleteFrom(
    deps.connection,
    names.filter((name) => name !== LAST_MODEL),
    shop,
  );
  await deps.forgetAccess(shop);
  await deps.cipher.forget(shop);
  await keepReceipt(deps, shop, counts);
  await deleteFrom(
    deps.connection,
    names.filter((name) => name === LAST_MODEL),
    shop,
  );
}

/** What an earlier install left, when another one comes after Shopify's 48 hours: the new owner sees none of it. */
export async function eraseFormerInstall(deps: ErasureDeps, shop: string): Promise<void> {
  const names = tenantModels(deps.connection).filter((name) => !ACCESS_MODELS.has(name));
  await keepReceipt(deps, shop, await deleteFrom(deps.connection, names, shop));
}

/** Names of the models whose documents belong to a shop. */
export function tenantModels(connection: Connection): string[] {
  return connection
    .modelNames()
    .filter((name) => connection.model(name).schema.path('shop') !== undefined)
    .sort();
}

/** A receipt must not name the shop; who knows the shop can find its receipts. */
export function shopHash(shop: string): string {
  return createHash('sha256').update(`prahari erasure ${shop}`).digest('hex');
}

async function deleteFrom(connection: Connection, names: readonly string[], shop: string) {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (await connection.model(name).deleteMany({ shop })).deletedCount;
  return counts;
}

async function keepReceipt({ connection, clock }: ErasureDeps, shop: string, counts: Record<string, number>) {
  await erasureReceiptModel(connection).create({ shopHash: shopHash(shop), erasedAt: clock.now(), counts });
}
