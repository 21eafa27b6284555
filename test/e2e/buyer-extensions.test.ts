import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ExtensionState } from '../../sandbox/browser/extension-host/protocol.ts';
import { aGstin } from '../a-gstin.ts';
import { axeViolations } from './chromium.ts';
import { extensionBench } from './extension-bench.ts';
import {
  answerFor,
  callsOf,
  changeState,
  type AppAnswers,
  type AppRequest,
  type ExtensionPages,
} from './extension-page.ts';

const GOOD = aGstin();
const KARNATAKA = aGstin({ state: '29' });
/** The same letters, one of them Cyrillic. */
const LOOK_ALIKE = GOOD.replace('A', '\u0410');
const MASKED = `${GOOD.slice(0, 7)}XXXX${GOOD.slice(11)}`;

const THANK_YOU = 'purchase.thank-you.block.render';
const ORDER_STATUS = 'customer-account.order-status.block.render';

/** What buyers meet in the checkout, after the order and in their account; the app is stood for by its answers. */
describe('extensions for buyers', () => {
  let pages: ExtensionPages;
  let page: Page;
  extensionBench({ viewport: { width: 390, height: 844 } }, (bench) => ({ pages, page } = bench));

  const gstin = (label = 'GSTIN of your business') => page.getByLabel(label, { exact: true });
  const tick = (name = 'Buying for a business') => page.getByRole('checkbox', { name });
  const shown = () => page.locator('body').innerText();

  describe('in the checkout', () => {
    const open = (state: ExtensionState = {}, locale = 'en-IN') =>
      pages.open(page, { folder: 'checkout-gstin', locale, state });
    const written = async () =>
      (await callsOf(page)).flatMap((call) =>
        call.name === 'applyAttributeChange' ? [`${call.key}: ${call.value ?? 'removed'}`] : [],
      );

    it.each([
      [
        'en-IN',
        'Buying for a business',
        'GSTIN of your business',
        'Name of your business',
        /It is a number of Maharashtra/,
      ],
      ['hi-IN', 'व्यवसाय के लिए खरीद', 'आपके व्यवसाय का GSTIN', 'आपके व्यवसाय का नाम', /यह महाराष्ट्र का नंबर है/],
    ])('takes number and name by keyboard alone: %s', async (locale, box, field, name, verdict) => {
      await open({}, locale);
      expect(await gstin(field).count()).toBe(0);
      await tick(box).focus();
      await page.keyboard.press('Space');
      await gstin(field).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.insertText(`GSTIN: ${GOOD.toLowerCase()}, Mumbai`);
      await page.keyboard.press('Tab');
      await page.getByText(verdict).waitFor();
      expect(await gstin(field).inputValue()).toBe(GOOD);
      await page.keyboard.insertText('Invented Traders');
      await page.keyboard.press('Tab');
      expect(await page.getByLabel(name).inputValue()).toBe('Invented Traders');
      expect(await written()).toEqual([`Buyer GSTIN: ${GOOD}`, 'Buyer business: Invented Traders']);
      expect(await axeViolations(page.mainFrame())).toEqual([]);
    });

    it.each([
      [`${GOOD} ${KARNATAKA}`, /more than one GSTIN/, 'Buyer GSTIN: removed'],
      [LOOK_ALIKE, /\u0410 \(U\+0410\)/, `Buyer GSTIN: ${LOOK_ALIKE}`],
      [GOOD.slice(0, 14), /This one has 14/, `Buyer GSTIN: ${GOOD.slice(0, 14)}`],
      [
        'Flat 12, Andheri East, Mumbai 400069',
        /A GSTIN has only the letters/,
        'Buyer GSTIN: Flat 12, Andheri East, Mumbai 400069',
      ],
    ])('says what is wrong with "%s", and lets the buyer go on', async (text, words, attribute) => {
      await open();
      await tick().check();
      await gstin().fill(text);
      await gstin().blur();
      await page.getByText(words).waitFor();
      expect(await gstin().inputValue()).toBe(text);
      expect(await written()).toEqual([attribute]);
      expect(await axeViolations(page.mainFrame())).toEqual([]);
    });

    it.each(['', 'NA'])('says nothing about "%s"', async (text) => {
      await open();
      await tick().check();
      await gstin().fill(text);
      await gstin().blur();
      expect(await gstin().getAttribute('aria-invalid')).not.toBe('true');
      expect(await shown()).not.toMatch(/GSTIN has/);
    });

    it('does not correct who still types', async () => {
      await open();
      await tick().check();
      await gstin().pressSequentially(GOOD.slice(0, 14));
      expect(await gstin().getAttribute('aria-invalid')).not.toBe('true');
      await gstin().pressSequentially('?');
      await page.getByText(/This character cannot be used/).waitFor();
    });

    it('begins with what the cart carries, and takes it away with the tick, which brings it back', async () => {
      await open({
        attributes: [
          { key: 'Buyer GSTIN', value: GOOD },
          { key: 'Buyer business', value: 'Invented Traders' },
        ],
      });
      expect(await tick().isChecked()).toBe(true);
      await tick().uncheck();
      await gstin().waitFor({ state: 'detached' });
      await tick().check();
      expect(await gstin().inputValue()).toBe(GOOD);
      expect(await written()).toEqual([
        'Buyer GSTIN: removed',
        'Buyer business: removed',
        `Buyer GSTIN: ${GOOD}`,
        'Buyer business: Invented Traders',
      ]);
    });

    it('explains the State of the number beside the delivery as that changes', async () => {
      const attributes = [{ key: 'Buyer GSTIN', value: GOOD }];
      await open({ attributes, shippingAddress: { countryCode: 'IN', provinceCode: 'KA' } });
      await page.getByText(/As far as we can see, the goods go to Karnataka/).waitFor();
      await changeState(page, { shippingAddress: { countryCode: 'IN', provinceCode: 'MH' } });
      await page.getByText(/the goods go to the same State/).waitFor();
      await changeState(page, { shippingAddress: { countryCode: 'AE', provinceCode: 'DU' } });
      await page.getByText(/the goods go to the same State/).waitFor({ state: 'detached' });
    });

    it('leaves the delivery out where it may not be seen', async () => {
      await open({ attributes: [{ key: 'Buyer GSTIN', value: GOOD }], shippingAddress: null });
      await page.getByText(/It is a number of Maharashtra/).waitFor();
      expect(await shown()).not.toMatch(/the goods go/);
    });

    it.each([
      ['a number', [{ key: 'Buyer GSTIN', value: `${GOOD}\u202E` }], `The order carries the GSTIN ${GOOD}.`],
      ['no number', [], null],
    ])('asks nothing where attributes cannot be changed: %s', async (_, attributes, words) => {
      await open({ attributes, canUpdateAttributes: false });
      if (words !== null) await page.getByText(words).waitFor();
      expect(await tick().count()).toBe(0);
    });

    it('says that the purchase goes on when nothing can be saved', async () => {
      await open();
      await page.evaluate(() => {
        const { shopify } = globalThis as unknown as { shopify: { applyAttributeChange: unknown } };
        shopify.applyAttributeChange = () => Promise.reject(new Error('invented'));
      });
      await tick().check();
      await gstin().fill(GOOD);
      await gstin().blur();
      await page.getByText(/Go on with your purchase/).waitFor();
      expect(await gstin().inputValue()).toBe(GOOD);
    });
  });

  describe.each([
    [THANK_YOU, { orderConfirmation: { number: 'ABC123XYZ', order: { id: 'gid://shopify/OrderIdentity/12' } } }],
    [ORDER_STATUS, { order: { id: 'gid://shopify/Order/12', name: '#1001', confirmationNumber: 'ABC123XYZ' } }],
  ])('after the order, %s', (target, own) => {
    const ASK = { 'GET /buyer/orders/gstin': { json: { gstin: null, mayGive: true } } } as const;
    const open = (app: AppAnswers, state: ExtensionState = {}, locale = 'en-IN') =>
      pages.open(page, { folder: 'order-gstin', target, locale, state: { ...own, ...state }, app });
    const add = (name = 'Add to this order') => page.getByRole('button', { name }).click();

    it.each([
      ['en-IN', 'GSTIN of your business', 'Add to this order', `The GSTIN ${MASKED} now stands on your order.`],
      ['hi-IN', 'आपके व्यवसाय का GSTIN', 'इस ऑर्डर पर जोड़ें', `GSTIN ${MASKED} अब आपके ऑर्डर पर है।`],
    ])('sends the number with a token of the buyer, never in an address: %s', async (locale, field, button, done) => {
      const sent: AppRequest[] = [];
      const answer = (json: unknown) => (request: AppRequest) => {
        sent.push(request);
        return { json };
      };
      await open(
        {
          'GET /buyer/orders/gstin': answer({ gstin: null, mayGive: true }),
          'POST /buyer/orders/gstin': answer({ gstin: MASKED, mayGive: true }),
        },
        {},
        locale,
      );
      await gstin(field).fill(`My number is ${GOOD}`);
      await page.getByRole('button', { name: button }).focus();
      await page.keyboard.press('Enter');
      await page.getByText(done).waitFor();
      expect(sent.map(({ query }) => Object.fromEntries(query))).toEqual([
        { order: 'gid://shopify/Order/12', confirmation: 'ABC123XYZ' },
        {},
      ]);
      expect(sent[1]?.json).toEqual({ orderId: 'gid://shopify/Order/12', confirmation: 'ABC123XYZ', gstin: GOOD });
      expect(sent.every(({ headers }) => headers.authorization?.startsWith('Bearer '))).toBe(true);
      expect(await axeViolations(page.mainFrame())).toEqual([]);
    });

    it.each([
      ['nothing may be given', { 'GET /buyer/orders/gstin': { json: { gstin: MASKED, mayGive: false } } }],
      ['the app is away', { 'GET /buyer/orders/gstin': { isDown: true } }],
      ['the answer makes no sense', { 'GET /buyer/orders/gstin': { json: [] } }],
      ['the app has a fault', { 'GET /buyer/orders/gstin': { status: 500 } }],
    ])('shows nothing where %s', async (_, app) => {
      const asked = page.waitForRequest(/\/buyer\/orders\/gstin/);
      await open(app);
      await asked;
      await page.waitForLoadState('networkidle');
      expect(await gstin().count()).toBe(0);
      expect(await page.getByRole('button').count()).toBe(0);
    });

    it('asks for nothing when no number is in the field', async () => {
      await open(ASK);
      await gstin().waitFor();
      await add();
      await page.getByText(/Enter your GSTIN/).waitFor();
      await gstin().fill(`${GOOD} ${KARNATAKA}`);
      await add();
      await page.getByText(/more than one GSTIN/).waitFor();
    });

    it('keeps the number when there is no answer, and takes it on the next try', async () => {
      await open({ ...ASK, 'POST /buyer/orders/gstin': { isDown: true } });
      await gstin().fill(GOOD);
      await add();
      await page.getByText(/There was no answer/).waitFor();
      expect(await gstin().inputValue()).toBe(GOOD);
      await answerFor(page, { 'POST /buyer/orders/gstin': { json: { gstin: MASKED, mayGive: true } } });
      await add();
      await page.getByText(/now stands on your order/).waitFor();
    });

    it.each([
      [409, { type: 'too-late', fields: { order: 'invoiced' } }, /does not take a GSTIN any more/],
      [409, { type: 'not-open' }, /does not take a GSTIN here yet/],
      [400, { type: 'bad-request', fields: { gstin: 'bad_checksum' } }, /last character does not fit/],
      [400, { type: 'bad-request' }, /The shop could not take this number/],
      [404, { type: 'not-found' }, /does not take a GSTIN any more/],
      [429, { type: 'too-many-requests' }, /Try again in a minute/],
      [401, { type: 'unauthorized' }, /Load this page again/],
      [500, { type: 'internal' }, /did not work on our side/],
    ])('says what to do at %i %j', async (status, problem, words) => {
      const json = { title: 'Invented title of the server', status, ...problem };
      await open({ ...ASK, 'POST /buyer/orders/gstin': { status, json } });
      await gstin().fill(GOOD);
      await add();
      await page.getByText(words).waitFor();
      expect(await shown()).not.toContain('Invented title');
    });

    it('shows a number that stands there, and changes it on request', async () => {
      await open({
        'GET /buyer/orders/gstin': { json: { gstin: MASKED, mayGive: true } },
        'POST /buyer/orders/gstin': { json: { gstin: MASKED, mayGive: true } },
      });
      await page.getByText(`This order carries the GSTIN ${MASKED}.`).waitFor();
      await page.getByRole('button', { name: 'Change the GSTIN' }).click();
      await gstin().fill(GOOD);
      await add();
      await page.getByText(/now stands on your order/).waitFor();
    });
  });

  describe("in a company's account", () => {
    const COMPANY = {
      locationName: 'Invented Traders, Pune',
      gstin: GOOD,
      verdict: { en: 'The number could exist.', hi: 'यह नंबर हो सकता है।' },
      mayChange: true,
    };
    const open = (app: AppAnswers, locale = 'en-IN') =>
      pages.open(page, {
        folder: 'company-gstin',
        locale,
        state: { locationId: 'gid://shopify/CompanyLocation/3', customerId: 'gid://shopify/Customer/5' },
        app,
      });
    const reading = (json: unknown) => ({ 'GET /buyer/company': { json } });

    it.each([
      ['en-IN', 'GSTIN of this location', 'The number could exist.', 'Change', 'Save', /^Saved\./],
      ['hi-IN', 'इस शाखा का GSTIN', 'यह नंबर हो सकता है।', 'बदलें', 'सेव करें', /^सेव हो गया।/],
    ])(
      'shows the number with its verdict, and changes it: %s',
      async (locale, heading, verdict, change, save, done) => {
        const sent: unknown[] = [];
        await open(
          {
            ...reading(COMPANY),
            'PUT /buyer/company': ({ json }) => {
              sent.push(json);
              return { json: { ...COMPANY, gstin: KARNATAKA } };
            },
          },
          locale,
        );
        await page.getByRole('heading', { name: heading }).waitFor();
        await page.getByText(verdict).waitFor();
        await page.getByText(GOOD).waitFor();
        await page.getByRole('button', { name: change }).click();
        await gstin('GSTIN').fill(KARNATAKA);
        await page.getByRole('button', { name: save }).click();
        await page.getByText(done).waitFor();
        await page.getByText(KARNATAKA).waitFor();
        expect(sent).toEqual([{ locationId: 'gid://shopify/CompanyLocation/3', gstin: KARNATAKA }]);
        expect(await axeViolations(page.mainFrame())).toEqual([]);
      },
    );

    it('offers no change to whoever may not', async () => {
      await open(reading({ ...COMPANY, gstin: null, verdict: null, mayChange: false }));
      await page.getByText(/No GSTIN is on record/).waitFor();
      expect(await page.getByRole('button').count()).toBe(0);
    });

    it('keeps what was typed when it is refused, and the old number when it is given up', async () => {
      await open({
        ...reading(COMPANY),
        'PUT /buyer/company': { status: 403, json: { type: 'forbidden', title: 'x' } },
      });
      await page.getByRole('button', { name: 'Change' }).click();
      await gstin('GSTIN').fill(KARNATAKA);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText(/You may not change this number/).waitFor();
      expect(await gstin('GSTIN').inputValue()).toBe(KARNATAKA);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByText(GOOD).waitFor();
    });

    it('shows nothing where there is no answer', async () => {
      const asked = page.waitForRequest(/\/buyer\/company/);
      await open({ 'GET /buyer/company': { status: 404, json: { type: 'not-found', title: 'x' } } });
      await asked;
      await page.waitForLoadState('networkidle');
      expect(await shown()).not.toContain('GSTIN of this location');
    });
  });
});
