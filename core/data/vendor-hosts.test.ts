import { describe, expect, it } from '@jest/globals';
import { isManualPayment, isShopifyPayment } from './vendor-hosts/payment-names.ts';
import { VENDOR_CATEGORIES } from './vendor-hosts/known-vendor.ts';
import { KNOWN_VENDORS, knownVendor, knownVendorOfGateway, vendorKeyOfHost } from './vendor-hosts.ts';

describe('the table of known vendors', () => {
  it('has each slug, domain, handle and gateway once', () => {
    for (const list of ['hosts', 'appHandles', 'gateways'] as const) {
      const all = KNOWN_VENDORS.flatMap((row) => row[list] ?? []);
      expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
    }
    const slugs = KNOWN_VENDORS.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(KNOWN_VENDORS.filter(({ status }) => status === 'verified').length).toBeGreaterThanOrEqual(100);
  });

  it.each(KNOWN_VENDORS.map((row) => [row.slug, row] as const))('%s is well written', (slug, row) => {
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(VENDOR_CATEGORIES).toContain(row.category);
    expect(row.source).toMatch(/^https:\/\/[a-z0-9.-]+\.[a-z]+/);
    expect(row.hosts.length).toBeGreaterThan(0);
    for (const host of row.hosts) expect(host).toMatch(/^([a-z0-9-]+\.)+[a-z]{2,}$/);
    for (const gateway of row.gateways ?? []) expect(gateway).toBe(gateway.toLowerCase());
    expect(knownVendor(`known:${slug}`)).toBe(row);
  });

  // Under these anybody has a place, so a known vendor must never be the whole of one.
  it.each(['googleapis.com', 'amazonaws.com', 'cloudfront.net', 'github.io', 'web.app', 'myshopify.com'])(
    '%s belongs to no known vendor',
    (domain) => expect(KNOWN_VENDORS.flatMap(({ hosts }) => hosts)).not.toContain(domain),
  );
});

describe('whose a host is', () => {
  it.each([
    ['static.klaviyo.com', 'known:klaviyo'],
    ['KLAVIYO.com.', 'known:klaviyo'],
    ['notklaviyo.com', 'host:notklaviyo.com'],
    ['klaviyo.com.evil.example', 'host:evil.example'],
    ['klaviyo.co', 'host:klaviyo.co'],
    ['cdnjs.cloudflare.com', 'known:cdnjs'],
    ['static.cloudflare.com', 'known:cloudflare'],
    ['www.google.com', 'known:google'],
    ['script.google.com', 'known:google-apps-script'],
    ['checkout.razorpay.com', 'known:razorpay'],
    ['cdn.reviews.example', 'host:reviews.example'],
    ['reviews.example', 'host:reviews.example'],
    ['a.b.shop.co.in', 'host:shop.co.in'],
    ['shop.co.in', 'host:shop.co.in'],
    ['widgets.firm.com.au', 'host:firm.com.au'],
    ['a.b.shops.in', 'host:shops.in'],
    ['a.b.firm.in', 'host:b.firm.in'],
    ['d111abc.cloudfront.net', 'host:d111abc.cloudfront.net'],
    ['x.y.workers.dev', 'host:y.workers.dev'],
    ['app-1.herokuapp.com', 'host:app-1.herokuapp.com'],
    ['bucket.s3.ap-south-1.amazonaws.com', 'host:bucket.s3.ap-south-1.amazonaws.com'],
    ['s3.amazonaws.com', 'host:s3.amazonaws.com'],
    ['abc.execute-api.ap-south-1.amazonaws.com', 'host:abc.execute-api.ap-south-1.amazonaws.com'],
    ['another.myshopify.com', 'host:another.myshopify.com'],
    ['192.0.2.7', 'host:192.0.2.7'],
    ['[2001:db8::1]', 'host:[2001:db8::1]'],
    ['localhost', 'host:localhost'],
    ['', 'host:'],
  ])('%s: %s', (host, key) => expect(vendorKeyOfHost(host)).toBe(key));
});

describe('what an order calls its payment', () => {
  it.each([
    ['razorpay', 'razorpay'],
    ['Razorpay Secure (UPI, Cards)', 'razorpay'],
    ['  PayU   India ', 'payu'],
    ['razorpayx', null],
    ['My Razorpay', null],
    ['', null],
  ])('%s is of %s', (name, slug) => expect(knownVendorOfGateway(name)?.slug ?? null).toBe(slug));

  it.each([
    ['Cash on Delivery (COD)', true, false],
    ['cod', true, false],
    ['codex pay', false, false],
    ['shopify_payments', false, true],
    ['Shopify Payments', false, true],
    ['shopify_payments_installments', false, true],
    ['shopify_paymentz', false, false],
  ])('%s: without a provider %s, Shopify’s %s', (name, isManual, isShopifys) => {
    expect([isManualPayment(name), isShopifyPayment(name)]).toEqual([isManual, isShopifys]);
  });
});
