import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import type { FieldKind, PageForm } from '../../evidence/storefront.ts';
import { aHostProbe, aPage, aStorefront } from '../../../test/security-factories.ts';
import { formTargets } from './form-targets.ts';

const form = (host: string | null, asks: FieldKind[], scheme: PageForm['scheme'] = 'https'): PageForm => ({
  host,
  asks,
  scheme,
});
const judged = (...forms: PageForm[]) =>
  assess(formTargets, {
    storefront: aStorefront({
      hosts: [aHostProbe({ pages: [aPage({ forms })] }), aHostProbe({ host: 'www.other.example' })],
    }),
  });

describe('security/form-targets', () => {
  it.each([
    ['its own', form(null, ['password', 'email'], 'relative'), []],
    ['its own host by name', form('INVENTED-SHOP.example', ['card']), []],
    ['under its own domain', form('pay.other.example', ['card']), []],
    ['Shopify’s', form('shop.app', ['email']), []],
    ['a search elsewhere', form('search.example', []), []],
    ['a search over http', form('search.example', [], 'http'), []],
    ['a card elsewhere', form('pay.example', ['name', 'card']), ['payment critical']],
    ['a password elsewhere', form('in.example', ['email', 'password']), ['payment critical']],
    ['an address elsewhere', form('crm.example', ['email', 'address']), ['personal high']],
    ['a newsletter elsewhere', form('news.example', ['email']), ['mail medium']],
    ['a look-alike of the shop', form('notinvented-shop.example', ['phone']), ['personal high']],
    ['a look-alike of Shopify', form('shopify.com.example', ['phone']), ['personal high']],
    ['another shop on Shopify', form('someone.myshopify.com', ['phone']), ['personal high']],
    ['over http', form('invented-shop.example', ['email'], 'http'), ['http critical']],
    ['over http to nobody named', form(null, ['email'], 'http'), ['http critical']],
  ])('%s', (_, one, wanted) => {
    const { findings } = judged(one);
    expect(findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(wanted);
  });

  it('makes one finding of a page and a target, the gravest', () => {
    const { findings } = judged(
      form('a.example', ['email']),
      form('a.example', ['card']),
      form('b.example', ['email']),
    );
    expect(findings).toMatchObject([
      { subject: 'invented-shop.example/ a.example', messageId: 'payment' },
      { subject: 'invented-shop.example/ b.example', messageId: 'mail' },
    ]);
  });
});
