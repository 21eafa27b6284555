import { describe, expect, it } from '@jest/globals';
import { readVendorList } from './read-vendor-list.ts';

const codes = (text: string) => readVendorList(text).problems.map(({ line, code }) => [line, code]);
const names = (text: string) => readVendorList(text).rows.map(({ name }) => name);

describe('a table of vendors', () => {
  it('is read by its headers, in any order and spelling', () => {
    const { rows, problems, columns } = readVendorList(
      'App name;Website;Used for;Owner;Data;Permissions;Type;Price\n' +
        'Invented Reviews;https://reviews.example/app?x=1;Stars under products;Asha;customers, orders;read_orders read_products;App;9\n',
    );
    expect(problems).toEqual([]);
    expect(columns).toEqual({
      used: ['App name', 'Website', 'Used for', 'Owner', 'Data', 'Permissions', 'Type'],
      ignored: ['Price'],
    });
    expect(rows).toEqual([
      {
        ...{ line: 2, name: 'Invented Reviews', kind: 'app', handle: null, hosts: ['reviews.example'] },
        ...{ purpose: 'Stars under products', owner: 'Asha', dataClasses: ['customers', 'orders'] },
        scopes: ['read_orders', 'read_products'],
      },
    ]);
  });

  it('is read in Hindi', () => {
    const { rows } = readVendorList('नाम\tवेबसाइट\tउद्देश्य\tडेटा\nइन्वेंटेड कूरियर\tcourier.example\tडिलीवरी\tग्राहक; ऑर्डर\n');
    expect(rows).toMatchObject([
      { name: 'इन्वेंटेड कूरियर', hosts: ['courier.example'], purpose: 'डिलीवरी', dataClasses: ['customers', 'orders'] },
    ]);
  });

  it.each([
    ['App', 'app'],
    ['Payment gateway', 'payment-gateway'],
    ['custom app', 'custom-app'],
    ['Tracking pixel', 'script'],
    ['Courier', 'service'],
    ['Agency', 'agency'],
    ['भुगतान गेटवे', 'payment-gateway'],
    ['', 'app'],
  ])('kind %j: %s', (cell, kind) => {
    expect(readVendorList(`Name,Kind\nInvented,${cell}`).rows).toMatchObject([{ kind }]);
  });

  it.each([
    ['Name,Host\n,', []], // a blank line says nothing
    ['Name,Purpose\n,for nothing', [[2, 'no-name']]],
    ['Name\nOne\none', [[3, 'duplicate']]],
    ['Name,Host\nOne,a.example\nTwo,cdn.a.example', [[3, 'duplicate']]], // one firm's hosts
    ['Name,Kind\nOne,spaceship', [[2, 'unknown-kind']]],
    ['Name,Host\nOne,not a host', [[2, 'bad-host']]],
    ['Name,Host\nOne,127.0.0.1', [[2, 'bad-host']]],
    ['Name,Host\nOne,marigold.myshopify.com', [[2, 'bad-host']]],
    ['Name,Data\nOne,"orders, dreams"', [[2, 'unknown-data']]],
    ['Name,Scopes\nOne,everything', [[2, 'unknown-scope']]],
    ['Name,Handle\nOne,<b>', [[2, 'bad-handle']]],
    ['Name,Owner\n"One,two\nThree,four', [[2, 'unreadable']]],
  ])('%j: %j', (text, expected) => expect(codes(text)).toEqual(expected));

  it('keeps a formula as text, and takes back what our own file put before it', () => {
    expect(names("Name,Purpose\n=HYPERLINK(1),x\n'=cmd(),y\n@sum,z")).toEqual(['=HYPERLINK(1)', '=cmd()', '@sum']);
  });

  it('takes markup and what turns text as plain words', () => {
    expect(names('Name\n<img src=x onerror=alert(1)>\nexe\u202Egnp.app')).toEqual([
      '<img src=x onerror=alert(1)>',
      'exegnp.app',
    ]);
  });

  it('takes a name from handle or host where none is given', () => {
    expect(names('Name,Handle,Host\n,invented-chat,\n,,chat.example')).toEqual(['invented-chat', 'chat.example']);
  });

  it('cuts names and purposes, not between halves of a letter', () => {
    const [row] = readVendorList(`Name,Purpose\n${'😀'.repeat(200)},${'क'.repeat(5_000)}`).rows;
    expect([...(row?.name ?? '')]).toHaveLength(120);
    expect([...(row?.purpose ?? '')]).toHaveLength(500);
    expect(row?.name.isWellFormed()).toBe(true);
  });
});

describe('a bare list', () => {
  it('is one name a line, with commas, bullets and numbers', () => {
    expect(names('\uFEFFInvented Reviews\r\n- Invented, Chat & Co.\r2. Invented Parcel\n\n')).toEqual([
      'Invented Reviews',
      'Invented, Chat & Co.',
      'Invented Parcel',
    ]);
  });

  it('takes an address for its host', () => {
    expect(readVendorList('https://cdn.invented.example/w.js').rows).toMatchObject([
      { name: 'cdn.invented.example', hosts: ['cdn.invented.example'] },
    ]);
  });

  it('names what comes along with a copied page and is no app', () => {
    const page = 'Apps and sales channels\nInstalled\nInvented Reviews\nBy Invented Firm\n$9.99/month\nOpen app\n—';
    const { rows, problems } = readVendorList(page);
    expect(rows.map(({ name, line }) => [line, name])).toEqual([[3, 'Invented Reviews']]);
    expect(problems.map(({ code, text }) => [code, text])).toEqual([
      ['not-a-name', 'Apps and sales channels'],
      ['not-a-name', 'Installed'],
      ['not-a-name', 'By Invented Firm'],
      ['not-a-name', '$9.99/month'],
      ['not-a-name', 'Open app'],
      ['not-a-name', '—'],
    ]);
  });
});

describe('what is refused whole', () => {
  it.each([
    ['nothing', ' \n \n', 'empty'],
    ['a thousand and one lines', 'Invented\n'.repeat(1_001), 'too_many_lines'],
    ['a table of a thousand and one', `Name\n${'x\n'.repeat(1_001)}`, 'too_many_lines'],
    ['more than a megabyte', 'é'.repeat(524_289), 'too_large'],
  ])('%s', (_, text, code) => {
    expect(() => readVendorList(text)).toThrow(expect.objectContaining({ status: 400, fields: { text: code } }));
  });

  it('a thousand lines are not', () => {
    const lines = Array.from({ length: 1_000 }, (_, at) => `Invented ${at}`);
    expect(readVendorList(lines.join('\n')).rows).toHaveLength(1_000);
  });
});
