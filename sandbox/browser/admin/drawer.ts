import type { DefectStatus, ShopDescription } from '../../core.ts';
import { boot, byId } from './boot.ts';
import { control } from './control.ts';
import { button, element } from './elements.ts';
import { faultSwitches } from './fault-switches.ts';

const COMPLIANCE_TOPICS = ['customers/data_request', 'customers/redact', 'shop/redact'] as const;
const REFRESH_MS = 2_000;

/** The drawer that plays the world: what is wrong with the shop, how its API misbehaves, which webhooks went out. */
export function setUpDrawer(): void {
  const drawer = byId('controls');
  const toggle = byId('controls-toggle');
  toggle.addEventListener('click', () => {
    drawer.hidden = !drawer.hidden;
    toggle.setAttribute('aria-expanded', String(!drawer.hidden));
    if (!drawer.hidden) void draw();
  });
  // Webhooks are retried on their own: the log follows while somebody looks, unless they are just using a control.
  window.setInterval(() => {
    if (!drawer.hidden && !drawer.contains(document.activeElement)) void draw();
  }, REFRESH_MS);
}

async function draw(): Promise<void> {
  const shop = await control.describe();
  byId('controls').replaceChildren(
    element('h2', {}, 'Sandbox controls'),
    section('Defects', defects(shop.defects)),
    section('Webhooks by hand', webhooks()),
    section('Faults of the Admin API', faultSwitches(shop.faults, done)),
    section('Orders', orders(shop)),
    section('Installation', installation(shop)),
    section('Scopes', scopes(shop)),
    section('Deliveries', deliveries(shop)),
  );
}

function section(title: string, content: Node): HTMLElement {
  return element('section', {}, element('h3', {}, title), content);
}

/** After each act the drawer shows what is true now. */
function done(act: Promise<unknown>): void {
  act.then(
    () => draw(),
    (error: unknown) => byId('controls').prepend(element('p', { role: 'alert', class: 'failure' }, String(error))),
  );
}

function defects(all: readonly DefectStatus[]): HTMLElement {
  return element(
    'ul',
    { class: 'rows' },
    ...all.map((defect) =>
      element(
        'li',
        {},
        element('span', { class: defect.isPresent === true ? 'dot dot-bad' : 'dot', 'aria-hidden': 'true' }),
        element('span', { class: 'row-text' }, defect.title),
        defectButton(defect),
      ),
    ),
  );
}

function defectButton({ id, title, where, isPresent }: DefectStatus): HTMLElement {
  if (where === 'app' || isPresent === null) return element('span', { class: 'quiet' }, 'in Prahari');
  return isPresent
    ? button('Mend', () => done(control.mend(id)), { 'aria-label': `Mend: ${title}` })
    : button('Plant again', () => done(control.plant(id)), { 'aria-label': `Plant again: ${title}` });
}

function webhooks(): HTMLElement {
  return element(
    'p',
    { class: 'buttons' },
    ...COMPLIANCE_TOPICS.map((topic) => button(topic, () => done(control.webhook(topic)))),
  );
}

function orders({ ordersHeld }: ShopDescription): HTMLElement {
  const seasons = [
    [160, 'A quiet shop: 160 orders'],
    [2_000, 'Busy season: 2,000 orders'],
    [50_000, 'Trial: 50,000 orders'],
  ] as const;
  return element(
    'p',
    { class: 'buttons' },
    ...seasons
      .filter(([held]) => held !== ordersHeld)
      .map(([held, label]) => button(label, () => done(control.orders(held)))),
  );
}

function installation({ isInstalled }: ShopDescription): HTMLElement {
  return element(
    'p',
    { class: 'buttons' },
    isInstalled
      ? button('Uninstall Prahari', () => done(control.uninstall().then(() => location.reload())))
      : button('Install Prahari', () =>
          done(control.install().then(() => location.assign(`/store/${boot.handle}/apps/prahari`))),
        ),
  );
}

function scopes({ scopes: { granted, required, optional } }: ShopDescription): HTMLElement {
  const all = [...new Set([...required, ...optional, ...granted])];
  return element(
    'ul',
    { class: 'rows' },
    ...all.map((scope) => {
      const has = granted.includes(scope);
      const change = has ? { revoke: [scope] } : { grant: [scope] };
      const kind = required.includes(scope) ? 'required' : optional.includes(scope) ? 'optional' : 'not asked for';
      return element(
        'li',
        {},
        element('span', { class: 'row-text' }, element('code', {}, scope), ` ${kind}`),
        button(has ? 'Revoke' : 'Grant', () => done(control.scopes(change)), {
          'aria-label': `${has ? 'Revoke' : 'Grant'} ${scope}`,
        }),
      );
    }),
  );
}

function deliveries({ deliveries: sent }: ShopDescription): HTMLElement {
  if (sent.length === 0) return element('p', { class: 'quiet' }, 'None yet.');
  return element(
    'ul',
    { class: 'rows' },
    ...sent.map(({ topic, attempts, state }) =>
      element(
        'li',
        {},
        element('span', { class: 'row-text' }, topic),
        element('span', { class: 'quiet' }, `${state} ${attempts.join(' ')}`),
      ),
    ),
  );
}
