import '@shopify/ui-extensions/preact';
import { h, render } from 'preact';
import { useState } from 'preact/hooks';

interface Shopify {
  readonly extension: { readonly target: string };
  readonly data: { readonly selected: readonly { readonly id: string }[] };
  readonly i18n: {
    translate(key: string, replacements?: Record<string, unknown>): string;
    formatCurrency(value: number): string;
  };
  readonly navigation?: { navigate(url: string): void };
  close?(): void;
}

declare const shopify: Shopify;

/** What a test asks for: addresses to fetch, and whether to draw what nobody knows. */
declare const echo: { readonly addresses?: readonly string[]; readonly drawsUnknown?: boolean } | undefined;

const asked = typeof echo === 'undefined' ? {} : echo;

function Echo() {
  const [answers, setAnswers] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const { selected } = shopify.data;
  const { translate, formatCurrency } = shopify.i18n;
  const load = () => void Promise.all((asked.addresses ?? ['/api/echo']).map(answerOf)).then(setAnswers);
  const content = [
    h('s-text', { type: 'strong' }, translate('selected', { count: selected.length, first: selected[0]?.id ?? '' })),
    h('s-paragraph', { id: 'money' }, formatCurrency(123_456.5)),
    h('s-button', { onClick: load }, 'Ask'),
    h('s-button', { disabled: true, onClick: load }, 'Never'),
    h('s-link', { href: 'app:alerts/12' }, 'Alert'),
    h('s-text-field', {
      label: 'GSTIN',
      details: '15 characters',
      error: typed === 'bad' ? 'Not a number' : '',
      value: typed,
      onInput: (event: Event) => setTyped((event.currentTarget as HTMLInputElement).value),
    }),
    h(
      's-select',
      { label: 'Country', value: 'IN' },
      h('s-option', { value: 'CN' }, 'China'),
      h('s-option', { value: 'IN' }, 'India'),
    ),
    h(
      's-unordered-list',
      {},
      answers.map((answer) => h('s-list-item', {}, answer)),
    ),
    h(
      's-table',
      {},
      h('s-table-header-row', {}, h('s-table-header', {}, 'Head'), h('s-table-header', { format: 'currency' }, 'Tax')),
      h('s-table-body', {}, h('s-table-row', {}, h('s-table-cell', {}, 'IGST'), h('s-table-cell', {}, '₹1,23,456.50'))),
    ),
    asked.drawsUnknown ? h('s-teapot', {}, 'Tea') : null,
  ];
  return shopify.close
    ? h(
        's-admin-action',
        { heading: 'Echo' },
        content,
        h('s-button', { slot: 'primary-action', variant: 'primary', onClick: shopify.close }, 'Done'),
      )
    : h('s-admin-block', { heading: 'Echo', collapsedSummary: 'Folded' }, h('s-stack', { gap: 'base' }, content));
}

async function answerOf(address: string): Promise<string> {
  try {
    const answer = await fetch(address);
    return `${answer.status} ${JSON.stringify(await answer.json())}`;
  } catch (error) {
    return error instanceof Error ? error.name : 'fault';
  }
}

export default function run(): void {
  render(h(Echo, {}), document.body);
}
