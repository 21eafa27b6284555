import type { ShopPolicy } from './shop-state.ts';

const WRITTEN_AT = '2026-04-02T06:30:00Z';

/** The texts that a careful small shop publishes. Our own words; the firm is invented. */
export function publishedPolicies(shopName: string): ShopPolicy[] {
  const texts: readonly (readonly [type: string, title: string, body: string])[] = [
    [
      'PRIVACY_POLICY',
      'Privacy policy',
      `<p>${shopName} keeps your name, address and phone number to send your order and to answer you. We do not sell them.</p>
<p>We keep invoices for the years that tax law asks for. Write to us to see, correct or delete what we hold of you.</p>`,
    ],
    [
      'REFUND_POLICY',
      'Refund policy',
      '<p>Send back what you do not like within 14 days, unworn and with its tag. Money goes back the way it came, within 7 days.</p>',
    ],
    [
      'SHIPPING_POLICY',
      'Shipping policy',
      '<p>We send orders within two working days from Maharashtra. Most places in India take three to six days.</p>',
    ],
    [
      'TERMS_OF_SERVICE',
      'Terms of service',
      `<p>You buy from ${shopName}. Prices are in rupees and include GST. Courts of Mumbai decide disputes.</p>`,
    ],
    [
      'CONTACT_INFORMATION',
      'Contact information',
      `<p>${shopName}, 14 Invented Mill Lane, Lower Parel, Mumbai 400013. Grievance officer: A. Invented, help@shop.example.</p>`,
    ],
  ];
  return texts.map(([type, title, body], index) => ({
    id: 7_000 + index,
    type,
    title,
    body,
    createdAt: WRITTEN_AT,
    updatedAt: WRITTEN_AT,
  }));
}
