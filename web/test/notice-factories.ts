import type { DeliveryRow, NoticeSettings, OutgoingWebhook, Reader } from '../../core/api/notices.ts';
import { DEFAULT_QUIET_HOURS, DEFAULT_RULE } from '../../core/notices/rules.ts';
import { NOW } from './factories.ts';

/** Of nobody: what the fake server hands out. */
export const NEW_SECRET = `whsec_${'secretOfNobody'.padEnd(43, 'A')}=`;

export function aReader(parts: Partial<Reader> = {}): Reader {
  return {
    ...{ id: 'r1', address: 'm…@surahi.example', state: 'confirmed', role: 'manager', language: 'en' },
    ...{ rule: DEFAULT_RULE, getsAlerts: true, getsWeekly: true, isCombined: false, addedAt: NOW },
    ...parts,
  };
}

export function aWebhook(parts: Partial<OutgoingWebhook> = {}): OutgoingWebhook {
  return {
    ...{ id: 'w1', name: 'Our team', host: 'hooks.slack.com', format: 'slack', language: 'en', rule: DEFAULT_RULE },
    ...{ getsWeekly: true, isOn: true, trouble: null, oldSecretUntil: null },
    last: { at: NOW, status: 200, code: 'sent' },
    ...parts,
  };
}

export function aDelivery(parts: Partial<DeliveryRow> = {}): DeliveryRow {
  return {
    ...{ id: 'd1', identity: 'alerts:s1:webhook:w1', channel: 'webhook', kind: 'alerts', to: 'Our team', alerts: 2 },
    ...{ state: 'sent', attempts: 1, code: null, dueAt: NOW, sentAt: NOW },
    ...parts,
  };
}

export function someNotices(parts: Partial<NoticeSettings> = {}): NoticeSettings {
  return {
    ...{ quietHours: DEFAULT_QUIET_HOURS, isMailOn: true, readers: [aReader()], webhooks: [aWebhook()] },
    flow: { isOn: false, rule: DEFAULT_RULE, triggers: ['alert-raised', 'gst-status-changed', 'vendor-added'] },
    ...parts,
  };
}
