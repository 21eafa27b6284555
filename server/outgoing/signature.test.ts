import { describe, expect, it } from '@jest/globals';
import { newSecret, signatureHeaders } from './signature.ts';

/** The example of standardwebhooks.com. */
const EXAMPLE = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
};
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

const signatureOf = (over: Partial<typeof EXAMPLE>, secrets = [SECRET]) =>
  signatureHeaders({ ...EXAMPLE, ...over }, secrets)['webhook-signature'];

describe('M6: the signature of a post', () => {
  it('is that of the published example', () => {
    expect(signatureHeaders(EXAMPLE, [SECRET])).toEqual({
      'webhook-id': EXAMPLE.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': SIGNATURE,
    });
  });

  it.each<[string, Partial<typeof EXAMPLE>]>([
    ['id', { id: 'msg_p5jXN8AQM9LWM0D4loKWxJel' }],
    ['time', { at: new Date(1_614_265_331_000) }],
    ['body', { body: '{"test": 2432232315}' }],
  ])('is another one for another %s', (_what, over) => expect(signatureOf(over)).not.toBe(SIGNATURE));

  it('comes once for each of two secrets while one is exchanged for the other', () => {
    const [first, second] = [newSecret(), newSecret()];
    expect(signatureOf({}, [first, second])).toBe(`${signatureOf({}, [first])} ${signatureOf({}, [second])}`);
    expect(first).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(first).not.toBe(second);
  });
});
