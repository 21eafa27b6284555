import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { HEADER_TESTS } from '../../../core/headers/grade.ts';
import { BEHAVIOURS } from '../../../core/evidence/code.ts';
import { FIELD_KINDS, PAGE_KINDS, PROBE_OUTCOMES } from '../../../core/evidence/storefront.ts';
import { aHostProbe, aTlsReport } from '../../../test/security-factories.ts';
import en from '../../locales/en/storefront.json' with { type: 'json' };
import { axeFindings } from '../../test/axe.ts';
import { aHome } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { aGrade, aStorefrontBoard, noHosts } from '../../test/storefront-factories.ts';
import { hostOf } from './host-of.ts';
import { signatureFault } from './signature-fault.ts';
import type { Held } from '../../test/fake-api.ts';

async function open(parts: Partial<Held> = {}) {
  const app = await openApp('/storefront', parts);
  await screen.findByRole('heading', { level: 1, name: 'Storefront' });
  return app;
}

const SECRETS = {
  signatureInput: 'sig1=("@authority");created=1790000000;keyid="invented"',
  signature: 'sig1=:aW52ZW50ZWQtc2lnbmF0dXJl:',
};

describe('the storefront', () => {
  it('shows the grade with its tests, and whose each is', async () => {
    const { container } = await open();
    expect(await screen.findByText('65 of 100 points, grade B-')).toBeTruthy();
    const rows = within(screen.getByRole('table', { name: 'Headers, in twelve tests' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/CSP.*Costs 20 points.*Shopify sets this/),
      expect.stringMatching(/HSTS.*Costs 10 points.*Shopify sets this/),
      expect.stringMatching(/Checksums.*Costs 5 points.*Your shop, theme or apps/),
      expect.stringMatching(/cookies.*Costs nothing.*Your shop, theme or apps/),
      expect.stringMatching(/framed.*Bonus of 5 points.*Shopify sets this/),
    ]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('puts nothing on the platform where it is the shop’s own host', async () => {
    await open({
      storefront: aStorefrontBoard({
        hosts: [{ ...aHostProbe({ isPlatformHosted: false, listedBy: 'own' }), grade: aGrade() }],
      }),
    });
    expect(await screen.findByText(/Named by you and proven/)).toBeTruthy();
    expect(screen.queryByText(/Shopify sets this/)).toBeNull();
  });

  it('opens each part by the keyboard, and all of it is readable', async () => {
    const { container, user } = await open();
    for (const name of [
      'Encryption and certificate',
      'Way from plain HTTP',
      'Scripts',
      'Forms',
      'Cookies',
      'Content security policy',
    ]) {
      const button = await screen.findByRole('button', { name });
      expect(button.getAttribute('aria-expanded')).toBe('false');
      button.focus();
      await user.keyboard('{Enter}');
      expect(button.getAttribute('aria-expanded')).toBe('true');
    }
    expect(screen.getByText('TLS 1.0: refused')).toBeTruthy();
    expect(screen.getByText('TLS 1.3: accepted')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('claims nothing of pages that it did not look at', async () => {
    await open({ storefront: aStorefrontBoard({ hosts: [{ ...aHostProbe({ pages: [] }), grade: null }] }) });
    expect(await screen.findByText(/This host only leads on/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Scripts' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Forms' })).toBeNull();
  });

  it('says what is wrong with a certificate', async () => {
    const tls = aTlsReport({ fault: 'CERT_HAS_EXPIRED', validTo: '2026-01-01T00:00:00.000Z', isTrusted: false });
    const { user } = await open({
      storefront: aStorefrontBoard({
        hosts: [{ ...aHostProbe({ outcome: 'tls-failed', tls, pages: [] }), grade: null }],
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Encryption and certificate' }));
    expect(screen.getByText('Browsers refuse this certificate: CERT_HAS_EXPIRED.')).toBeTruthy();
    expect(screen.getAllByText(/Certificate ended on 1 Jan 2026/).length).toBeGreaterThan(0);
  });

  it('shows verdicts on the domain with the record that each stands on', async () => {
    await open();
    const row = await screen.findByRole('row', { name: /DMARC/ });
    expect(row.textContent).toMatch(/In order.*Forged mail is refused, for 100% of it\..*v=DMARC1; p=reject/);
  });

  it('leads a blocked shop to a signature, whose values are never shown again', async () => {
    const { container, held, user } = await open({
      storefront: aStorefrontBoard({ hosts: [{ ...aHostProbe({ outcome: 'blocked', pages: [] }), grade: null }] }),
    });
    expect(await screen.findByText(/neither good nor bad/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Enter a signature' }));
    await user.click(screen.getByLabelText('Signature-Input'));
    await user.paste(SECRETS.signatureInput);
    await user.click(screen.getByRole('button', { name: 'Save signature' }));
    expect(screen.getByText(/the rest between colons/)).toBeTruthy();
    await user.click(screen.getByLabelText('Signature'));
    await user.paste(SECRETS.signature);
    const day = screen.getByLabelText<HTMLInputElement>('Ends on');
    await user.click(day);
    await user.paste(day.max);
    await user.click(screen.getByRole('button', { name: 'Save signature' }));
    await waitFor(() => expect(held.sentSignatures).toMatchObject([{ host: 'invented-shop.example', ...SECRETS }]));
    expect(container.innerHTML).not.toContain(SECRETS.signature);
  });

  it('lets nobody but the owner enter a signature', async () => {
    await open({
      home: aHome({ me: { userId: '7', role: 'manager', language: null } }),
      storefront: aStorefrontBoard({ hosts: [{ ...aHostProbe({ outcome: 'blocked', pages: [] }), grade: null }] }),
    });
    const button = await screen.findByRole('button', { name: 'Enter a signature' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText(/Only the owner of the shop enters/)).toBeTruthy();
  });

  it.each([
    ['before the first check', aStorefrontBoard({ takenAt: null, hosts: [] }), 'Nothing seen yet'],
    ['when no host could be visited', aStorefrontBoard({ hosts: [], reason: 'timed-out' }), /took too long/],
    ['when Shopify lists none', aStorefrontBoard({ hosts: [] }), /Shopify lists no host/],
  ])('is no blank that looks fine, %s', async (_, storefront, words) => {
    await open({ storefront });
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('has words for everything that a visit can show', () => {
    const missing = [
      ...PROBE_OUTCOMES.map((outcome) => [en.visit, outcome] as const),
      ...PROBE_OUTCOMES.filter((outcome) => outcome !== 'answered').map((outcome) => [en.visitNext, outcome] as const),
      ...HEADER_TESTS.map((test) => [en.grade.tests, test] as const),
      ...BEHAVIOURS.map((behaviour) => [en.behaviour, behaviour] as const),
      ...PAGE_KINDS.map((page) => [en.page, page] as const),
      ...FIELD_KINDS.map((field) => [en.field, field] as const),
    ].flatMap(([texts, key]) => (key in texts ? [] : [key]));
    expect(missing).toEqual([]);
  });
});

describe('own hosts in Settings', () => {
  it('adds a host, shows what proves it, and removes it', async () => {
    const { held, user } = await openApp('/settings');
    const field = await screen.findByLabelText('Host');
    await user.type(field, 'nothing');
    await user.click(screen.getByRole('button', { name: 'Add host' }));
    expect(screen.getByText('Write a name with a dot, without a path.')).toBeTruthy();
    await user.clear(field);
    await user.type(field, 'https://Blog.invented-shop.example/path');
    await user.click(screen.getByRole('button', { name: 'Add host' }));
    expect(await screen.findByDisplayValue('_prahari.blog.invented-shop.example')).toBeTruthy();
    expect(screen.getByDisplayValue('prahari-verification=abc')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Remove host blog.invented-shop.example' }));
    await waitFor(() => expect(held.hosts.hosts).toEqual([]));
  });

  it('removes a signature', async () => {
    const { held, user } = await openApp('/settings', {
      hosts: noHosts({ signatures: [{ host: 'invented-shop.example', endsOn: '2027-01-31' }] }),
    });
    expect(await screen.findByText('invented-shop.example, until 31 Jan 2027')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Remove the signature of invented-shop.example' }));
    await waitFor(() => expect(held.hosts.signatures).toEqual([]));
  });
});

describe('a typed host', () => {
  it.each([
    ['blog.shop.example', 'blog.shop.example'],
    [' HTTPS://Blog.Shop.Example/a?b#c ', 'blog.shop.example'],
    ['https://user:word@shop.example', 'shop.example'],
    ['दुकान.example', 'xn--11b7ah1gn.example'],
    ['localhost', null],
    ['127.0.0.1', null],
    ['[::1]', null],
    ['0x7f.1', null],
    ['shop.example.', null],
    ['a b.example', null],
    ['', null],
  ])('%j: %s', (typed, host) => {
    expect(hostOf(typed)).toBe(host);
  });
});

describe('a signature', () => {
  const input = { host: 'shop.example', ...SECRETS, endsOn: '2027-02-20' };
  it.each([
    ['as Shopify shows it', {}, null],
    ['with blanks around', { signature: ` ${SECRETS.signature}\n` }, null],
    [
      'the values exchanged',
      { signatureInput: SECRETS.signature, signature: SECRETS.signatureInput },
      'signatureInput',
    ],
    ['a line end inside', { signature: 'sig1=:aW52ZW50ZWQt\nc2lnbmF0dXJl:' }, 'signature'],
    ['that ends today', { endsOn: '2026-11-22' }, null],
    ['that has ended', { endsOn: '2026-11-21' }, 'endsOn'],
    ['for longer than there is', { endsOn: '2027-02-24' }, 'endsOn'],
    ['without an end', { endsOn: '' }, 'endsOn'],
  ] as const)('%s: %s', (_, parts, fault) => {
    expect(signatureFault({ ...input, ...parts }, '2026-11-22', '2027-02-23')).toBe(fault);
  });
});
