import type { LookUpService } from '../../core/evidence/registry.ts';
import { cashfree } from './cashfree.ts';
import { cleartax } from './cleartax.ts';
import { sandboxCoIn } from './sandbox-co-in.ts';
import type { LookUpAdapter } from './service.ts';
import { setu } from './setu.ts';

/** Every look-up service. One without an adapter does not compile. */
export const LOOK_UP_ADAPTERS: Readonly<Record<LookUpService, LookUpAdapter>> = {
  'sandbox-co-in': sandboxCoIn,
  cashfree,
  setu,
  cleartax,
};
