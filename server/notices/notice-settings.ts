import type { Connection } from 'mongoose';
import { FLOW_TRIGGERS, type FlowSettings } from '../../core/api/notices.ts';
import { DEFAULT_QUIET_HOURS, DEFAULT_RULE, type NoticeRule, type QuietHours } from '../../core/notices/rules.ts';
import { noticeSettingsModel } from '../models/notice-settings.ts';
import { ruleOf } from '../models/rule-fields.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';

export type NoticeSettingsStore = ReturnType<typeof noticeSettingsStore>;

/** How a shop wants to be told: quiet hours, and what its workflows hear of. */
export function noticeSettingsStore({ connection }: { connection: Connection }) {
  const model = noticeSettingsModel(connection);

  async function change(shop: string, $set: object): Promise<void> {
    const proposed = {
      ...{ hasQuietHours: true, quietFrom: DEFAULT_QUIET_HOURS.from, quietTo: DEFAULT_QUIET_HOURS.to },
      ...{ isFlowOn: false, flowRule: kept(DEFAULT_RULE) },
    };
    const $setOnInsert = Object.fromEntries(Object.entries(proposed).filter(([field]) => !(field in $set)));
    const write = () => model.updateOne({ shop }, { $set, $setOnInsert }, { upsert: true });
    try {
      await write();
    } catch (error) {
      if (!duplicateKey(error)) throw error;
      await write(); // two first changes at once: the other one made it
    }
  }

  return {
    /** Null: none. */
    async quietHours(shop: string): Promise<QuietHours | null> {
      const record = await model.findOne({ shop }).lean();
      if (!record) return DEFAULT_QUIET_HOURS;
      return record.hasQuietHours ? { from: record.quietFrom, to: record.quietTo } : null;
    },

    async setQuietHours(shop: string, quiet: QuietHours | null): Promise<void> {
      const hours = quiet && { quietFrom: quiet.from, quietTo: quiet.to };
      await change(shop, { hasQuietHours: quiet !== null, ...hours });
    },

    async flow(shop: string): Promise<FlowSettings> {
      const record = await model.findOne({ shop }).lean();
      if (!record) return { isOn: false, rule: DEFAULT_RULE, triggers: FLOW_TRIGGERS };
      const { isFlowOn, flowRule, flowTriggers } = record;
      return { isOn: isFlowOn, rule: ruleOf(flowRule), triggers: flowTriggers ?? FLOW_TRIGGERS };
    },

    async setFlow(shop: string, { isOn, rule, triggers }: FlowSettings): Promise<void> {
      await change(shop, { isFlowOn: isOn, flowRule: kept(rule), flowTriggers: [...triggers] });
    },
  };
}

const kept = (rule: NoticeRule) => ({ ...rule, areas: [...rule.areas] });
