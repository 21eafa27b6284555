import type { FaultSettings } from '../../faults/settings.ts';
import { control } from './control.ts';
import { element } from './elements.ts';

type FaultName = keyof FaultSettings;

const SWITCHES = {
  throttle: 'Throttled',
  revokedToken: 'Token revoked',
  hang: 'Never answers',
  uninstalled: 'Uninstalled without a word',
  omitExpiresIn: 'OAuth without expires_in',
  isWebhookOrderReversed: 'Webhooks in wrong order',
} as const satisfies Partial<Record<FaultName, string>>;

const CHOICES = {
  slowMs: ['Delay', [0, 500, 3_000, 20_000], (ms) => (ms === 0 ? 'none' : `${Number(ms) / 1_000} s`)],
  fail5xx: [
    'Answers 503',
    [0, 1, 5, 0.3],
    (n) => (n === 0 ? 'never' : Number(n) < 1 ? 'now and then' : `next ${String(n)} times`),
  ],
  badBody: ['Body', [null, 'html', 'truncated'], (kind) => (typeof kind === 'string' ? kind : 'sound')],
  bulk: [
    'Bulk operation',
    [null, 'busy', 'failed', 'partial', 'expired', 'truncated', 'endless'],
    (kind) => (typeof kind === 'string' ? kind : 'sound'),
  ],
  closed: ['Closed to apps', [null, 'frozen', 'locked'], (kind) => (typeof kind === 'string' ? kind : 'no')],
  webhookCopies: ['Webhook copies', [1, 2, 3], String],
} as const satisfies Partial<Record<FaultName, readonly [string, readonly unknown[], (value: unknown) => string]>>;

/** One control for each way in which a shop's API can misbehave. */
export function faultSwitches(faults: FaultSettings, done: (act: Promise<unknown>) => void): HTMLElement {
  const set = (name: FaultName, value: unknown): void => done(control.faults({ [name]: value }));
  const switches = Object.entries(SWITCHES).map(([name, label]) => {
    const box = element('input', { type: 'checkbox' });
    box.checked = faults[name as FaultName] === true;
    box.addEventListener('change', () => set(name as FaultName, box.checked));
    return element('label', { class: 'fault' }, box, ` ${label}`);
  });
  const choices = Object.entries(CHOICES).map(([name, [label, values, word]]) => {
    const list = element('select');
    const now = faults[name as FaultName];
    const all: unknown[] = values.some((value) => value === now) ? [...values] : [now, ...values];
    list.append(...all.map((value, index) => element('option', { value: String(index) }, word(value))));
    list.selectedIndex = all.indexOf(now);
    list.addEventListener('change', () => set(name as FaultName, all[list.selectedIndex]));
    return element('label', { class: 'fault' }, `${label} `, list);
  });
  return element('div', {}, ...switches, ...choices);
}
