import { placeOf, placesOf } from './place-of-address.ts';
import { dayOf, isEcho, kindOf, statusOf, textOf } from './registry-fields.ts';
import { fieldsOf, knownRecord, refuseUnless200 } from './reply.ts';
import { NotKnown, type LookUpAdapter } from './service.ts';

const ADDRESS = { pin: 'pinCode', state: 'stateCode' };

/**
 * Setu. An invalid number answers HTTP 200, verification "success" and empty `data`: only `data.gst.id` decides. It does
 * not tell returns. Source: SetuHQ/docs, content/data/gst/quickstart.mdx, api-references/data/gst.json @b658beec.
 */
export const setu: LookUpAdapter = {
  id: 'setu',
  hosts: { live: 'https://dg.setu.co', test: 'https://dg-sandbox.setu.co' },
  // Their check characters are wrong.
  testNumbers: ['27AAICB3918J1CT', '27AAICA3919J1CT'],

  async lookUp(gstin, { credentials, send }) {
    const reply = await send({
      method: 'POST',
      path: '/api/verify/gst',
      headers: {
        'x-client-id': credentials['x-client-id'] ?? '',
        'x-client-secret': credentials['x-client-secret'] ?? '',
        'x-product-instance-id': credentials['x-product-instance-id'] ?? '',
      },
      body: { gstin },
    });
    if (reply.status === 500 && errorCode(reply.json) === 'upstream_error_response') throw new NotKnown('source-down');
    refuseUnless200(reply);
    const data = fieldsOf(fieldsOf(reply.json)['data']);
    if (Object.keys(data).length === 0) return { kind: 'not-found' };
    const gst = fieldsOf(data['gst']);
    if (!isEcho(gst['id'], gstin)) throw new NotKnown('unexpected-shape');
    const company = orEmpty(data['company']);
    const address = orEmpty(data['address']);
    return knownRecord({
      legalName: textOf(company['name']),
      tradeName: textOf(company['tradeName']),
      status: statusOf(company['status']),
      taxpayerKind: kindOf(company['taxPayerType']),
      constitution: textOf(company['constitutionOfBusiness']),
      registeredOn: dayOf(gst['registrationDate']),
      cancelledOn: dayOf(gst['dateOfCancellation']),
      principal: placeOf(address['principle'], address['principle'], ADDRESS),
      additional: placesOf(address['additional'], (one) => placeOf(one, one, ADDRESS)),
      isEInvoicing: null,
      isBlockedForEwayBill: null,
      lastUpdatedOn: dayOf(gst['lastUpdatedDate']),
    });
  },
};

function orEmpty(value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined || value === null ? {} : fieldsOf(value);
}

function errorCode(json: unknown): string | null {
  const { error } = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  return textOf(((typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>)['code']);
}
