import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { judgeGstin } from '../core/gst/gstin.ts';
import { aGstin } from './a-gstin.ts';
import { themeLiquid } from './theme-liquid.ts';

const ENGLISH = themeLiquid('en.default');
const HINDI = themeLiquid('hi');
const GOOD = aGstin();
const HOSTILE = '"><script>alert(1)</script>{{ 1 }}';

const looked = async (text: string) => String(await ENGLISH.renderFile('gstin-look', { text })).trim();
const judged = (text: string) => {
  const verdict = judgeGstin(text);
  return verdict.ok ? 'could_exist' : verdict.reason;
};

interface Page {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly count?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly pageType?: string;
  readonly seller?: unknown;
  readonly customer?: unknown;
}

async function block(name: string, page: Page = {}, engine = ENGLISH): Promise<string> {
  const { attributes = {}, count = 1, settings = {}, pageType = 'cart', seller, customer } = page;
  return String(
    engine.renderFileSync(name, {
      block: { id: 'b1', settings: { form_id: 'cart', own_form: false, in_drawer: true, ...settings } },
      cart: { item_count: count, attributes },
      request: { page_type: pageType, design_mode: false },
      routes: { root_url: '/', cart_url: '/cart' },
      app: { metafields: { prahari: { seller: { value: seller } } } },
      customer,
    }),
  );
}

describe('a look at a number without script', () => {
  it.each([
    [''],
    ['   '],
    [GOOD],
    [GOOD.toLowerCase()],
    [`${GOOD.slice(0, 2)} ${GOOD.slice(2, 7)}-${GOOD.slice(7)} `],
    [aGstin({ state: '38' })],
    [aGstin({ state: '39' })],
    [aGstin({ state: '00' })],
    [aGstin({ state: '97' })],
    [aGstin({ state: '99' })],
    [aGstin({ state: '25' })],
    [aGstin({ entity: '0' })],
    [aGstin({ entity: 'Z' })],
    [aGstin({ kind: '0' })],
    [aGstin({ kind: '9' })],
    [aGstin({ kind: 'C' })],
    [aGstin({ kind: 'J' })],
    [aGstin({ kind: 'K' })],
    ['06DELI09652G1DA'],
    ['9917SGP29001OST'],
    ['2717SGP29001OST'],
    ['122700000001TMP'],
    ['88AAAPZ1234C1ZX'],
    [`${GOOD.slice(0, 14)}${GOOD.endsWith('A') ? 'B' : 'A'}`],
    [GOOD.slice(0, 14)],
    [`${GOOD}1`],
    [`${GOOD.slice(0, 5)}А${GOOD.slice(6)}`],
    ['२७AAPFU0939F1ZV'],
    [`GSTIN: ${GOOD}`],
    ['NA'],
    ['A'.repeat(2_000)],
  ])('says of %.60s what the script says', async (text) => {
    expect(await looked(text)).toBe(judged(text));
  });

  it('says of any text of these characters what the script says', async () => {
    const digit = fc.constantFrom(...'0123456789');
    const letter = fc.constantFrom(...'ABCNOSURFZ');
    const any = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const shaped = fc
      .tuple(
        fc.constantFrom('27', '07', '38', '39', '97', '99', '88'),
        fc.oneof(
          fc.tuple(...Array.from({ length: 5 }, () => letter), ...Array.from({ length: 4 }, () => digit), letter),
          fc.tuple(digit, digit, letter, letter, letter, ...Array.from({ length: 5 }, () => digit)),
          fc.tuple(letter, letter, letter, letter, ...Array.from({ length: 5 }, () => digit), letter),
        ),
        any,
        any,
      )
      .map(([state, middle, entity, kind]) => aGstin({ state, pan: middle.join(''), entity, kind }));
    await fc.assert(
      fc.asyncProperty(shaped, any, fc.boolean(), async (number, last, isSpoiled) => {
        const text = isSpoiled ? number.slice(0, 14) + last : number;
        expect(await looked(text)).toBe(judged(text));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the block for the buyer’s GSTIN', () => {
  it('asks for nothing while the cart is empty, and loads its script for the moment when it is not', async () => {
    const html = await block('buyer-gstin', { count: 0 });
    expect(html).not.toContain('<input');
    expect(html).toMatch(/<script src="[^"]*buyer-gstin\.js" defer><\/script>/);
  });

  it('has what the cart holds, escaped, and ties it to the form', async () => {
    const html = await block('buyer-gstin', { attributes: { 'Buyer GSTIN': GOOD, 'Buyer business': HOSTILE } });
    expect(html).toContain(`value="${GOOD}"`);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('form="cart"');
    expect(html).not.toContain('aria-invalid');
    expect(html).toContain('This GSTIN could exist.');
  });

  it('says in Hindi what is wrong, and marks the field', async () => {
    const html = await block('buyer-gstin', { attributes: { 'Buyer GSTIN': GOOD.slice(1) } }, HINDI);
    expect(html).toContain('lang="hi"');
    expect(html).toContain('इसमें 14 हैं');
    expect(html).toContain('aria-invalid="true"');
  });

  it.each([HOSTILE, "' onfocus=alert(1) x='", '\u202e'.repeat(10)])('keeps %j inside its attribute', async (text) => {
    const attributes = { 'Buyer GSTIN': text, 'Buyer business': text };
    for (const name of ['buyer-gstin', 'buyer-gstin-embed']) {
      const html = await block(name, { attributes, settings: { form_id: text } });
      expect(html.replace(/"[^"]*"/g, '')).not.toMatch(/alert|onfocus/);
    }
  });

  it('never stands in the way of a form', async () => {
    for (const name of ['buyer-gstin', 'buyer-gstin-embed']) {
      const html = await block(name, { settings: { own_form: true } });
      expect(html).not.toMatch(/\s(pattern|required|minlength|disabled)\b/);
    }
  });

  it('opens a form of its own only where the merchant said that none is around it', async () => {
    expect(await block('buyer-gstin')).not.toContain('<form');
    expect(await block('buyer-gstin', { settings: { own_form: true } })).toMatch(/<noscript>\s*<form/);
  });

  it('has each id once, and each label and description an element', async () => {
    for (const page of [{}, { settings: { own_form: true } }, { settings: { form_id: '' } }]) {
      const html = await block('buyer-gstin', page);
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '');
      expect(new Set(ids).size).toBe(ids.length);
      const named = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]*)"/g)];
      for (const id of named.flatMap(([, list = '']) => list.split(' '))) expect(ids).toContain(id);
    }
  });

  it('tells the script the State of the buyer’s own address in India, and the seller’s', async () => {
    const address = (country_code: string) => ({ default_address: { country_code, province_code: 'KA' } });
    const html = await block('buyer-gstin', { customer: address('IN'), seller: { gstin: GOOD } });
    expect(html).toContain('data-province="KA"');
    expect(html).toContain('data-seller-state="27"');
    expect(await block('buyer-gstin', { customer: address('US') })).toContain('data-province=""');
    expect(await block('buyer-gstin')).toContain('data-seller-state=""');
  });
});

describe('the embed', () => {
  it('brings the fields as a template, so that nothing shows before the script has found a form', async () => {
    const html = await block('buyer-gstin-embed', { pageType: 'index' });
    expect(html).toMatch(/<template data-prahari-gstin-template>/);
    expect(html).not.toContain('<noscript>');
  });

  it('brings a form of its own to the cart page without script, and none for an empty cart', async () => {
    expect(await block('buyer-gstin-embed')).toMatch(/<noscript>\s*<form[^>]*\saction="\/cart"/);
    expect(await block('buyer-gstin-embed', { count: 0 })).not.toContain('<form');
  });

  it('leaves other pages alone where the merchant wants it on the cart page only', async () => {
    expect((await block('buyer-gstin-embed', { pageType: 'product', settings: { in_drawer: false } })).trim()).toBe('');
  });
});

describe('the seller’s particulars', () => {
  const SELLER = {
    legalName: 'Haldi Handloom LLP (invented)',
    gstin: GOOD,
    address: '12 Example Street\nPune 411001',
    email: 'care@haldi.example',
    phone: '+91 20 5550 0100',
    officerName: 'A. Example',
    officerTitle: 'Grievance officer',
    officerEmail: 'grievance@haldi.example',
    officerPhone: '+91 20 5550 0101',
  };

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-30T06:00:00.000Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([[undefined], [null], [{}], [{ ...SELLER, legalName: '' }]])('shows nothing for %j', async (seller) => {
    expect((await block('verified-seller', { seller })).trim()).toBe('');
  });

  it('shows each of them, and says "verified" only with the day', async () => {
    const plain = await block('verified-seller', { seller: SELLER });
    expect(plain).toContain("Seller's particulars");
    expect(plain).not.toMatch(/>[^<]*verified/i);
    for (const text of [SELLER.legalName, SELLER.gstin, SELLER.officerName, SELLER.officerEmail, 'Pune 411001']) {
      expect(plain).toContain(text);
    }
    expect(plain).toContain('href="tel:+912055500100"');
    expect(plain).toContain('href="mailto:care@haldi.example"');
    const asOf = { ...SELLER, verifiedAsOf: '2026-11-21T20:00:00.000Z' };
    expect(await block('verified-seller', { seller: asOf })).toContain('Verified GST seller · checked on 22 Nov 2026');
    expect(await block('verified-seller', { seller: asOf }, HINDI)).toContain('22 नवंबर 2026');
  });

  it.each([
    ['2026-10-30T06:00:01.000Z', true], // almost 31 days
    ['2026-10-30T06:00:00.000Z', false],
    ['2025-11-22T06:30:00.000Z', false],
    ['2026-11-30T05:59:59.000Z', true],
    ['2026-12-24T06:30:00.000Z', false], // a clock that is wrong
    ['soon', false],
    ['', false],
    [null, false],
  ])('checked at %s: says "verified": %s', async (verifiedAsOf, isSaid) => {
    const html = await block('verified-seller', { seller: { ...SELLER, verifiedAsOf } });
    expect(html.includes('Verified')).toBe(isSaid);
    expect(html.includes("Seller's particulars")).toBe(!isSaid);
  });

  it('shows hostile words as words', async () => {
    const seller = Object.fromEntries(Object.keys(SELLER).map((key) => [key, HOSTILE]));
    const html = await block('verified-seller', { seller });
    expect(html).not.toContain('<script>');
    const links = [...html.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href);
    expect(links).toHaveLength(4);
    for (const href of links) expect(href).toMatch(/^(mailto:|tel:)[\w%+@.()-]*$/);
  });
});
