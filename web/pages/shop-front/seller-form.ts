import {
  SELLER_FIELDS,
  type SellerDisclosure,
  type SellerDisclosureState,
  type SellerField,
} from '../../../core/api/seller-disclosure.ts';
import { judgeGstin } from '../../../core/gst/gstin.ts';

export const MOST_CHARS: Readonly<Record<SellerField, number>> = {
  legalName: 200,
  gstin: 60,
  address: 500,
  email: 254,
  phone: 25,
  officerName: 120,
  officerTitle: 120,
  officerEmail: 254,
  officerPhone: 25,
};

export type SellerFault = 'missing' | 'gstin' | 'email' | 'phone';

/** What the form begins with: what is shown, or what is known of the shop. */
export function sellerInput({ shown, suggested }: SellerDisclosureState): SellerDisclosure {
  const known: Partial<SellerDisclosure> = shown ?? suggested;
  return Object.fromEntries(SELLER_FIELDS.map((field) => [field, known[field] ?? ''])) as Record<SellerField, string>;
}

/** What keeps the form from being shown, by field. The server judges again, by the same rules. */
export function sellerFaults(input: SellerDisclosure): Partial<Record<SellerField, SellerFault>> {
  const faults: Partial<Record<SellerField, SellerFault>> = {};
  for (const field of SELLER_FIELDS) {
    const fault = input[field].trim() === '' ? 'missing' : faultOf(field, input[field].trim());
    if (fault) faults[field] = fault;
  }
  return faults;
}

function faultOf(field: SellerField, value: string): SellerFault | null {
  if (field === 'gstin') {
    const verdict = judgeGstin(value);
    return verdict.ok && verdict.canSellWith ? null : 'gstin';
  }
  if (field === 'email' || field === 'officerEmail') return /^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(value) ? null : 'email';
  if (field === 'phone' || field === 'officerPhone') return /^\+?[\d ()-]{7,24}$/.test(value) ? null : 'phone';
  return null;
}
