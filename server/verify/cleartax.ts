import { isEcho, textOf } from './registry-fields.ts';
import { fieldsOf, knownRecord, refuseUnless200 } from './reply.ts';
import { NotKnown, type LookUpAdapter } from './service.ts';

/**
 * ClearTax, basic call: names alone, neither status nor places nor returns. A number that does not exist answers HTTP 200
 * with `taxpayerInfo` null. Source: docs.cleartax.in, Identity API, GSTIN verification (2026-11).
 */
export const cleartax: LookUpAdapter = {
  id: 'cleartax',
  hosts: { live: 'https://api.clear.in', test: 'https://api-sandbox.clear.in' },
  testNumbers: [],

  async lookUp(gstin, { credentials, send }) {
    const reply = await send({
      method: 'GET',
      path: `/clearIdentity/v1/taxpayer-info?gstin=${encodeURIComponent(gstin)}`,
      headers: { 'x-cleartax-auth-token': credentials['x-cleartax-auth-token'] ?? '' },
    });
    refuseUnless200(reply);
    const { taxpayerInfo } = fieldsOf(reply.json);
    if (taxpayerInfo === null) return { kind: 'not-found' };
    const info = fieldsOf(taxpayerInfo);
    if (!isEcho(info['gstin'], gstin)) throw new NotKnown('unexpected-shape');
    return knownRecord({
      legalName: textOf(info['legalBusinessName']),
      tradeName: textOf(info['tradeName']),
      status: null,
      taxpayerKind: null,
      constitution: null,
      registeredOn: null,
      cancelledOn: null,
      principal: null,
      additional: null,
      isEInvoicing: null,
      isBlockedForEwayBill: null,
      lastUpdatedOn: null,
    });
  },
};
