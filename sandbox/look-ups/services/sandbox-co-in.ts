import { numberIn, shopOfKey, type LookUpCall, type LookUpFake, type LookUpReply } from '../call.ts';
import { filedReturns } from '../filed-returns.ts';
import { factsOf, indianDate, registrationIn, type RegistrationFacts } from '../registration.ts';
import type { RegistryPlaceState, RegistryState } from '../registry-state.ts';

const SEARCH = '/gst/compliance/public/gstin/search';
const TRACK = '/gst/compliance/public/gstrs/track';
/** Its own pattern knows ordinary numbers, marketplaces and embassies; deductors' numbers are refused. */
const PATTERN = /^(\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z][CZ][0-9A-Z]|\d{4}[A-Z]{3}\d{5}UN[0-9A-Z])$/;
/** Of its documentation, on its test host alone. */
const KNOWN_IN_TEST = new Set(['33DMOPD7318K1ZT', '29AFSPB9500E1ZY']);
const UNKNOWN_IN_TEST = new Set(['07CQZCD1111I4Z7']);
const REFUSED_IN_TEST = new Set(['34ACXP00001E0Z0']);

/** sandbox.co.in as it is documented: a token, and failures inside HTTP 200. */
export const sandboxCoIn: LookUpFake = {
  hosts: { live: 'api.sandbox.co.in', test: 'test-api.sandbox.co.in' },
  troubles: {
    limited: { status: 429, json: { code: 429, message: 'Too many requests' }, headers: { 'Retry-After': '120' } },
    payment: { status: 402, json: { code: 402, message: 'Insufficient credits' } },
    'key-refused': { status: 403, json: { code: 403, message: 'Insufficient privilege' } },
    'source-down': { status: 503, json: { code: 503, message: 'Source unavailable' } },
  },

  shopOf({ path, headers }) {
    if (path === '/authenticate') return shopOfKey(headers, 'x-api-key', 'x-api-secret');
    // "Bearer …" is refused, as by the real one.
    const handle = shopOfKey(headers, 'x-api-key');
    return handle !== null && headers['authorization'] === tokenOf(handle) ? handle : null;
  },

  answer(call, registry, nowIso) {
    if (call.method !== 'POST') return { status: 404, json: { code: 404, message: 'Not found' } };
    if (call.path === '/authenticate') {
      return whole({ access_token: tokenOf(String(call.headers['x-api-key']).slice('key-'.length)) });
    }
    const gstin = numberIn(call.body['gstin']);
    if (!PATTERN.test(gstin) || (call.isTestHost && REFUSED_IN_TEST.has(gstin))) {
      return { status: 422, json: { code: 422, message: 'Invalid GSTIN pattern' } };
    }
    if (call.path === SEARCH) return search(call, registry, gstin);
    if (call.path === TRACK) return track(call, registry, gstin, nowIso);
    return { status: 404, json: { code: 404, message: 'Not found' } };
  },
};

const tokenOf = (handle: string): string => `token-of-a-day-${handle}`;

const whole = (data: unknown): LookUpReply => ({
  status: 200,
  json: { code: 200, data, timestamp: 1_763_800_000_000, transaction_id: '00000000-0000-4000-8000-000000000000' },
});

const failure = (error_code: string, message: string): LookUpReply =>
  whole({ status_cd: '0', error: { error_code, message } });

function search({ isTestHost }: LookUpCall, registry: RegistryState, gstin: string): LookUpReply {
  if (isTestHost && UNKNOWN_IN_TEST.has(gstin)) return failure('FO8000', 'No records found');
  const isDocumented = isTestHost && KNOWN_IN_TEST.has(gstin);
  const facts = isDocumented ? factsOf(registry, gstin) : registrationIn(registry, gstin);
  if (!facts) return failure('FO8000', 'No records found');
  return whole({ data: gstnFields(facts, registry.fault === 'date-format'), status_cd: '1' });
}

function track({ query }: LookUpCall, registry: RegistryState, gstin: string, nowIso: string): LookUpReply {
  const year = /^FY (20\d{2}-\d{2})$/.exec(query.get('financial_year') ?? '')?.[1];
  if (!year) return { status: 422, json: { code: 422, message: 'select valid FY' } };
  const filed = registrationIn(registry, gstin) ? filedReturns(registry, year, nowIso) : [];
  if (filed.length === 0) return failure('RET13510', 'No return record found for the provided inputs');
  return whole({ data: { EFiledlist: filed }, status_cd: '1' });
}

/** GSTN's own fields. */
function gstnFields(facts: RegistrationFacts, isChanged: boolean): Record<string, unknown> {
  const [principal, ...additional] = facts.places;
  return {
    stjCd: 'MH001',
    stj: 'Invented State office',
    ctjCd: 'UA0101',
    ctj: 'Invented centre office',
    lgnm: facts.legalName,
    tradeNam: facts.tradeName,
    sts: facts.status,
    dty: facts.taxpayerType,
    ctb: facts.constitution,
    gstin: facts.gstin,
    rgdt: indianDate(facts.registeredOn, isChanged),
    cxdt: indianDate(facts.cancelledOn, isChanged),
    lstupdt: indianDate(facts.updatedOn, isChanged),
    nba: ['Retail Business'],
    einvoiceStatus: 'No',
    pradr: principal ? { addr: address(principal), ntr: 'Retail Business' } : {},
    adadr: additional.map((place) => ({ addr: address(place), ntr: 'Warehouse / Depot' })),
  };
}

function address({ building, street, city, district, state, pin }: RegistryPlaceState): Record<string, string> {
  const empty = { flno: '', bnm: '', lt: '', lg: '', locality: '', landMark: '', geocodelvl: 'NA' };
  return { ...empty, bno: building, st: street, loc: city, city, dst: district, stcd: state, pncd: pin };
}
