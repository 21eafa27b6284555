import { numberIn, shopOfKey, type LookUpFake, type LookUpReply } from '../call.ts';
import { registrationIn } from '../registration.ts';

const failed = (status: number, message: string): LookUpReply => ({ status, json: { message } });

/** ClearTax's basic call as it is documented: names alone. */
export const cleartax: LookUpFake = {
  hosts: { live: 'api.clear.in', test: 'api-sandbox.clear.in' },
  troubles: {
    limited: { ...failed(429, 'Too many requests'), headers: { 'Retry-After': '45' } },
    payment: failed(402, 'Payment required'),
    'key-refused': failed(401, 'Unauthorized'),
    'source-down': failed(500, 'Internal server error'),
  },

  shopOf: ({ headers }) => shopOfKey(headers, 'x-cleartax-auth-token'),

  answer({ method, path, query }, registry) {
    if (method !== 'GET' || path !== '/clearIdentity/v1/taxpayer-info') return failed(404, 'Not found');
    const facts = registrationIn(registry, numberIn(query.get('gstin')));
    const taxpayerInfo = facts && {
      gstin: facts.gstin,
      pan: facts.pan,
      legalBusinessName: facts.legalName,
      tradeName: facts.tradeName,
    };
    return { status: 200, json: { taxpayerInfo, requestId: '00000000-0000-4000-8000-000000000000' } };
  },
};
