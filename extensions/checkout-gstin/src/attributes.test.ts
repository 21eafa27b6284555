import { describe, expect, it } from '@jest/globals';
import { attributeIn, attributeWriter, BUSINESS_KEY, GSTIN_KEY } from './attributes.ts';

type Apply = Parameters<typeof attributeWriter>[0];

/** A cart whose first write takes longer than its second. */
function cart() {
  const held = new Map<string, string>();
  let turns = 3;
  const apply: Apply = async (change) => {
    for (let turn = turns--; turn > 0; turn -= 1) await Promise.resolve();
    if (change.type === 'removeAttribute') held.delete(change.key);
    else held.set(change.key, change.value);
    return { type: 'success' };
  };
  return { held, apply };
}

describe('attributes of the cart', () => {
  it('keep the last word of the buyer, however long the first write takes', async () => {
    const { held, apply } = cart();
    const write = attributeWriter(apply);
    await Promise.all([
      write(GSTIN_KEY, 'first'),
      write(GSTIN_KEY, ' second '),
      write(BUSINESS_KEY, 'Invented Traders'),
    ]);
    expect([...held]).toEqual([
      [GSTIN_KEY, 'second'],
      [BUSINESS_KEY, 'Invented Traders'],
    ]);
  });

  it.each(['', '   '])('go where nothing is left in the field: "%s"', async (text) => {
    const { held, apply } = cart();
    const write = attributeWriter(apply);
    await write(GSTIN_KEY, 'x');
    await write(GSTIN_KEY, text);
    expect(held.size).toBe(0);
  });

  it('hold no more than a name is long', async () => {
    const { held, apply } = cart();
    await attributeWriter(apply)(BUSINESS_KEY, 'x'.repeat(5_000));
    expect(held.get(BUSINESS_KEY)).toHaveLength(100);
  });

  const refusing: Apply = async () => ({ type: 'error', message: 'invented' });
  const breaking: Apply = () => Promise.reject(new Error('invented'));
  const throwing: Apply = () => {
    throw new Error('invented');
  };
  it.each([
    ['refuses', refusing],
    ['breaks', breaking],
    ['throws', throwing],
  ])('tell where the checkout %s, and are tried anew the next time', async (_, apply) => {
    let isBroken = true;
    const { held, apply: working } = cart();
    const write = attributeWriter((change) => (isBroken ? apply(change) : working(change)));
    expect(await write(GSTIN_KEY, 'x')).toBe(false);
    isBroken = false;
    expect(await write(GSTIN_KEY, 'x')).toBe(true);
    expect(held.get(GSTIN_KEY)).toBe('x');
  });

  it('are read by their key alone', () => {
    expect(attributeIn([{ key: 'buyer gstin', value: 'x' }], GSTIN_KEY)).toBe('');
    expect(attributeIn([{ key: GSTIN_KEY, value: 'x' }], GSTIN_KEY)).toBe('x');
  });
});
