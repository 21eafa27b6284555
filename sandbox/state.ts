import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { TokenRecords } from './oauth/token-book.ts';
import type { ShopState } from './shops/shop-state.ts';
import { firstShops } from './shops/shops.ts';

/** Raised when the shape changes: an older file is then set aside and the sandbox starts afresh. */
const SHAPE = 2;

/** All that a restarted sandbox remembers. */
interface SandboxState {
  readonly shape: number;
  readonly shops: ShopState[];
  readonly tokens: TokenRecords;
}

export interface StateFile {
  readonly state: SandboxState;
  /** Writes the state once the current turn is over, however often it is called. */
  save(): void;
  /** Writes at once what is still to be written. */
  flush(): void;
}

export function openState(folder: string, now: () => Date): StateFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'state.json');
  const state = readState(path, now()) ?? freshState(now());
  let isDue = false;

  function flush(): void {
    if (!isDue) return;
    isDue = false;
    // A whole new file, then one rename: a killed sandbox never leaves half a state. Tokens are in it: owner only.
    writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }

  return {
    state,
    save() {
      if (!isDue) setImmediate(flush);
      isDue = true;
    },
    flush,
  };
}

function readState(path: string, now: Date): SandboxState | null {
  if (!existsSync(path)) return null;
  const state = parsed(path);
  if (state.shape === SHAPE) return { ...state, shops: state.shops.map((shop) => completed(shop, now)) };
  renameSync(path, `${path}.shape-${state.shape}`);
  return null;
}

/** A shop that an older sandbox kept: what it does not hold yet is as on the first day, what was mended stays so. */
function completed(shop: ShopState, now: Date): ShopState {
  const fresh = firstShops(now.toISOString()).find(({ domain }) => domain === shop.domain);
  if (!fresh) return shop;
  const locations = [
    ...shop.locations,
    ...fresh.locations.filter(({ id }) => !shop.locations.some((known) => known.id === id)),
  ];
  return {
    ...fresh,
    ...shop,
    // A closed location came with the orders that it sent.
    locations: 'commerce' in shop ? shop.locations : locations,
    faults: { ...fresh.faults, ...shop.faults },
  };
}

function parsed(path: string): SandboxState {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as SandboxState;
  } catch (cause) {
    throw new Error(`${path} is damaged. Delete it to start the sandbox afresh.`, { cause });
  }
}

function freshState(now: Date): SandboxState {
  return { shape: SHAPE, shops: firstShops(now.toISOString()), tokens: { access: [], refresh: [] } };
}
