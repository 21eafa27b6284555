import { numberIn, shopOfKey, type LookUpFake, type LookUpReply } from '../call.ts';
import { factsOf, indianDate, registrationIn } from '../registration.ts';
import type { RegistryPlaceState } from '../registry-state.ts';

const ids = { requestId: '00000000-0000-4000-8000-000000000000', traceId: '1-00000000-000000000000000000000000' };
const failed = (status: number, code: string): LookUpReply => ({
  status,
  json: { error: { code, detail: 'Something went wrong', traceId: ids.traceId }, verification: 'failed' },
});

/** Of its documentation; their check characters are wrong, and the first names no further place. */
const KNOWN_IN_TEST = new Set(['27AAICB3918J1CT', '27AAICA3919J1CT']);

/** Setu as it is documented: "success" for an invalid number as well. */
export const setu: LookUpFake = {
  hosts: { live: 'dg.setu.co', test: 'dg-sandbox.setu.co' },
  troubles: {
    limited: { ...failed(429, 'rate_limited'), headers: { 'Retry-After': '30' } },
    payment: failed(402, 'payment_required'),
    'key-refused': failed(403, 'forbidden'),
    'source-down': failed(500, 'upstream_error_response'),
  },

  shopOf: ({ headers }) => shopOfKey(headers, 'x-client-id', 'x-client-secret', 'x-product-instance-id'),

  answer({ method, path, body, isTestHost }, registry) {
    if (method !== 'POST' || path !== '/api/verify/gst') return failed(404, 'not_found');
    const gstin = numberIn(body['gstin']);
    const isDocumented = isTestHost && KNOWN_IN_TEST.has(gstin);
    const facts = isDocumented ? factsOf(registry, gstin) : registrationIn(registry, gstin);
    if (!facts) {
      return { status: 200, json: { verification: 'success', message: 'Invalid GSTIN / UID', data: {}, ...ids } };
    }
    const [principal, ...additional] = facts.places;
    const day = (text: string) => indianDate(text, registry.fault === 'date-format');
    return {
      status: 200,
      json: {
        verification: 'success',
        message: 'GSTIN is valid',
        ...ids,
        data: {
          gst: {
            id: facts.gstin,
            registrationDate: day(facts.registeredOn),
            dateOfCancellation: day(facts.cancelledOn),
            lastUpdatedDate: day(facts.updatedOn),
          },
          company: {
            name: facts.legalName,
            tradeName: facts.tradeName,
            status: facts.status,
            taxPayerType: facts.taxpayerType,
            constitutionOfBusiness: facts.constitution,
            natureOfBusinessActivity: 'Retail Business',
            state: 'Maharashtra',
            type: facts.taxpayerType,
          },
          address: {
            principle: principal ? address(principal) : {},
            additional: additional.map(address),
          },
          jurisdiction: { state: 'Invented State office', centre: 'Invented centre office' },
        },
      },
    };
  },
};

function address({ building, street, city, district, state, pin }: RegistryPlaceState): Record<string, string> {
  const empty = { buildingName: '', floorNo: '', location: '' };
  return { ...empty, buildingNumber: building, street, city, district, stateCode: state, pinCode: pin };
}
