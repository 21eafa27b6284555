import '@shopify/ui-extensions/preact';
import { h, render } from 'preact';
import { useState } from 'preact/hooks';

interface Shopify {
  readonly attributes: { readonly value: readonly { readonly key: string; readonly value: string }[] };
  readonly shippingAddress?: { readonly value?: { readonly provinceCode?: string } };
  readonly orderConfirmation?: { readonly value: { readonly number?: string } };
  readonly localization: { readonly language: { readonly value: { readonly isoCode: string } } };
  readonly sessionToken: { get(): Promise<string> };
  readonly applyAttributeChange?: (change: object) => Promise<{ readonly type: string; readonly message?: string }>;
}

declare const shopify: Shopify;

function EchoBuyer() {
  const [result, setResult] = useState('');
  const write = async () => {
    const done = await shopify.applyAttributeChange?.({ type: 'updateAttribute', key: 'Buyer GSTIN', value: 'X' });
    setResult(`${done?.type ?? 'absent'} ${done?.message ?? ''}`);
  };
  const token = async () => setResult(await shopify.sessionToken.get().catch((error: Error) => error.message));
  return h(
    's-section',
    { heading: 'Echo' },
    h('s-text', { id: 'language' }, shopify.localization.language.value.isoCode),
    h('s-text', { id: 'state' }, shopify.shippingAddress?.value?.provinceCode ?? 'nowhere'),
    h('s-text', { id: 'confirmation' }, shopify.orderConfirmation?.value.number ?? 'none'),
    h('s-text', { id: 'attributes' }, shopify.attributes.value.map(({ key, value }) => `${key}=${value}`).join(';')),
    h('s-button', { onClick: () => void write() }, 'Write'),
    h('s-button', { onClick: () => void token() }, 'Token'),
    h('s-text', { id: 'result' }, result),
    h('s-table', {}),
  );
}

export default function run(): void {
  render(h(EchoBuyer, {}), document.body);
}
