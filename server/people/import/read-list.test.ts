import { describe, expect, it } from '@jest/globals';
import { IMPORT_TEMPLATE, MOST_IMPORT_ROWS, type ImportRequest } from '../../../core/api/people.ts';
import { readList } from './read-list.ts';

const NOW = new Date('2026-11-22T06:30:00Z');
const read = (csv: string, over: Partial<ImportRequest> = {}) =>
  readList({ csv, service: 'shopify', source: 'users-export', columns: {}, ...over }, NOW);
const refusal = (csv: string, over: Partial<ImportRequest> = {}) => {
  try {
    read(csv, over);
  } catch (error) {
    return (error as { fields?: unknown }).fields;
  }
  return 'taken';
};

describe('the columns of a list', () => {
  it.each([
    ['Email,Name,Two-step authentication', ['name', 'email', 'secondFactor']],
    ['E-MAIL ID;Full name;2FA;Last log-in', ['email', 'name', 'secondFactor', 'lastSignInAt']],
    ['ईमेल\tनाम\tभूमिका', ['email', 'name', 'role']],
    ['sep=;\nUser_Email;Status', ['email', 'isActive']],
    [
      IMPORT_TEMPLATE.trim(),
      [
        'email',
        'name',
        'role',
        'isActive',
        'isOwner',
        'kind',
        'secondFactor',
        'isSecondFactorEnforced',
        'lastSignInAt',
      ],
    ],
  ])('%s', (head, fields) => {
    const { columns, notFound } = read(`${head}\n`).preview;
    expect(Object.keys(columns).sort()).toEqual([...fields].sort());
    expect(notFound.filter((field) => fields.includes(field))).toEqual([]);
  });

  it('are as the person set them, and those that were not found are said', () => {
    const { preview } = read('A,B\np@shop.example,Priya\n', { columns: { email: 'A', name: 'B' } });
    expect(preview.sample).toEqual([{ email: 'p@shop.example', name: 'Priya' }]);
    expect(preview.notFound).toContain('secondFactor');
    expect(read('Email,Name\np@shop.example,Priya\n', { columns: { name: '' } }).preview.sample).toEqual([
      { email: 'p@shop.example' },
    ]);
  });

  it('join a first and a last name', () => {
    const { reading } = read('First name,Last name,Email\nPriya,Sharma,p@shop.example\n');
    expect(reading.accounts[0]?.name).toBe('Priya Sharma');
  });
});

describe('rows', () => {
  it('are taken as they can be, and each that cannot is named by its line', () => {
    const { preview, reading, skipped } = read(
      [
        'Name,Email,Two-step,Last login',
        'Priya,priya@shop.example,SMS,20/11/2026',
        'Nobody,,On,',
        '"Two',
        'lines",two@shop.example,Perhaps,never',
        '',
        'Priya again,PRIYA@shop.example,Off,',
        'Typed,typed@shop,On,',
        '"open,open@shop.example,On,',
      ].join('\n'),
    );
    expect(reading.accounts.map(({ login, name, facts }) => [login, name, facts])).toEqual([
      ['priya@shop.example', 'Priya', { secondFactor: 'sms', lastSignInAt: '2026-11-19T18:30:00.000Z' }],
      ['two@shop.example', 'Two lines', { lastSignInAt: null }],
    ]);
    expect(preview.problems).toEqual([
      { line: 3, problem: 'no-email' },
      { line: 4, problem: 'bad-value' },
      { line: 7, problem: 'duplicate' },
      { line: 8, problem: 'bad-email' },
      { line: 9, problem: 'unreadable' },
    ]);
    expect([preview.rows, skipped]).toEqual([6, 4]);
  });

  it.each(['=HYPERLINK("http://x.example","x")', '+91 98', '-2+3', '@SUM(A1)', '\t=1+1'])(
    'hold %j as the text that it is',
    (name) => {
      const cell = `"${name.replaceAll('"', '""')}"`;
      expect(read(`Email,Name\np@shop.example,${cell}\n`).reading.accounts[0]?.name).toBe(name.trim());
    },
  );

  it('say by the role who is owner and who may do everything', () => {
    const { reading } = read('Email,Role\na@s.example,Store owner\nb@s.example,Administrator\nc@s.example,Packing\n');
    expect(reading.accounts.map(({ facts }) => facts)).toEqual([
      { isOwner: true, isAdmin: true },
      { isAdmin: true },
      {},
    ]);
    expect(reading.tells).toEqual(['isOwner', 'isAdmin']);
  });

  it('of a service with user names need no address', () => {
    const csv = 'User name,2FA\nparcel-desk,off\nbad@,on\n';
    const { reading, preview } = read(csv, { service: 'courier', source: 'csv' });
    expect(reading.accounts).toMatchObject([{ login: 'parcel-desk', email: null }]);
    expect(preview.problems).toEqual([{ line: 3, problem: 'bad-email' }]);
    expect(read(csv).reading.accounts).toEqual([]);
  });
});

describe('what is no list', () => {
  it.each<[string, string, unknown, Partial<ImportRequest>]>([
    ['nothing', ' \n \n', { csv: 'empty' }, {}],
    ['more rows than the register holds', `Email\n${'a\n'.repeat(MOST_IMPORT_ROWS + 1)}`, { csv: 'too_many_rows' }, {}],
    ['a column that is not there', 'Email\n', { 'columns.name': 'no_such_column' }, { columns: { name: 'Nom' } }],
  ])('%s', (_name, csv, fields, over) => expect(refusal(csv, over)).toEqual(fields));

  it('is read all the same, as far as it goes', () => {
    expect(read('\uFEFFEmail\r\na@s.example').reading.accounts).toHaveLength(1);
    expect(read('<html><body>Log in</body></html>').preview).toMatchObject({ rows: 0, columns: {} });
  });
});
