import type { Role } from '../../core/api/home.ts';
import type { Delivery } from '../outbox/channel.ts';
import type { Listeners, MayHear } from '../outbox/listeners.ts';
import type { OpenReader, ReaderStore } from './readers.ts';

/** Who can do something about lost access. */
export const MAY_MEND_ACCESS: readonly Role[] = ['owner', 'manager'];

/** Readers of mail: those who confirmed their address and asked for it. */
export function readerListeners(readers: Pick<ReaderStore, 'confirmed' | 'find'>): Listeners {
  return {
    channel: 'mail',
    async list(shop) {
      return (await readers.confirmed(shop)).filter(({ getsAlerts }) => getsAlerts);
    },
    async mayHear({ shop, to, kind }) {
      const reader = await readers.find(shop, to);
      return reader ? mayRead(reader, kind) : { may: false, code: 'gone' };
    },
  };
}

/** Ids of those who can open the app and are told when somebody must. */
export async function accessReaders(readers: Pick<ReaderStore, 'confirmed'>, shop: string): Promise<string[]> {
  const able = (await readers.confirmed(shop)).filter(
    ({ role, getsAlerts }) => getsAlerts && MAY_MEND_ACCESS.includes(role),
  );
  return able.map(({ id }) => id);
}

function mayRead({ state, role, rule, getsAlerts, getsWeekly }: OpenReader, kind: Delivery['kind']): MayHear {
  const may: MayHear = { may: true, rule };
  const not = (code: string): MayHear => ({ may: false, code });
  if (kind === 'invitation') return state === 'confirmed' ? not('confirmed') : may;
  if (state !== 'confirmed') return not(state === 'bounced' ? 'bounced' : 'not-confirmed');
  if (kind === 'visit' && !MAY_MEND_ACCESS.includes(role)) return not('not-allowed');
  const isWanted = kind === 'weekly' ? getsWeekly : getsAlerts;
  return isWanted ? may : not('not-wanted');
}
