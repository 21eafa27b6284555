import type { Around } from './around.ts';
import { i18nOf } from './i18n.ts';
import type { Attribute, ExtensionState, FrameBoot } from './protocol.ts';
import { faultNow } from './signed-fetch.ts';
import { LiveValues } from './signals.ts';

type AttributeChange =
  | { readonly type: 'updateAttribute'; readonly key: string; readonly value: string }
  | { readonly type: 'removeAttribute'; readonly key: string };

type ChangeResult = { readonly type: 'success' } | { readonly type: 'error'; readonly message: string };

/** What changes while a buyer looks, under the names that extensions read. */
export function liveValuesOf(state: ExtensionState, boot: FrameBoot) {
  const customer = state.customerId == null ? undefined : { id: state.customerId };
  return new LiveValues({
    attributes: state.attributes ?? [],
    shippingAddress: addressOf(state.shippingAddress),
    instructions: instructionsOf(state.canUpdateAttributes),
    lines: state.lines ?? [],
    customer,
    purchasingCompany: state.purchasingCompany ?? undefined,
    orderConfirmation: state.orderConfirmation,
    order: state.order ?? undefined,
    authenticationState: customer === undefined ? 'pre_authenticated' : 'fully_authenticated',
    language: { isoCode: boot.locale },
    extensionLanguage: { isoCode: boot.wordsLocale },
    country: { isoCode: 'IN' },
    currency: { isoCode: 'INR' },
    timezone: 'Asia/Kolkata',
    market: undefined,
    settings: {},
    note: undefined,
    email: undefined,
    phone: undefined,
    extensionCapabilities: boot.capabilities,
  });
}

export type BuyerValues = ReturnType<typeof liveValuesOf>;

/** A later change of the state, as the page around tells it. */
export function applyState(values: BuyerValues, change: ExtensionState): void {
  if (change.attributes !== undefined) values.set({ attributes: change.attributes });
  if (change.shippingAddress !== undefined) values.set({ shippingAddress: addressOf(change.shippingAddress) });
  if (change.canUpdateAttributes !== undefined)
    values.set({ instructions: instructionsOf(change.canUpdateAttributes) });
  if (change.purchasingCompany !== undefined) values.set({ purchasingCompany: change.purchasingCompany ?? undefined });
  if (change.order !== undefined) values.set({ order: change.order ?? undefined });
}

/** `shopify` as targets of checkout, thank-you and order status have it, and those of the customer's account. */
export function buyerApi(boot: FrameBoot, around: Around, state: ExtensionState, values: BuyerValues): object {
  const isAccountPage = boot.target.startsWith('customer-account.') && !boot.target.includes('order-status');
  const isCheckout = boot.target.startsWith('purchase.checkout.');
  const isOrderStatus = boot.target.includes('order-status');
  const shop = {
    id: 'gid://shopify/Shop/1',
    name: 'Namuna',
    myshopifyDomain: 'namuna.myshopify.com',
    ...state.shop,
  };
  const live = (members: Readonly<Record<string, BuyerKey>>, rest: object = {}) => withLive(values, members, rest);
  const rest = {
    extension: live({ capabilities: 'extensionCapabilities' }, { target: boot.target, apiVersion: '2026-07' }),
    extensionPoint: boot.target,
    version: '2026-07',
    shop,
    i18n: i18nOf(boot),
    localization: live({
      language: 'language',
      extensionLanguage: 'extensionLanguage',
      country: 'country',
      currency: 'currency',
      timezone: 'timezone',
      market: 'market',
    }),
    sessionToken: { get: () => sessionToken(around) },
    storage: memory(),
    query() {
      around.tell({ name: 'query' });
      return Promise.resolve({ errors: [{ message: 'The sandbox answers no queries of extensions.' }] });
    },
    ...(isAccountPage
      ? { locationId: state.locationId }
      : {
          buyerIdentity: live({
            customer: 'customer',
            purchasingCompany: 'purchasingCompany',
            email: 'email',
            phone: 'phone',
          }),
        }),
    ...(boot.target.startsWith('customer-account.') && {
      authenticatedAccount: live({ customer: 'customer', purchasingCompany: 'purchasingCompany' }),
      toast: {
        show: (text: string) => {
          around.tell({ name: 'toast', text });
          return Promise.resolve({ hide: () => undefined });
        },
      },
      requireLogin: () => Promise.resolve(around.tell({ name: 'requireLogin' })),
    }),
    ...(isCheckout && {
      applyAttributeChange: (change: AttributeChange) => applyAttribute(around, values, change),
    }),
  };
  return live(
    {
      settings: 'settings',
      ...(!isAccountPage && { attributes: 'attributes', lines: 'lines', note: 'note' }),
      // Absent where the app may not see protected data.
      ...(!isAccountPage && state.shippingAddress !== null && { shippingAddress: 'shippingAddress' }),
      ...(isCheckout && { instructions: 'instructions' }),
      ...(boot.target.startsWith('purchase.thank-you.') && { orderConfirmation: 'orderConfirmation' }),
      ...(isOrderStatus && { order: 'order', authenticationState: 'authenticationState' }),
    },
    rest,
  );
}

type BuyerKey = Parameters<BuyerValues['of']>[0];

/** `rest` with members that are made when they are read: only then is it known of which class signals are. */
function withLive(values: BuyerValues, members: Readonly<Record<string, BuyerKey>>, rest: object): object {
  return Object.defineProperties(
    rest,
    Object.fromEntries(
      Object.entries(members).map(([name, key]) => [name, { enumerable: true, get: () => values.of(key) }]),
    ),
  );
}

async function applyAttribute(around: Around, values: BuyerValues, change: AttributeChange): Promise<ChangeResult> {
  const { value: instructions } = values.of('instructions');
  if (!instructions.attributes.canUpdateAttributes)
    return { type: 'error', message: 'Attributes of this checkout cannot be changed.' };
  const value = change.type === 'updateAttribute' ? change.value : null;
  around.tell({ name: 'applyAttributeChange', key: change.key, value });
  try {
    await around.ask({ what: 'attribute', change: { key: change.key, value: value ?? '' } });
  } catch (error) {
    return { type: 'error', message: error instanceof Error ? error.message : 'Refused.' };
  }
  const others = values.of('attributes').value.filter(({ key }) => key !== change.key);
  const attributes: Attribute[] = value === null ? others : [...others, { key: change.key, value }];
  values.set({ attributes });
  return { type: 'success' };
}

/** @throws {Error} there is none */
async function sessionToken(around: Around): Promise<string> {
  const token = (await faultNow()) === 'token-missing' ? null : await around.ask({ what: 'token' });
  if (token === null) throw new Error('There is no session token.');
  return token;
}

function addressOf(address: ExtensionState['shippingAddress']): Readonly<Record<string, string>> | undefined {
  return address ?? undefined;
}

function instructionsOf(canUpdateAttributes = true) {
  return { attributes: { canUpdateAttributes } };
}

/** Lives as long as the page. */
function memory() {
  const kept = new Map<string, unknown>();
  return {
    read: (key: string) => Promise.resolve(kept.get(key) ?? null),
    write: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
    delete: (key: string) => Promise.resolve(void kept.delete(key)),
  };
}
