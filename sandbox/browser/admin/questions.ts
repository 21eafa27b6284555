import type { Question, ScopesDetail } from '../protocol.ts';
import { mayLeave } from './bars.ts';
import { boot } from './boot.ts';
import { control, sessionToken } from './control.ts';
import { choose } from './dialog.ts';
import { element } from './elements.ts';

/** What the app asks and the admin answers. */
export function answer(question: Question): Promise<unknown> {
  switch (question.what) {
    case 'idToken':
      return sessionToken();
    case 'user':
      return Promise.resolve({ accountAccess: boot.isOwner ? 'Full access' : 'Limited access' });
    case 'mayLeave':
      // A person who stays never answers: the app's promise waits, as in the real admin.
      return mayLeave().then((isFine) => (isFine ? true : new Promise<never>(() => undefined)));
    case 'scopes':
      return scopes();
    case 'requestScopes':
      return requestScopes(question.scopes);
    case 'revokeScopes':
      return control.scopes({ revoke: question.scopes }).then(async () => ({ detail: await scopes() }));
  }
}

async function scopes(): Promise<ScopesDetail> {
  return (await control.describe()).scopes;
}

/** Shopify shows one grant screen for all of them; all or none are granted. */
async function requestScopes(wanted: readonly string[]): Promise<unknown> {
  const before = await scopes();
  const unknown = wanted.filter((scope) => !before.required.includes(scope) && !before.optional.includes(scope));
  if (unknown.length > 0) throw new Error(`The app's configuration does not list these scopes: ${unknown.join(', ')}.`);
  const missing = wanted.filter((scope) => !before.granted.includes(scope));
  const isGranted = missing.length === 0 || (await grantScreen(missing));
  if (isGranted && missing.length > 0) await control.scopes({ grant: missing });
  return { result: isGranted ? 'granted-all' : 'declined-all', detail: await scopes() };
}

/** What a scope lets an app do, as a shop owner would say it. The admin of the sandbox speaks English. */
const SCOPE_WORDS: Readonly<Record<string, string>> = {
  read_themes: "Read the theme's files",
  read_legal_policies: "Read the store's policies",
  read_privacy_settings: 'Read the privacy settings',
  read_locations: 'Read the locations',
  read_orders: 'Read the orders of the last 60 days',
  read_products: 'Read the products',
  read_companies: 'Read the companies that buy',
  read_shipping: 'Read the shipping settings',
  read_publications: 'Read the sales channels',
  read_discounts: 'Read the discounts',
  read_metaobject_definitions: "Read how the store's own data is laid out",
  read_delivery_customizations: 'Read the delivery rules of apps',
  read_payment_customizations: 'Read the payment rules of apps',
  read_validations: 'Read the checkout rules of apps',
  read_customers: 'Read customers',
  write_app_proxy: 'Answer at an address on the store’s domain',
  write_orders: 'Change orders',
  write_products: 'Change products',
  write_companies: 'Change the companies that buy',
};

/** Plain words with the scope behind them; a scope without words shows itself. */
function scopeItem(scope: string): HTMLElement {
  const words = SCOPE_WORDS[scope];
  const name = element('code', {}, scope);
  return words === undefined ? element('li', {}, name) : element('li', {}, `${words} (`, name, ')');
}

function grantScreen(missing: readonly string[]): Promise<boolean> {
  return choose({
    title: 'Prahari asks for more access',
    content: [element('p', {}, 'It would be allowed to:'), element('ul', {}, ...missing.map(scopeItem))],
    yes: 'Allow',
    no: 'Not now',
  });
}
