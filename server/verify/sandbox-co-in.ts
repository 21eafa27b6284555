import type { FiledReturn, UnknownReason } from '../../core/evidence/registry.ts';
import { gstnRecord, gstnReturns } from './gstn-record.ts';
import { isEcho, textOf } from './registry-fields.ts';
import { fieldsOf, knownRecord, refuseUnless200 } from './reply.ts';
import { NotKnown, type LookUpAdapter, type ServiceClient, type ServiceReply } from './service.ts';

/** The token lives for 24 h; an hour early it is renewed. */
const TOKEN_LIVES_MS = 23 * 60 * 60 * 1000;
const VERSION = { 'x-api-version': '1.0' };

/** 422: a pattern that it does not know, as deductors' numbers; 503: the GST system is away. */
const OWN_STATUSES: Readonly<Record<number, UnknownReason>> = { 422: 'not-supported', 503: 'source-down' };
/** Codes of GSTN and of the GSPs, inside an answer of HTTP 200. */
const NO_RECORD = new Set(['FO8000', 'SWEB_9035']);
const NO_RETURNS = new Set(['RET13510', 'FO8000']);
const SOURCE_DOWN = new Set(['GSPGSTDOWN', 'GSPERR300']);

/**
 * sandbox.co.in. Keys give a token of 24 h, sent as `authorization` without "Bearer". A failure of business is HTTP 200
 * with `data.status_cd` "0". Source: developer.sandbox.co.in, authenticate, search GSTIN, track GSTRs (2026-11).
 */
export const sandboxCoIn: LookUpAdapter = {
  id: 'sandbox-co-in',
  hosts: { live: 'https://api.sandbox.co.in', test: 'https://test-api.sandbox.co.in' },
  testNumbers: ['33DMOPD7318K1ZT', '3418FIN00001UNY', '07CQZCD1111I4Z7', '34ACXP00001E0Z0', '29AFSPB9500E1ZY'],

  async lookUp(gstin, client) {
    const data = await ask(client, '/gst/compliance/public/gstin/search', gstin);
    const code = errorCode(data);
    if (code !== null && NO_RECORD.has(code)) return { kind: 'not-found' };
    const inner = dataWithoutError(data, code);
    if (!isEcho(inner['gstin'], gstin)) throw new NotKnown('unexpected-shape');
    return knownRecord(gstnRecord(inner));
  },

  /** Without `gstr` it tells of every form; a late return stands in the year in which it was filed. */
  async returns(gstin, financialYear, client): Promise<FiledReturn[]> {
    const year = encodeURIComponent(`FY ${financialYear}`);
    const data = await ask(client, `/gst/compliance/public/gstrs/track?financial_year=${year}`, gstin);
    const code = errorCode(data);
    if (code !== null && NO_RETURNS.has(code)) return [];
    const filed = gstnReturns(dataWithoutError(data, code)['EFiledlist']);
    if (!filed) throw new NotKnown('unexpected-shape');
    return filed;
  },
};

/** `data` of the answer. A token that was taken back is asked for anew, once. */
async function ask(client: ServiceClient, path: string, gstin: string): Promise<Readonly<Record<string, unknown>>> {
  const kept = await client.session.read();
  let reply = await send(client, path, gstin, kept ?? (await authenticate(client)));
  if (kept !== null && (reply.status === 401 || reply.status === 403)) {
    await client.session.forget();
    reply = await send(client, path, gstin, await authenticate(client));
  }
  refuseUnless200(reply, OWN_STATUSES);
  return fieldsOf(fieldsOf(reply.json)['data']);
}

function send(client: ServiceClient, path: string, gstin: string, token: string): Promise<ServiceReply> {
  const headers = { ...VERSION, 'x-api-key': client.credentials['x-api-key'] ?? '', authorization: token };
  return client.send({ method: 'POST', path, headers, body: { gstin } });
}

async function authenticate({ credentials, send, session }: ServiceClient): Promise<string> {
  const headers = {
    ...VERSION,
    'x-api-key': credentials['x-api-key'] ?? '',
    'x-api-secret': credentials['x-api-secret'] ?? '',
  };
  const reply = await send({ method: 'POST', path: '/authenticate', headers, isFree: true });
  refuseUnless200(reply, OWN_STATUSES);
  const answer = fieldsOf(reply.json);
  const inner = answer['data'] === undefined ? answer : fieldsOf(answer['data']);
  const token = inner['access_token'] ?? answer['access_token'];
  if (typeof token !== 'string' || !/^[\x21-\x7e]{8,8000}$/.test(token)) throw new NotKnown('unexpected-shape');
  await session.keep(token, TOKEN_LIVES_MS);
  return token;
}

/** The code of a failure; null when there is none. */
function errorCode(data: Readonly<Record<string, unknown>>): string | null {
  const error = data['error'];
  const inner = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : data;
  const code = textOf(inner['error_code'] ?? inner['errorCode'] ?? inner['error_cd']);
  return code ?? (String(data['status_cd']) === '0' ? '' : null);
}

/** The fields of GSTN below. @throws {NotKnown} for a failure that is not about the number */
function dataWithoutError(data: Readonly<Record<string, unknown>>, code: string | null) {
  if (code !== null) throw new NotKnown(SOURCE_DOWN.has(code) ? 'source-down' : 'unexpected-shape');
  return fieldsOf(data['data']);
}
