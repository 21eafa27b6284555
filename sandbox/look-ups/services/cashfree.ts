import { numberIn, shopOfKey, type LookUpFake } from '../call.ts';
import { indianDate, oneLine, registrationIn } from '../registration.ts';
import type { RegistryPlaceState } from '../registry-state.ts';

const problem = (type: string, code: string, message: string) => ({ type, code, message });

/** Cashfree as it is documented: HTTP 200 for numbers that exist and for those that do not. */
export const cashfree: LookUpFake = {
  hosts: { live: 'api.cashfree.com', test: 'sandbox.cashfree.com' },
  troubles: {
    limited: {
      status: 429,
      json: problem('rate_limit_error', 'TOO_MANY_REQUESTS', 'Too many requests'),
      headers: { 'Retry-After': '60' },
    },
    payment: { status: 422, json: problem('validation_error', 'insufficient_balance', 'Insufficient balance') },
    'key-refused': {
      status: 401,
      json: problem('authentication_error', 'authentication_failed', 'Invalid clientId and clientSecret combination'),
    },
    'source-down': { status: 520, json: problem('internal_error', 'verification_failed', 'Unable to verify') },
  },

  shopOf: ({ headers }) => shopOfKey(headers, 'x-client-id', 'x-client-secret'),

  answer({ method, path, body }, registry) {
    if (method !== 'POST' || path !== '/verification/gstin') return { status: 404, json: { message: 'Not found' } };
    const gstin = numberIn(body['GSTIN']);
    const facts = registrationIn(registry, gstin);
    if (!facts) {
      return { status: 200, json: { reference_id: 1, GSTIN: gstin, valid: false, message: "GSTIN Doesn't Exist" } };
    }
    const [principal, ...additional] = facts.places;
    const isChanged = registry.fault === 'date-format';
    const day = (text: string) => (isChanged ? indianDate(text, true) : text);
    return {
      status: 200,
      json: {
        reference_id: 2,
        GSTIN: facts.gstin,
        legal_name_of_business: facts.legalName,
        trade_name_of_business: facts.tradeName,
        center_jurisdiction: 'Invented centre office',
        state_jurisdiction: 'Invented State office',
        date_of_registration: day(facts.registeredOn),
        constitution_of_business: facts.constitution,
        taxpayer_type: facts.taxpayerType,
        gst_in_status: facts.status,
        last_update_date: day(facts.updatedOn),
        nature_of_business_activities: ['Retail Business'],
        principal_place_address: principal ? oneLine(principal) : '',
        principal_place_split_address: principal ? splitAddress(principal) : {},
        additional_address_array: additional.map((place) => ({
          address: oneLine(place),
          split_address: splitAddress(place),
        })),
        valid: true,
        message: 'GSTIN Exists',
      },
    };
  },
};

function splitAddress({ building, street, city, district, state, pin }: RegistryPlaceState): Record<string, string> {
  const empty = { building_name: '', flat_number: '', latitude: '', longitude: '', location: '' };
  return { ...empty, building_number: building, street, city, district, state, pincode: pin };
}
