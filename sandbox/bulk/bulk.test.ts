import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { NO_FAULTS } from '../faults/settings.ts';
import type { Sandbox } from '../start.ts';
import { accessTokenOf, askAdmin, callShop } from '../testing/shop-client.ts';
import { CLEAN, testSandbox } from '../testing/test-sandbox.ts';
import { bulkLines } from './bulk-lines.ts';
import { readBulkQuery } from './bulk-query.ts';

const ORDERS = `{ orders(query: "test:false") { edges { node { id name shippingAddress { provinceCode }
  lineItems { edges { node { id title } } } } } } }`;

describe('a query for bulk', () => {
  it.each([
    ['{ orders { edges { node { id } } } }', null],
    ['{ orders { nodes { id lineItems { nodes { id } } } } }', null],
    [
      '{ products { edges { node { id variants { edges { node { id inventoryItem { id countryHarmonizedSystemCodes { edges { node { countryCode } } } } } } } } } } }',
      null,
    ],
    ['{ shop { name } }', /at least one connection/],
    ['{ orders { edges { node { name lineItems { edges { node { id } } } } } } }', /must select the "id" field/],
    ['{ orders { edges { node { key: id lineItems { edges { node { id } } } } } } }', /must select the "id" field/],
    ['{ orders { edges { node { nonsense } } } }', /doesn't exist on type 'Order'/],
    ['{ orders {', /Invalid bulk query/],
    ['query Q($after: String) { orders(after: $after) { edges { node { id } } } }', /take no variables/],
    ['mutation { bulkOperationCancel(id: "gid://shopify/BulkOperation/1") { userErrors { message } } }', /one query/],
    ['{ node(id: "gid://shopify/Order/1") { id } orders { nodes { id } } }', /node and nodes/],
    [
      '{ a: orders { nodes { id } } b: orders { nodes { id } } c: orders { nodes { id } } d: orders { nodes { id } } e: orders { nodes { id } } f: orders { nodes { id } } }',
      /more than 5/,
    ],
    [
      '{ companies { nodes { id locations { nodes { id orders { nodes { id lineItems { nodes { id } } } } } } } } }',
      /nesting depth/,
    ],
    ['{ orders { nodes { id fulfillments { id fulfillmentLineItems { nodes { id } } } } } }', /within a list/],
  ])('%s: %s', (query, refusal) => {
    const read = readBulkQuery(query);
    if (refusal) expect(read.refusal).toMatch(refusal);
    else expect(read.refusal).toBeUndefined();
  });

  it('is answered in lines, each child with its parent', () => {
    const data = {
      products: {
        edges: [
          {
            node: {
              id: 'P1',
              seo: { title: 't' },
              variants: { nodes: [{ id: 'V1', item: { id: 'I1', codes: { edges: [{ node: { code: '6109' } }] } } }] },
            },
          },
        ],
      },
    };
    expect(bulkLines(data)).toEqual([
      { id: 'P1', seo: { title: 't' } },
      { id: 'V1', item: { id: 'I1' }, __parentId: 'P1' },
      { code: '6109', __parentId: 'I1' },
    ]);
  });
});

describe('a bulk operation', () => {
  let sandbox: Sandbox;
  let token = '';
  beforeAll(async () => {
    sandbox = await testSandbox();
    token = await accessTokenOf(sandbox, CLEAN);
  });
  beforeEach(async () => {
    sandbox.core.setFaults(CLEAN, NO_FAULTS);
    sandbox.core.setOrdersHeld(CLEAN, 2_000);
    await sandbox.core.changeScopes(CLEAN, { grant: ['read_orders'] });
    sandbox.clock.advance(60_000);
  });
  afterAll(() => sandbox.close());

  it('runs in the background and leaves every order and line in a file that no token opens', async () => {
    const { id, status } = await started(ORDERS);
    expect(status).toBe('CREATED');
    const done = await ended(id);
    expect(done).toMatchObject({ status: 'COMPLETED', errorCode: null, rootObjectCount: '2000', partialDataUrl: null });
    const { text, lines } = await fileAt(done.url);
    const orders = lines.filter((line) => line['__parentId'] === undefined);
    const ids = new Set(orders.map((line) => line['id']));
    expect([ids.size, String(lines.length), String(text.length)]).toEqual([2_000, done.objectCount, done.fileSize]);
    expect(lines.every((line) => line['__parentId'] === undefined || ids.has(line['__parentId']))).toBe(true);
    expect(orders[0]).toHaveProperty('shippingAddress.provinceCode');
    expect(orders[0]).not.toHaveProperty('lineItems');
  });

  it('may bring children before their parents, unless they are grouped', async () => {
    const loose = await fileAt((await ended((await started(ORDERS)).id)).url);
    const grouped = await fileAt((await ended((await started(ORDERS, true)).id)).url);
    expect([childrenFirst(loose.lines), childrenFirst(grouped.lines)]).toEqual([true, false]);
  });

  it('has no file when nothing was found', async () => {
    const { id } = await started(`{ orders(query: "created_at:<'2020-01-01'") { nodes { id } } }`);
    expect(await ended(id)).toMatchObject({ status: 'COMPLETED', objectCount: '0', url: null });
  });

  it('is refused with a reason', async () => {
    expect(await runs('{ shop { name } }')).toEqual({
      bulkOperation: null,
      userErrors: [{ field: ['query'], code: 'INVALID', message: expect.stringContaining('connection') }],
    });
  });

  it('fails without the scope', async () => {
    await sandbox.core.changeScopes(CLEAN, { revoke: ['read_orders'] });
    expect(await ended((await started(ORDERS)).id)).toMatchObject({
      status: 'FAILED',
      errorCode: 'ACCESS_DENIED',
      url: null,
    });
  });

  it('stands still while it runs, and can be called off', async () => {
    sandbox.core.setOrdersHeld(CLEAN, 50_000);
    const { id } = await started(ORDERS);
    const answer = await ask(
      `mutation { bulkOperationCancel(id: "${id}") { bulkOperation { status } userErrors { message } } }`,
    );
    expect(answer).toEqual({ bulkOperationCancel: { bulkOperation: { status: 'CANCELING' }, userErrors: [] } });
    const done = await ended(id);
    expect([done.status, Number(done.rootObjectCount) < 50_000]).toEqual(['CANCELED', true]);
  });

  it.each([
    ['failed', { status: 'FAILED', errorCode: 'INTERNAL_SERVER_ERROR', url: null, partialDataUrl: null }],
    ['partial', { status: 'FAILED', errorCode: 'TIMEOUT', url: null, partialDataUrl: expect.any(String) }],
  ] as const)('goes wrong as told: %s', async (bulk, expected) => {
    sandbox.core.setFaults(CLEAN, { bulk });
    expect(await ended((await started(ORDERS)).id)).toMatchObject(expected);
  });

  it('is refused while told that another one runs, or while five do', async () => {
    sandbox.core.setFaults(CLEAN, { bulk: 'busy' });
    expect((await runs(ORDERS)).userErrors[0]).toMatchObject({ code: 'OPERATION_IN_PROGRESS' });
    sandbox.core.setFaults(CLEAN, { bulk: 'endless' });
    for (let count = 0; count < 5; count += 1) await started(ORDERS);
    sandbox.core.setFaults(CLEAN, { bulk: null });
    expect((await runs(ORDERS)).userErrors[0]).toMatchObject({ code: 'OPERATION_IN_PROGRESS' });
  });

  it('leaves a file that breaks off, or none, when told so', async () => {
    const other = await testSandbox();
    try {
      const itsToken = await accessTokenOf(other, CLEAN);
      await other.core.changeScopes(CLEAN, { grant: ['read_orders'] });
      const askOther = { sandbox: other, token: itsToken };
      other.core.setFaults(CLEAN, { bulk: 'truncated' });
      const broken = await ended((await started(ORDERS, false, askOther)).id, askOther);
      const { text } = await callShop(other, String(broken.url));
      expect(() =>
        text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown),
      ).toThrow(SyntaxError);
      other.core.setFaults(CLEAN, { bulk: null });
      const sound = await ended((await started(ORDERS, false, askOther)).id, askOther);
      expect((await callShop(other, String(sound.url))).status).toBe(200);
      expect((await callShop(other, String(sound.url).replace(/Signature=.*/, 'Signature=guess'))).status).toBe(404);
      other.clock.advance(7 * 86_400_000);
      expect((await callShop(other, String(sound.url))).status).toBe(404);
    } finally {
      await other.close();
    }
  });

  interface Asked {
    readonly sandbox: Sandbox;
    readonly token: string;
  }

  async function ask(
    query: string,
    variables = {},
    from: Asked = { sandbox, token },
  ): Promise<Record<string, unknown>> {
    const answer = (await askAdmin(from.sandbox, CLEAN, from.token, query, variables)).json();
    expect(answer['errors']).toBeUndefined();
    return answer['data'] as Record<string, unknown>;
  }

  async function runs(query: string, isGrouped = false, from?: Asked) {
    const data = await ask(
      `mutation Run($query: String!, $isGrouped: Boolean!) { bulkOperationRunQuery(query: $query, groupObjects: $isGrouped) {
        bulkOperation { id status } userErrors { field message code } } }`,
      { query, isGrouped },
      from,
    );
    return data['bulkOperationRunQuery'] as {
      bulkOperation: { id: string; status: string } | null;
      userErrors: readonly object[];
    };
  }

  async function started(query: string, isGrouped = false, from?: Asked) {
    const { bulkOperation, userErrors } = await runs(query, isGrouped, from);
    expect(userErrors).toEqual([]);
    return bulkOperation ?? { id: '', status: '' };
  }

  /** Asks until it is over, as an app does; the clock of query points is moved along. */
  async function ended(id: string, from: Asked = { sandbox, token }) {
    for (;;) {
      from.sandbox.clock.advance(1_000);
      const { bulkOperation } = await ask(
        'query Poll($id: ID!) { bulkOperation(id: $id) { status errorCode objectCount rootObjectCount fileSize url partialDataUrl } }',
        { id },
        from,
      );
      const operation = bulkOperation as Record<string, string | null>;
      if (!['CREATED', 'RUNNING', 'CANCELING'].includes(operation['status'] ?? ''))
        return operation as Record<'status' | 'objectCount' | 'rootObjectCount' | 'fileSize' | 'url', string | null>;
    }
  }

  async function fileAt(url: string | null) {
    const { text } = await callShop(sandbox, url ?? '');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    return { text, lines };
  }
});

/** Whether some line comes before the one that it hangs on. */
function childrenFirst(lines: readonly Record<string, unknown>[]): boolean {
  const seen = new Set<unknown>();
  return lines.some((line) => {
    seen.add(line['id']);
    return line['__parentId'] !== undefined && !seen.has(line['__parentId']);
  });
}
