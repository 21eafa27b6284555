import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CLEAR_METAFIELDS, OUR_INSTALLATION, SET_METAFIELDS } from '../../server/metafields/own-metafield-documents.ts';
import type { Sandbox } from '../start.ts';
import { accessTokenOf, askAdmin, callShop } from '../testing/shop-client.ts';
import { CLEAN, testSandbox } from '../testing/test-sandbox.ts';
import { LATE_SCRIPT_URL, TAG_MANAGER_URL } from './late-hosts.ts';

const HOST = 'https://www.saaf-dukaan.example';
const PLACE = { namespace: 'prahari', key: 'beacon' };
const VALUE = { url: 'http://localhost:3000/beacon', token: 'a.b"><script>.c' };

let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  token = await accessTokenOf(sandbox, CLEAN);
});
afterAll(() => sandbox.close());

async function ask(document: string, metafields?: readonly object[]): Promise<Record<string, unknown>> {
  const answer = await askAdmin(sandbox, CLEAN, token, document, { ...(metafields && { metafields }) });
  expect(answer.status).toBe(200);
  return answer.json()['data'] as Record<string, unknown>;
}
async function ownerId(): Promise<string> {
  const { currentAppInstallation } = await ask(OUR_INSTALLATION);
  return (currentAppInstallation as { id: string }).id;
}
async function field(over: object = {}) {
  return { ownerId: await ownerId(), ...PLACE, type: 'json', value: JSON.stringify(VALUE), ...over };
}
async function change(body: object): Promise<unknown> {
  const answer = await fetch(`${sandbox.adminUrl}/sandbox/shops/${CLEAN}/beacon`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}
const page = async (path: string) => (await callShop(sandbox, HOST + path)).text;

describe('metafields of the app’s installation', () => {
  it('are set, read, cleared, and cleared again', async () => {
    expect(await ask(SET_METAFIELDS, [await field()])).toMatchObject({ metafieldsSet: { userErrors: [] } });
    const held = '{ currentAppInstallation { metafield(namespace: "prahari", key: "beacon") { value } } }';
    expect(await ask(held)).toEqual({ currentAppInstallation: { metafield: { value: JSON.stringify(VALUE) } } });
    const place = [{ ownerId: await ownerId(), ...PLACE }];
    const cleared = { metafieldsDelete: { deletedMetafields: [{ key: 'beacon' }], userErrors: [] } };
    expect(await ask(CLEAR_METAFIELDS, place)).toEqual(cleared);
    expect(await ask(CLEAR_METAFIELDS, place)).toEqual({
      metafieldsDelete: { deletedMetafields: [null], userErrors: [] },
    });
  });

  it.each([
    ['no JSON', { value: '{' }, 'INVALID_VALUE'],
    ['nothing', { value: '' }, 'BLANK'],
    ['of a type that does not exist', { type: 'yaml' }, 'INVALID_TYPE'],
    ['of another owner', { ownerId: 'gid://shopify/AppInstallation/1' }, 'INVALID'],
  ])('%s is refused whole', async (_what, over, code) => {
    const answer = await ask(SET_METAFIELDS, [await field(), await field(over)]);
    expect(answer).toMatchObject({ metafieldsSet: { metafields: null, userErrors: [{ code }] } });
    expect(await ask('{ currentAppInstallation { metafield(namespace: "prahari", key: "beacon") { id } } }')).toEqual({
      currentAppInstallation: { metafield: null },
    });
  });
});

describe('the app’s block', () => {
  it('stands on the pages once it is switched on in the theme and its value is there', async () => {
    expect(await page('/')).not.toContain('script-beacon');
    await change({ isEmbedded: true });
    expect(await page('/')).not.toContain('script-beacon');
    await ask(SET_METAFIELDS, [await field()]);
    const drawn = await page('/cart');
    const [tag = ''] = /<script\s+src="[^"]*script-beacon\.js"[\s\S]*?<\/script>\s*<\/body>/.exec(drawn) ?? [];
    expect(tag).toContain('data-page="cart"');
    expect(tag).toContain('data-token="a.b&#34;&gt;&lt;script&gt;.c"');
    const [, address = ''] = /src="([^"]+)"/.exec(tag) ?? [];
    expect(await callShop(sandbox, address)).toMatchObject({
      status: 200,
      text: expect.stringContaining('prahariBeacon'),
    });
    expect(await change({ isEmbedded: false })).toMatchObject({ isEmbedded: false, isPublished: true });
    expect(await page('/')).not.toContain('script-beacon');
  });

  it('leaves the theme’s other embeds as they were', async () => {
    const before = await page('/');
    await change({ isEmbedded: true });
    await change({ isEmbedded: false });
    expect(await page('/')).toBe(before);
  });

  it('loses its value when the app is uninstalled', async () => {
    await ask(SET_METAFIELDS, [await field()]);
    await sandbox.core.uninstall(CLEAN);
    expect(await change({})).toMatchObject({ isPublished: false });
  });
});

describe('scripts that only browsers meet', () => {
  it('are loaded by a tag manager, and named by no page', async () => {
    await change({ hasLateScripts: true });
    expect(await page('/')).toContain(TAG_MANAGER_URL);
    expect(await page('/')).not.toContain(LATE_SCRIPT_URL);
    expect((await callShop(sandbox, TAG_MANAGER_URL)).text).toContain(LATE_SCRIPT_URL);
    expect((await callShop(sandbox, LATE_SCRIPT_URL)).status).toBe(200);
    await change({ hasLateScripts: false });
    expect(await page('/')).not.toContain(TAG_MANAGER_URL);
  });

  it('an unknown switch is refused', async () => {
    expect(await change({ visitors: true })).toMatchObject({ error: expect.stringContaining('visitors') });
  });
});
