import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Sandbox } from '../start.ts';
import { callShop } from '../testing/shop-client.ts';
import { CLEAN, PLANTED, testSandbox } from '../testing/test-sandbox.ts';
import { renderLiquid } from './liquid.ts';

const CLEAN_HOST = 'https://www.saaf-dukaan.example';
const PLANTED_HOST = 'https://www.vastra-niketan.example';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.close());

describe('a shop’s pages', () => {
  it.each([
    ['/', 200, '<h1>Cotton for the monsoon</h1>'],
    ['/products/hand-block-cotton-kurta', 200, 'Hand-block cotton kurta'],
    ['/collections/kurtas', 200, '<h1>Kurtas</h1>'],
    ['/collections', 200, 'Sarees'],
    ['/cart', 200, 'Your cart'],
    ['/search', 200, 'role="search"'],
    ['/pages/contact', 200, 'contact[email]'],
    ['/policies/refund-policy', 200, '14 days'],
    ['/policies/legal-notice', 404, 'This page is not here'],
    ['/nowhere', 404, 'This page is not here'],
    ['/robots.txt', 200, 'Disallow: /cart'],
  ])('%s answers %s', async (path, status, words) => {
    const answer = await callShop(sandbox, CLEAN_HOST + path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    expect(answer.text).not.toMatch(/\{[{%]/);
  });

  it.each([
    ['assets/base.css', 'text/css'],
    ['assets/theme.js', 'text/javascript'],
    ['assets/swatch.png', 'image/png'],
  ])('serves %s of its theme', async (name, type) => {
    const id = sandbox.shops[1]?.themes[0]?.id;
    const answer = await callShop(sandbox, `${CLEAN_HOST}/cdn/shop/t/${id}/${name}`);
    expect([answer.status, String(answer.headers['content-type']).split(';')[0]]).toEqual([200, type]);
  });

  it.each(['/cdn/shop/t/1/assets/none.css', '/cdn/shop/t/1/assets/../config/settings_data.json'])(
    'has no %s',
    async (path) => {
      expect((await callShop(sandbox, CLEAN_HOST + path)).status).toBe(404);
    },
  );

  it('sends the platform’s headers', async () => {
    const { headers } = await callShop(sandbox, `${CLEAN_HOST}/`);
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=7889238',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-content-type-options': 'nosniff',
      'powered-by': 'Shopify',
      'server-timing': expect.stringContaining('processing'),
    });
  });

  it.each([`https://${CLEAN}/cart?a=1`, 'https://saaf-dukaan.example/cart?a=1'])(
    '%s leads to the main domain',
    async (url) => {
      const answer = await callShop(sandbox, url);
      expect([answer.status, answer.headers['location']]).toEqual([301, `${CLEAN_HOST}/cart?a=1`]);
    },
  );

  it('draws what the theme was given, foreign scripts too', async () => {
    await sandbox.core.mend(PLANTED, 'storefront-still-locked');
    const before = (await callShop(sandbox, `${PLANTED_HOST}/`)).text;
    expect(before).toContain('src="https://cdn.taarif-reviews.example/v3/badge.js"');
    expect(before).toContain('src="http://images.purana-host.example/diwali-banner.jpg"');
    await sandbox.core.mend(PLANTED, 'review-widget-script');
    expect((await callShop(sandbox, `${PLANTED_HOST}/`)).text).not.toContain('taarif-reviews');
  });

  it('shows the password page only, while it is locked', async () => {
    await sandbox.core.plant(PLANTED, 'storefront-still-locked');
    const answer = await callShop(sandbox, `${PLANTED_HOST}/products/x`);
    expect([answer.status, answer.headers['location']]).toEqual([302, `${PLANTED_HOST}/password`]);
    expect((await callShop(sandbox, `${PLANTED_HOST}/password`)).text).toContain('We open soon.');
    await sandbox.core.mend(PLANTED, 'storefront-still-locked');
    expect((await callShop(sandbox, `${PLANTED_HOST}/password`)).headers['location']).toBe(`${PLANTED_HOST}/`);
  });

  it('takes no posts where nothing is to be done', async () => {
    expect((await callShop(sandbox, `${CLEAN_HOST}/collections`, { body: {} })).status).toBe(405);
  });

  it.each(['/hi/cart', '/cart?locale=hi'])('%s speaks Hindi', async (path) => {
    const { text, headers } = await callShop(sandbox, CLEAN_HOST + path);
    expect(text).toContain('<html lang="hi">');
    expect(text).toContain('<h1>आपका कार्ट</h1>');
    expect(headers['content-language']).toBe('hi-IN');
  });
});

describe('renderLiquid', () => {
  const source = {
    read: (name: string) =>
      ({
        'snippets/x.liquid': 'x={{ shop.name }}',
        'snippets/loop.liquid': "a{% render 'loop' %}",
        'snippets/shown.liquid': '{{ name }}',
      })[name],
    assetUrl: (name: string) => `/a/${name}`,
    phrases: [
      { own: 'अपना' },
      {
        own: 'own',
        all: { gap: '{{ n }} <b>', gap_html: '<b>{{ n }}</b>', many: { one: 'one', other: '{{ count }}' } },
      },
    ],
  };
  const scope = { shop: { name: 'A & B', tags: ['p', 'q'] }, flag: false, block: { html: '<p>app</p>' } };

  it.each([
    ['{{ shop.name }}', 'A & B'],
    ['{{ shop.name | escape }}', 'A &amp; B'],
    ['{{- "logo.svg" | asset_url -}}', '/a/logo.svg'],
    ["{{ nothing | default: 'other' }}", 'other'],
    ['{{ constructor.name }}', ''],
    ["{% render 'x' %}", 'x=A & B'],
    ["{% render 'shown', name: shop.name %}{{ name }}", 'A & B'],
    ['{% render block %}', '<p>app</p>'],
    ["{{ 'own' | t }}", 'अपना'],
    ["{{ 'all.gap' | t: n: 3 }}", '3 &#60;b&#62;'],
    ["{{ 'all.gap_html' | t: n: 3 }}", '<b>3</b>'],
    ["{{ 'all.many' | t: count: 2 }}", '2'],
    ['{{ 105000 | money }}', '₹1,050.00'],
    [
      "{% form 'cart', cart, id: 'c\"d' %}in{% endform %}",
      '<form method="post" action="/cart" accept-charset="UTF-8" id="c&#34;d"><input type="hidden" name="form_type" value="cart"><input type="hidden" name="utf8" value="✓">in</form>',
    ],
    ['{% for tag in shop.tags %}[{{ tag }}]{% endfor %}', '[p][q]'],
    ['{% for tag in nothing %}[{{ tag }}]{% endfor %}', ''],
    ['{% if flag %}yes{% else %}no{% endif %}', 'no'],
    ['{% unless flag %}no{% endunless %}', 'no'],
    ["{% if shop.name == 'A & B' %}same{% endif %}", 'same'],
    ['{% comment %} {{ shop.name }} {% endcomment %}.', '.'],
    ['{% schema %}{"a": "{{ b }}"}{% endschema %}.', '.'],
  ])('%s', (template, drawn) => {
    expect(renderLiquid(template, scope, source)).toBe(drawn);
  });

  it('ends a snippet that draws itself', () => {
    expect(renderLiquid("{% render 'loop' %}", scope, source)).toMatch(/^a+Liquid error: Nesting too deep$/);
  });

  it.each([
    "{% render 'none' %}",
    '{% paginate x by 3 %}kept{% endpaginate %}',
    '{{ shop.name | image_tag }}',
    "{{ 'no.such.phrase' | t }}",
    "{% form 'localization' %}{% endform %}",
    '{% schema %}{}',
  ])('what it does not know is an error: %s', (template) => {
    expect(() => renderLiquid(template, scope, source)).toThrow();
  });
});
