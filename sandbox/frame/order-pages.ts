import { paidPaise, type Area, type ChargedTax, type SandboxOrder } from '../shops/commerce/order.ts';
import { html, type Html } from './html.ts';
import { rupees, table } from './figures.ts';

const NEWEST = 50;
const ALL_BOX = html`<input type="checkbox" data-select-all aria-label="Select all orders" />`;

/** The newest orders, each with its heads of tax. */
export function orderList(orders: readonly SandboxOrder[], handle: string): Html {
  const newest = orders.slice(-NEWEST).toReversed();
  return html`<p class="quiet">The newest ${newest.length} of ${orders.length}.</p>
    ${table(
      [ALL_BOX, 'Order', 'Placed', 'To', 'Goods', 'Taxes'],
      newest.map((order) => [
        html`<input
          type="checkbox"
          data-select
          value="gid://shopify/Order/${order.id}"
          aria-label="Select ${order.name}"
        />`,
        html`<a href="/store/${handle}/orders/${order.id}">${order.name}</a>`,
        dayOf(order),
        placeOf(order.shipTo),
        rupees(order.lines.reduce((sum, line) => sum + paidPaise(line), 0)),
        headsOf(order.lines.flatMap(({ taxes }) => taxes)),
      ]),
    )}`;
}

/** One order as far as tax asks: nobody's name is in it. */
export function orderFigures(order: SandboxOrder, sentFrom: string | null): Html {
  const lines = order.lines.map((line) => [
    line.title,
    String(line.quantity),
    rupees(paidPaise(line)),
    taxesOf(line.taxes),
  ]);
  const { title, paise, taxes } = order.shipping;
  const notes = [
    ...order.attributes.map(({ key, value }) => [key, value]),
    ...Object.entries(order.metafields).map(([key, value]) => [`Prahari’s ${key}`, value]),
    ...(order.company ? [['Company', `${order.company.name}, ${order.company.taxRegistrationId ?? 'no number'}`]] : []),
  ];
  return html`<p>
      Placed ${dayOf(order)}, to ${placeOf(order.shipTo)},
      ${sentFrom === null ? 'not sent yet' : `sent from ${sentFrom}`}${order.isCancelled ? ', cancelled' : ''}${
        order.isTest ? ', a test' : ''
      }.
    </p>
    ${table(['Line', 'Pieces', 'Paid', 'Tax inside'], [...lines, [title, '', rupees(paise), taxesOf(taxes)]])}
    ${table(['Written on the order', 'Text'], notes)}`;
}

function headsOf(taxes: readonly ChargedTax[]): string {
  return [...new Set(taxes.map(({ title }) => title))].join(' + ') || 'none';
}

function taxesOf(taxes: readonly ChargedTax[]): string {
  const texts = taxes.map(({ title, ratePpm, paise }) => `${title} ${ratePpm / 10_000}% ${rupees(paise)}`);
  return texts.join(', ') || 'none';
}

function placeOf({ provinceCode, countryCode }: Area): string {
  return [provinceCode, countryCode].filter((part) => part !== null).join(', ');
}

function dayOf({ placedAt }: SandboxOrder): string {
  return placedAt.slice(0, 10);
}
