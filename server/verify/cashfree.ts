import type { UnknownReason } from '../../core/evidence/registry.ts';
import { placeOf, placesOf } from './place-of-address.ts';
import { dayOf, isEcho, kindOf, statusOf, textOf, yesNoOf } from './registry-fields.ts';
import { fieldsOf, knownRecord, refuseUnless200 } from './reply.ts';
import { NotKnown, type LookUpAdapter } from './service.ts';

/** 412 and 422: the balance is spent; 520: it could not reach the GST system. */
const OWN_STATUSES: Readonly<Record<number, UnknownReason>> = {
  412: 'payment-needed',
  422: 'payment-needed',
  520: 'source-down',
};
const ADDRESS = { pin: 'pincode', state: 'state' };
const DOES_NOT_EXIST = /\binvalid\b|not\s+(exist|found|valid)|doesn.?t\s+exist|no\s+record/i;

/**
 * Cashfree. HTTP 200 both for numbers that exist and for those that do not: the fields decide. It does not tell returns.
 * Source: docs.cashfree.com, Verify GSTIN (2026-11); the field `valid` is not confirmed, so the names lead.
 */
export const cashfree: LookUpAdapter = {
  id: 'cashfree',
  hosts: { live: 'https://api.cashfree.com/verification', test: 'https://sandbox.cashfree.com/verification' },
  testNumbers: [],

  async lookUp(gstin, { credentials, send }) {
    const reply = await send({
      method: 'POST',
      path: '/gstin',
      headers: {
        'x-client-id': credentials['x-client-id'] ?? '',
        'x-client-secret': credentials['x-client-secret'] ?? '',
      },
      body: { GSTIN: gstin },
    });
    // A test key on the live host, or the other way round, is a 400 of its own kind.
    if (reply.status === 400 && isAuthentication(reply.json)) throw new NotKnown('key-refused');
    refuseUnless200(reply, OWN_STATUSES);
    const fields = fieldsOf(reply.json);
    const isTold = textOf(fields['legal_name_of_business']) !== null || textOf(fields['gst_in_status']) !== null;
    if (!isTold) {
      if (yesNoOf(fields['valid']) === false || DOES_NOT_EXIST.test(textOf(fields['message']) ?? '')) {
        return { kind: 'not-found' };
      }
      throw new NotKnown('unexpected-shape');
    }
    if (!isEcho(fields['GSTIN'], gstin)) throw new NotKnown('unexpected-shape');
    return knownRecord({
      legalName: textOf(fields['legal_name_of_business']),
      tradeName: textOf(fields['trade_name_of_business']),
      status: statusOf(fields['gst_in_status']),
      taxpayerKind: kindOf(fields['taxpayer_type']),
      constitution: textOf(fields['constitution_of_business']),
      registeredOn: dayOf(fields['date_of_registration']),
      cancelledOn: dayOf(fields['date_of_cancellation']),
      principal: placeOf(fields['principal_place_split_address'], fields['principal_place_address'], ADDRESS),
      additional: placesOf(fields['additional_address_array'], (one) => {
        const { split_address, address } = (one ?? {}) as Record<string, unknown>;
        return placeOf(split_address, address, ADDRESS);
      }),
      isEInvoicing: null,
      isBlockedForEwayBill: null,
      lastUpdatedOn: dayOf(fields['last_update_date']),
    });
  },
};

function isAuthentication(json: unknown): boolean {
  const { type, code } = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  return /auth|client/i.test(`${textOf(type) ?? ''} ${textOf(code) ?? ''}`);
}
