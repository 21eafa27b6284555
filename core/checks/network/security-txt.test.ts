import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/factories.ts';
import { aHostProbe, aStorefront, LATER } from '../../../test/security-factories.ts';
import { securityTxt } from './security-txt.ts';

const judged = (over: Parameters<typeof aHostProbe>[0]) =>
  assess(securityTxt, {
    storefront: aStorefront({ hosts: [aHostProbe({ listedBy: 'own', isPlatformHosted: false, ...over })] }),
  });
const GOOD = { hasContact: true, expiresAt: LATER };

describe('security/security-txt', () => {
  it.each([
    ['whole', GOOD, []],
    ['none', null, ['missing']],
    ['without contact', { ...GOOD, hasContact: false }, ['noContact']],
    ['without end', { ...GOOD, expiresAt: null }, ['noEnd']],
    ['ended this moment', { ...GOOD, expiresAt: AS_OF }, ['ended']],
  ])('%s', (_, file, wanted) => {
    expect(judged({ securityTxt: file }).findings.map(({ messageId }) => messageId)).toEqual(wanted);
  });

  it('asks no file of a host that Shopify serves, but reads one that is there', () => {
    const onShopify = { listedBy: 'shopify', isPlatformHosted: true } as const;
    expect(judged({ ...onShopify, securityTxt: null }).outcome).toBe('notApplicable');
    expect(judged({ ...onShopify, securityTxt: { ...GOOD, hasContact: false } }).outcome).toBe('fail');
  });

  it('says where an own host turned us away', () => {
    expect(judged({ outcome: 'blocked', pages: [] })).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ reason: 'blocked' }],
    });
  });
});
