import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { themeResources } from '../../server/collect/theme/theme-resources.ts';
import { alertsOf, firstVisit, startWholeWebRole, type Person, type WholeWebRole } from './whole-web-role.ts';

let system: WholeWebRole;
let mine: Person;
beforeAll(async () => {
  system = await startWholeWebRole();
  ({ mine } = system);
  await firstVisit(mine);
});
afterAll(() => system.close());

const statusOf = async (path: string): Promise<number> => (await mine.ask('GET', path)).status;
const total = async (q: string): Promise<number> => {
  const answer = await mine.ask('GET', `/api/alerts?${new URLSearchParams({ q }).toString()}`);
  return ((await answer.json()) as { total: number }).total;
};

describe('I2: prototype pollution', () => {
  const NAMES = Object.getOwnPropertyNames(Object.prototype).sort();
  afterEach(() => {
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(NAMES);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    '{"__proto__":{"polluted":true}}',
    '{"language":"en","__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"constructor.prototype.polluted":true}',
    '{"language":{"__proto__":{"polluted":true}}}',
    '{"language":{"constructor":{"prototype":{"polluted":true}}}}',
    '{"$set":{"__proto__.polluted":true}}',
    '{"settings.language":"en"}',
    '[{"__proto__":{"polluted":true}}]',
  ])('by the body of a change of settings: %s', async (body) => {
    expect((await mine.ask('PATCH', '/api/settings', body)).status).toBe(400);
  });

  it.each([
    '__proto__[polluted]=true',
    '__proto__.polluted=true',
    'constructor[prototype][polluted]=true',
    'constructor.prototype.polluted=true',
    '__proto__=true',
    'constructor=true',
    'sort=__proto__',
    'severity=constructor',
    'status=toString',
    'area=hasOwnProperty',
  ])('by the query: %s', async (query) => {
    expect(await statusOf(`/api/alerts?${query}`)).toBe(400);
  });

  it.each(['__proto__', 'constructor', 'prototype', '__proto__.polluted'])('by a header named %s', async (name) => {
    const { Authorization } = {
      Authorization: `Bearer ${system.platform.sandbox.sessionToken(mine.shop, mine.userId)}`,
    };
    const headers = ['Host', new URL(system.platform.url).host, 'Authorization', Authorization, name, 'polluted'];
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${system.platform.url}/api/settings`, { headers, setHost: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
  });

  it.each([
    '/api/alerts/__proto__',
    '/api/members/constructor',
    '/api/registrations/toString',
    '/api/__proto__',
    '/api/constructor/prototype',
  ])('by the address %s', async (path) => {
    expect([404, 405]).toContain(await statusOf(path));
  });

  it("by the settings of a shop's theme", () => {
    const source =
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":"<script src=//evil.example/a.js>"}}}';
    expect(themeResources('config/settings_data.json', source)).toMatchObject([{ host: 'evil.example' }]);
  });
});

describe('I4: search text', () => {
  it.each(['.*', '(a+)+$', '^', '[a-z]+', '\\w', '$ne', '{"$regex":".*"}', '(?:)', '%', '*'])(
    'is text and no pattern: %s',
    async (q) => {
      expect(await total(q)).toBe(0);
    },
  );

  it('finds what it says', async () => {
    expect(await total('gst/registration-present')).toBe(1);
    expect((await alertsOf(mine)).length).toBeGreaterThan(1);
  });

  it('of 100 characters is taken, of 101 and of 15,000 refused', async () => {
    expect(await statusOf(`/api/alerts?q=${'('.repeat(100)}`)).toBe(200);
    expect(await statusOf(`/api/alerts?q=${'a'.repeat(101)}`)).toBe(400);
    expect([400, 431]).toContain(await statusOf(`/api/alerts?q=${'a'.repeat(15_000)}`));
  });
});

describe('I5: sorting, paging, doubled parameters', () => {
  it.each([
    'sort=shop',
    'sort=-severity',
    'sort=severity&sort=newest',
    'page=0',
    'page=-1',
    'page=1.5',
    'page=1e9',
    'page=10000',
    'page=99999999999999999999',
    'page=NaN',
    'page=',
    'page=%201',
    'page=1&page=2',
    'limit=1000000000',
    'pageSize=1000000000',
    'skip=-1',
    'fields=gstinSealed',
    'cursor=abc',
    'status=open&status=resolved',
    'status=open,open,open,open,open',
    'status=every',
    'severity=critical,none',
    'area=gst,security',
    'area[]=gst',
    'q=a&q=b',
    'q[$regex]=.*',
  ])('refuses %s', async (query) => {
    const answer = await mine.ask('GET', `/api/alerts?${query}`);
    expect(answer.status).toBe(400);
    expect(Object.keys(((await answer.json()) as { fields: object }).fields)).toHaveLength(1);
  });

  it('refuses the same in the export', async () => {
    expect(await statusOf('/api/alerts.csv?language=en&language=hi')).toBe(400);
    expect(await statusOf('/api/alerts.csv?limit=1')).toBe(400);
  });

  it('answers an empty page beyond the last', async () => {
    const answer = await mine.ask('GET', '/api/alerts?page=9999');
    expect(await answer.json()).toMatchObject({ alerts: [], page: 9999 });
  });

  it('takes a hundred ids at once and no more, each once or often', async () => {
    const ids = Array.from({ length: 101 }, (_, at) => at.toString(16).padStart(24, '0'));
    expect((await mine.ask('POST', '/api/alerts/acknowledge', { ids })).status).toBe(400);
    expect((await mine.ask('POST', '/api/alerts/acknowledge', { ids: ids.slice(1) })).status).toBe(404);
    expect((await mine.ask('POST', '/api/alerts/acknowledge', { ids: [] })).status).toBe(400);
  });
});

describe('I1: operators of the store, at every depth', () => {
  const OPERATORS = ['$ne', '$where', '$expr', '$function', '$regex', '$gt', '$in', '$nor'];
  it.each(OPERATORS)('%s', async (operator) => {
    const wrapped = [
      { [operator]: '' },
      { $and: [{ [operator]: '' }] },
      { $or: [{ shop: { [operator]: '' } }] },
      { $nor: [{ [operator]: 'sleep(1000)' }] },
    ];
    for (const value of wrapped) {
      expect((await mine.ask('PATCH', '/api/settings', { language: value })).status).toBe(400);
    }
    expect(await statusOf(`/api/alerts?status[${operator}]=open`)).toBe(400);
    expect(await statusOf(`/api/alerts/${encodeURIComponent(JSON.stringify({ [operator]: '' }))}`)).toBe(404);
  });
});
