import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ProductGst, VariantGst } from '../../core/api/product-gst.ts';
import { aProductGst, aVariantGst, PRODUCT_GST_CASES } from '../order-gst-factories.ts';
import { axeViolations, sidewaysOverflowPx } from './chromium.ts';
import { extensionBench } from './extension-bench.ts';
import { answerFor, type AppAnswers, type ExtensionPages } from './extension-page.ts';

const READ = 'GET /api/products/1/gst';
const MEND = 'PUT /api/products/1/gst';

const OWN_CODE: VariantGst = aVariantGst({ hsnFrom: 'variant-field' });

/** The card on a product's page in the admin; the app is stood for by its answers. */
describe('the product block', () => {
  let pages: ExtensionPages;
  let page: Page;
  extensionBench({ viewport: { width: 900, height: 900 } }, (bench) => ({ pages, page } = bench));

  const open = (app: AppAnswers, locale = 'en-IN') =>
    pages.open(page, {
      folder: 'product-block',
      locale,
      state: { selected: [{ id: 'gid://shopify/Product/1' }] },
      app,
    });
  const reading = (product: ProductGst) => ({ [READ]: { json: product } });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const edit = () => button('Edit HSN code and origin of M').click();
  const code = () => page.getByLabel('HSN code of M');

  it.each([
    ['en-IN', 'Nothing to mend', "From Prahari's field on the product", 'Above ₹2,500 a piece: 18%.', 'India'],
    ['hi-IN', 'कुछ ठीक नहीं करना है', 'प्रोडक्ट पर Prahari की जगह से', 'एक पीस ₹2,500 से ऊपर: 18%।', 'भारत'],
  ])('shows code, its place, rates and origin: %s', async (locale, ...texts) => {
    for (const width of [900, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await open(reading(PRODUCT_GST_CASES.good), locale);
      for (const text of texts) await page.getByText(text, { exact: true }).waitFor();
      expect(await axeViolations(page.mainFrame())).toEqual([]);
      expect(await sidewaysOverflowPx(page.mainFrame())).toBe(0);
    }
  });

  it('says while it reads, and what to do when there is no answer', async () => {
    let answer: (() => void) | undefined;
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await open({
      [READ]: async () => {
        await waiting;
        return { isDown: true };
      },
    });
    await page.getByRole('status').getByText('Reading HSN codes and rates').first().waitFor({ state: 'attached' });
    answer?.();
    await page.getByText('No answer from Prahari').waitFor();
    await answerFor(page, reading(PRODUCT_GST_CASES.good));
    await button('Try again').click();
    await page.getByText('Nothing to mend', { exact: true }).waitFor();
  });

  it.each([
    ['no variants', { json: aProductGst({ variants: [] }) }, /has no variants yet/],
    ['a missing permission', { json: PRODUCT_GST_CASES.notPermitted }, /may not read products/],
    ['a product that is gone', { status: 404, json: { type: 'not-found', title: 'x' } }, /Not found in this shop/],
    ['an answer that makes no sense', { json: { variants: [{}] } }, /Something went wrong on our side/],
    ['a role that may not', { status: 403, json: { type: 'forbidden', title: 'x' } }, /may not see this yet/],
  ])('says what there is with %s', async (_, answer, words) => {
    await open({ [READ]: answer });
    await page.getByText(words).first().waitFor();
    expect(await axeViolations(page.mainFrame())).toEqual([]);
  });

  it.each([
    ['en-IN', 'Block-print kurta has no HSN code.', 'To mend: 2 of 2'],
    ['hi-IN', 'Block-print kurta का HSN कोड नहीं है।', 'ठीक करने हैं: 2 में से 2'],
  ])('counts what is to mend: %s', async (locale, sentence, count) => {
    await open(reading(PRODUCT_GST_CASES.withoutCode), locale);
    await page.getByText(sentence).first().waitFor();
    await page.getByText(count, { exact: true }).waitFor();
  });

  it('mends code and origin in place by keyboard, and puts them back', async () => {
    const sent: unknown[] = [];
    const mended = aVariantGst({ hsn: '620442', hsnFrom: 'variant-field', originCountryCode: 'BD' });
    await open({
      ...reading(aProductGst({ variants: [OWN_CODE] })),
      [MEND]: ({ json }) => {
        sent.push(json);
        const isFirst = sent.length === 1;
        const product = aProductGst({ variants: [isFirst ? mended : OWN_CODE] });
        const before = { variantId: '11', hsn: '6204', originCountryCode: 'IN' };
        return { json: { product, before: isFirst ? before : json } };
      },
    });
    await button('Edit HSN code and origin of M').focus();
    await page.keyboard.press('Enter');
    expect(await code().inputValue()).toBe('6204');
    await code().fill('6204 42');
    await page.keyboard.press('Tab');
    await page.getByLabel('Country of origin of M').selectOption('BD');
    expect(await axeViolations(page.mainFrame())).toEqual([]);
    await button('Save').focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/^Saved\./)
      .waitFor();
    await page.getByText('Bangladesh').waitFor();
    await button('Undo').click();
    await page.getByText('Put back as it was.').waitFor();
    await page.getByText('India').waitFor();
    expect(sent).toEqual([
      { variantId: '11', hsn: '620442', originCountryCode: 'BD' },
      { variantId: '11', hsn: '6204', originCountryCode: 'IN' },
    ]);
  });

  it('fits a phone while it is mended, and says there how it went', async () => {
    await page.setViewportSize({ width: 390, height: 900 });
    const variants = [0, 1, 2].map((size) => aVariantGst({ id: String(size), title: `Size ${size}` }));
    const denied = { status: 409, json: { type: 'not-open', title: 'x' } };
    await open({ ...reading(aProductGst({ variants })), [MEND]: denied });
    await button('Edit HSN code and origin of Size 2').click();
    const field = page.getByLabel('HSN code of Size 2', { exact: true });
    await field.fill('620442');
    const [width, right] = await page
      .getByLabel('Country of origin of Size 2')
      .evaluate((list) => [document.documentElement.clientWidth, list.getBoundingClientRect().right]);
    expect(right).toBeLessThan(width ?? 0);
    await button('Save').click();
    const row = page.getByRole('row').filter({ has: field });
    await row.getByText(/Allow it in the settings of Prahari/).waitFor();
    expect(await axeViolations(page.mainFrame())).toEqual([]);
  });

  it('mends the code of all variants, and clears it', async () => {
    const sent: unknown[] = [];
    await open({
      ...reading(PRODUCT_GST_CASES.good),
      [MEND]: ({ json }) => {
        sent.push(json);
        return { json: { product: aProductGst({ hsn: null }), before: { variantId: null, hsn: '6204' } } };
      },
    });
    await button('Edit the HSN code for all variants').click();
    await page.getByLabel('HSN code for all variants', { exact: true }).fill('');
    await button('Save').click();
    await page.getByText('No HSN code for all variants.').waitFor();
    expect(sent).toEqual([{ variantId: null, hsn: null }]);
  });

  it('sends nothing that is no code, and nothing that is the same', async () => {
    const sent: unknown[] = [];
    await open({
      ...reading(aProductGst({ variants: [OWN_CODE] })),
      [MEND]: ({ json }) => ({ json: sent.push(json) }),
    });
    await edit();
    await code().fill('62O4');
    await button('Save').click();
    await page.getByText(/Type the digits alone/).waitFor();
    await code().fill(' 6204 ');
    await button('Save').click();
    await code().waitFor({ state: 'detached' });
    expect(sent).toEqual([]);
  });

  it.each([
    [400, { type: 'bad-request', fields: { hsn: 'no-such-chapter' } }, /No chapter of the tariff/],
    [400, { type: 'bad-request', fields: { originCountryCode: 'unknown' } }, /Shopify did not take this country/],
    [409, { type: 'not-taken' }, /Shopify did not take all of this/],
    [409, { type: 'not-open', fields: { scope: 'write_products' } }, /Allow it in the settings of Prahari/],
    [429, { type: 'too-many-requests' }, /Many questions came at once/],
    [500, { type: 'internal' }, /Something went wrong on our side/],
  ])('keeps what was typed at %i %j, and says what to do', async (status, problem, words) => {
    await open({
      ...reading(aProductGst({ variants: [OWN_CODE] })),
      [MEND]: { status, json: { title: 'Invented title of the server', status, ...problem } },
    });
    await edit();
    await code().fill('9999');
    await button('Save').click();
    await page.getByText(words).waitFor();
    expect(await code().inputValue()).toBe('9999');
    expect(await page.locator('body').innerText()).not.toContain('Invented title');
    expect(await axeViolations(page.mainFrame())).toEqual([]);
  });

  it('tries the same change again after an answer that did not come', async () => {
    await open({ ...reading(aProductGst({ variants: [OWN_CODE] })), [MEND]: { isDown: true } });
    await edit();
    await code().fill('620442');
    await button('Save').click();
    await page.getByText('No answer from Prahari').waitFor();
    await answerFor(page, {
      [MEND]: ({ json }) => ({ json: { product: aProductGst({ variants: [OWN_CODE] }), before: json } }),
    });
    await button('Try again').click();
    await page.getByText(/^Saved\./).waitFor();
  });

  it('shows many variants in parts, and finds one among them', async () => {
    await open(reading(PRODUCT_GST_CASES.many));
    await page.getByText('Shown: 20 of 2,000.').waitFor();
    await page.getByText(/This product has more/).waitFor();
    await button('Show 20 more').click();
    await page.getByText('Shown: 40 of 2,000.').waitFor();
    await page.getByLabel('Find variants by name or code').fill('size 1999');
    await page.getByText('Shown: 1 of 1.').waitFor();
    await page.getByText('Size 1999', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Only variants that need work' }).check();
    await page.getByText(/No variant fits/).waitFor();
  });

  it('lets a viewer look', async () => {
    await open(reading(PRODUCT_GST_CASES.viewer));
    await page.getByText(/lets you look, not change/).waitFor();
    expect(await page.getByRole('button', { name: /Edit|Change/ }).count()).toBe(0);
  });

  it('shows what others wrote as text', async () => {
    const title = '<img src=x onerror=alert(1)> & "M"';
    await open(reading(aProductGst({ variants: [aVariantGst({ title })] })));
    await page.getByText(title, { exact: true }).waitFor();
    await button(`Edit HSN code and origin of ${title}`).waitFor();
  });
});
