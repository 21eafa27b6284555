import { describe, expect, it } from '@jest/globals';
import { PLATFORM_APPS, platformApp } from './platform-apps.ts';

const nobody = { appId: null, handle: null, name: null };

describe('Shopify’s own apps', () => {
  it.each([
    [{ appId: '580111' }, 'Online Store'],
    [{ appId: '580111', name: 'Онлайн' }, 'Online Store'], // renamed by the shop's language
    [{ name: 'Point of Sale' }, 'Point of Sale'],
    [{ handle: 'shopify_draft_order', name: 'Draft Orders' }, 'Draft Orders'],
    [{ handle: 'web' }, 'Online Store'],
    [{ appId: '1830279', handle: 'shopify_web', name: 'Shopify Web' }, 'Shopify Web'],
    [{ appId: '666', name: 'Online Store', handle: 'online_store' }, null], // anybody may take the name
    [{ handle: 'purana-web', name: 'Online Store' }, null], // a handle is surer than a name
    [{ name: 'Invented reviews' }, null],
    [{}, null],
  ])('%j is of %s', (told, name) => {
    expect(platformApp({ ...nobody, ...told })?.name ?? null).toBe(name);
  });

  it('stand with a source, each number and word once', () => {
    const words = PLATFORM_APPS.flatMap(({ appId, handles }) => [...(appId === null ? [] : [appId]), ...handles]);
    expect(new Set(words).size).toBe(words.length);
    expect(PLATFORM_APPS.filter(({ source }) => source.length < 20)).toEqual([]);
  });
});
