import { describe, expect, it } from '@jest/globals';
import { AppError } from './errors.ts';
import { createLog } from './log.ts';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

/** What was written, line by line. */
function logged(write: (log: ReturnType<typeof createLog>) => void): {
  lines: string[];
  first: Record<string, unknown>;
} {
  const lines: string[] = [];
  write(createLog({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } }));
  return { lines, first: JSON.parse(lines[0] ?? '{}') as Record<string, unknown> };
}

/** Buries a value so deep. */
const bury = (value: unknown, depth: number): unknown => (depth === 0 ? value : { note: bury(value, depth - 1) });

const SECRETS: [string, string][] = [
  ['an access token', 'shpat_0123456789abcdef'],
  ['a refresh token', 'shprt_0123456789abcdef'],
  ['a session token', JWT],
  ['a bearer', 'Bearer abc.def-ghi'],
  ['an e-mail', 'invented.person@buyer.example'],
  ['a GSTIN', '27AAAPA0000A1Z5'],
  ['a GSTIN in small letters', '27aaapa0000a1z5'],
  ['a PAN', 'AAAPA0000A'],
  ['a query', 'id_token=abcdef&x=1'],
  ['a password in an address', 'mongodb://user:hunter2@db.example/x'],
];
const WORDS = /shp\w\w_|eyJ|abc\.def|invented\.person|AAPA0000|aapa0000|abcdef|hunter2/;

describe('O2: no secret reaches a line', () => {
  const depths = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  it.each(SECRETS.flatMap(([name, secret]) => depths.map((depth) => [name, depth, secret] as const)))(
    '%s at depth %d',
    (_name, depth, secret) => {
      const { lines } = logged((log) => log.info({ outer: bury(`said ${secret}, then`, depth) }, 'x'));
      expect(lines.join()).not.toMatch(WORDS);
    },
  );

  it.each(SECRETS)('%s in a message, a place, a list, a key, an error and its cause, a child', (_name, secret) => {
    const { lines } = logged((log) => {
      log.info(`said ${secret}`);
      log.info('said %s and %o', secret, { deep: [secret] });
      log.info({ list: [[[secret]]] }, 'list');
      log.info({ [secret]: 1 }, 'key');
      log.error({ err: new Error(secret, { cause: new Error('outer', { cause: new Error(secret) }) }) }, 'error');
      log.error(new AggregateError([new Error(secret)], secret));
      log.child({ bound: secret }).info('child');
    });
    expect(lines).toHaveLength(7);
    expect(lines.join()).not.toMatch(WORDS);
  });

  it('hides what its key calls a secret, and bytes', () => {
    const { first } = logged((log) =>
      log.info(
        {
          accessToken: 'plain',
          clientSecret: 'plain',
          headers: { Authorization: 'plain', cookie: 'plain' },
          raw: Buffer.from('plain'),
        },
        'x',
      ),
    );
    expect(JSON.stringify(first)).not.toContain('plain');
  });

  it('writes of a foreign object no more than its class, and ends on a circle', () => {
    class Connection {
      readonly uri = 'plain';
    }
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const { first } = logged((log) => log.info({ connection: new Connection(), circle }, 'x'));
    expect(first['connection']).toBe('[Connection]');
    expect(JSON.stringify(first)).not.toContain('plain');
  });
});

describe('O1: lines stay lines', () => {
  it('writes control characters out', () => {
    const { lines } = logged((log) => log.info({ agent: 'x\r\n{"level":"fatal"}\u001b[31m\u202e' }, 'a\nb'));
    expect(lines).toHaveLength(1);
    const { agent, msg } = JSON.parse(lines[0] ?? '') as { agent: string; msg: string };
    expect([agent, msg]).toEqual(['x\\u000d\\u000a{"level":"fatal"}\\u001b[31m\\u202e', 'a\\u000ab']);
  });

  it('cuts a field to 1 KB', () => {
    const { first } = logged((log) => log.info({ agent: 'x'.repeat(1_000_000) }, 'y'.repeat(1_000_000)));
    expect([String(first['agent']).length, String(first['msg']).length]).toEqual([1_025, 1_025]);
  });
});

it('keeps what an operator needs', () => {
  const { first } = logged((log) => {
    const error = new AppError({ type: 'x', title: 'Something is wrong.', status: 503, cause: new Error('inner') });
    log.error({ err: error, shop: 'invented.myshopify.com', requestId: 'r1' }, 'failed');
  });
  expect(first).toMatchObject({
    level: 'error',
    msg: 'failed',
    shop: 'invented.myshopify.com',
    requestId: 'r1',
    err: { name: 'AppError', message: 'Something is wrong.', type: 'x', status: 503, cause: { message: 'inner' } },
  });
});
