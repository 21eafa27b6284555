import type { Domain } from '../../core/evidence/kinds.ts';
import type { CollectContext } from './collector.ts';
import { domains } from './domains.ts';

/** The shop's hosts as the Admin API lists them now. */
export function shopHosts(context: Omit<CollectContext<'domains'>, 'previous'>): Promise<readonly Domain[]> {
  return domains.collect({ ...context, previous: null });
}
