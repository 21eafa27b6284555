import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aShop } from '../../../test/factories.ts';
import { formCaptcha } from './form-captcha.ts';

describe('security/form-captcha', () => {
  it.each([
    [true, 'pass'],
    [false, 'fail'],
  ])('captcha %s: %s', (hasFormCaptcha, outcome) => {
    expect(assess(formCaptcha, { shop: aShop({ hasFormCaptcha }) }).outcome).toBe(outcome);
  });
});
