import { describe, expect, it } from '@jest/globals';
import { REGISTRATION_STATUSES as STATUS_ROWS } from '../data/registration-statuses.ts';
import { TAXPAYER_KINDS as KIND_ROWS } from '../data/taxpayer-kinds.ts';
import { REGISTRATION_STATUSES, TAXPAYER_KINDS } from './registry.ts';

describe('the registry’s record', () => {
  it('has the kinds and statuses that the tables of its texts have', () => {
    expect(new Set(KIND_ROWS.map(({ id }) => id))).toEqual(new Set(TAXPAYER_KINDS));
    expect(new Set(STATUS_ROWS.map(({ id }) => id))).toEqual(new Set(REGISTRATION_STATUSES));
  });
});
