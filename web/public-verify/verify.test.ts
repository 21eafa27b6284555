import { beforeAll, describe, expect, it } from '@jest/globals';
import userEvent from '@testing-library/user-event';

const user = userEvent.setup({ delay: null });
const verdict = () => document.querySelector('#verdict')?.textContent ?? '';
const field = () => document.querySelector<HTMLInputElement>('#gstin') as HTMLInputElement;

/** The server's page, as far as the script knows it. */
beforeAll(async () => {
  document.documentElement.lang = 'en';
  document.body.innerHTML =
    '<form id="verify"><input id="gstin" name="gstin"><button>Check</button></form><div id="verdict"></div>';
  await import('./verify.ts');
});

describe('the public page, with its script', () => {
  it('judges with the fifteenth character, and not before', async () => {
    await user.type(field(), '27AAPFU0939F1Z');
    expect(verdict()).toBe('');
    await user.type(field(), 'V');
    expect(verdict()).toContain('Maharashtra (27)');
    await user.type(field(), '{Backspace}');
    expect(verdict()).toBe('');
  });

  it('judges half a number when it is asked', async () => {
    await user.click(document.querySelector('#verify button') as HTMLElement);
    expect(verdict()).toContain('This one has 14');
  });

  it('takes a suggestion by a click alone', async () => {
    await user.clear(field());
    await user.type(field(), '27AAPFUO939F1ZV');
    expect(field().value).toBe('27AAPFUO939F1ZV');
    await user.click(document.querySelector('.choices button') as HTMLElement);
    expect(field().value).toBe('27AAPFU0939F1ZV');
    expect(verdict()).toContain('Could exist');
  });
});
