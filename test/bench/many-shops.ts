import path from 'node:path';
import { SHOP_DEFECTS } from '../../sandbox/defects.ts';
import { cleanShop } from '../../sandbox/shops/clean-shop.ts';
import { openState } from '../../sandbox/state.ts';
import type { System } from '../system.ts';

/** Adds invented shops to the system's sandbox, every other one with each defect planted, and answers their domains. */
export async function addShops(system: System, count: number): Promise<string[]> {
  const shops = Array.from({ length: count }, (_unused, index) => {
    const shop = cleanShop({ handle: `invented-${index}`, name: `Shop ${index} (invented)`, id: 60_000_000 + index });
    if (index % 2 === 0) for (const defect of SHOP_DEFECTS) defect.plant(shop, shop.createdAt);
    return shop;
  });
  await system.kill('sandbox');
  const file = openState(sandboxFolder(system), () => new Date());
  file.state.shops.push(...shops);
  file.save();
  file.flush();
  await system.start('sandbox');
  for (const { domain } of shops) await system.control('POST', `/sandbox/shops/${domain}/install`, {});
  return shops.map(({ domain }) => domain);
}

/** The newest access token of each shop that the sandbox has handed out. */
export function accessTokens(system: System): ReadonlyMap<string, string> {
  const { state } = openState(sandboxFolder(system), () => new Date());
  return new Map(state.tokens.access.map(({ shop, token }) => [shop, token]));
}

const sandboxFolder = (system: System) => path.join(system.folder, 'sandbox');
