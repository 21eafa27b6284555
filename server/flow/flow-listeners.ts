import type { FlowSettings, FlowTrigger } from '../../core/api/notices.ts';
import type { Delivery } from '../outbox/channel.ts';
import type { Listeners } from '../outbox/listeners.ts';

/** The one who listens: all workflows of the shop. */
export const FLOW = 'flow';

/** Which trigger tells it; null: nothing that workflows hear of. */
export const TRIGGER_OF: Readonly<Record<Delivery['kind'], FlowTrigger | null>> = {
  alerts: 'alert-raised',
  digest: 'alert-raised',
  'gst-status': 'gst-status-changed',
  vendor: 'vendor-added',
  weekly: null,
  invitation: null,
  visit: null,
  test: null,
};

export interface FlowSwitch {
  flow(shop: string): Promise<FlowSettings>;
}

/** Whether workflows are to start with this. */
export async function isFlowOn(settings: FlowSwitch, shop: string, kind: Delivery['kind']): Promise<boolean> {
  const trigger = TRIGGER_OF[kind];
  const { isOn, triggers } = await settings.flow(shop);
  return isOn && trigger !== null && triggers.includes(trigger);
}

/** Workflows hear while the shop's switch is on, and of what its triggers stand for. */
export function flowListeners(settings: FlowSwitch): Listeners {
  return {
    channel: 'flow',
    async list(shop) {
      const { isOn, rule, triggers } = await settings.flow(shop);
      return isOn && triggers.includes('alert-raised') ? [{ id: FLOW, rule }] : [];
    },
    async mayHear({ shop, to, kind }) {
      const { isOn, rule, triggers } = await settings.flow(shop);
      if (!isOn || to !== FLOW) return { may: false, code: 'switched-off' };
      const trigger = TRIGGER_OF[kind];
      return trigger !== null && triggers.includes(trigger) ? { may: true, rule } : { may: false, code: 'not-wanted' };
    },
  };
}
