import { describe, expect, it } from '@jest/globals';
import { ApiProblem, OfflineProblem } from '../../api/problems.ts';
import { refusedFields } from './refused-fields.ts';

const refused = (fields?: Record<string, string>) =>
  new ApiProblem({ type: 'bad-request', title: 'x', status: 400, ...(fields && { fields }) });

describe('fields that the server did not take', () => {
  it.each([
    [refused({ 'hosts.2': 'bad_host', 'scopes.0': 'invalid_format' }), { hosts: 'host', scopes: 'scope' }],
    [refused({ unusedSince: 'future' }), { unusedSince: 'day' }],
    [refused({ toString: 'x', purpose: 'too_big' }), {}],
    [refused(), {}],
    [new OfflineProblem(), {}],
    [null, {}],
  ])('%#', (error, faults) => {
    expect(refusedFields(error)).toEqual(faults);
  });
});
