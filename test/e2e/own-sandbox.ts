import type { ShopState } from '../../sandbox/shops/shop-state.ts';
import type { SandboxCore } from '../../sandbox/core.ts';

/** As much of a sandbox as tests of its pages use. */
export interface OwnSandbox {
  readonly adminUrl: string;
  readonly httpsPort: number;
  readonly connectTo: string;
  readonly shops: readonly ShopState[];
  readonly core: SandboxCore;
  close(): Promise<void>;
}

export const CLEAN = 'saaf-dukaan.myshopify.com';

/** Named here and not in an import: the sandbox is no program of browsers, and has other types than these tests. */
const MODULE = '../../sandbox/testing/test-sandbox.ts';

/** A sandbox in this process, without the app. */
export async function testSandbox(settings: { readonly appUrl?: string } = {}): Promise<OwnSandbox> {
  const { testSandbox: start } = (await import(MODULE)) as {
    testSandbox: (settings: object) => Promise<OwnSandbox>;
  };
  return start(settings);
}
